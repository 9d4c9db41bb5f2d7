"""What may never be false of working groups, also for a shell and a bug."""

import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase

from community.models import (
    Evidence,
    Membership,
    OutcomePage,
    WorkingGroupIndexPage,
    WorkingGroupPage,
)
from home.models import HomePage, Person
from tests.factories.community import (
    make_document,
    make_evidence,
    make_group,
    make_outcome,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 14)


@pytest.mark.parametrize(
    ("status", "until"),
    [("consultatie", None), ("concept", DAY), ("vastgesteld", DAY), ("klaar", None)],
)
def test_the_database_refuses_a_stand_that_can_not_be(status, until):
    outcome = make_outcome(make_group())

    with pytest.raises(IntegrityError):
        OutcomePage.objects.filter(pk=outcome.pk).update(
            status=status, consultation_until=until
        )


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "gestopt"},  # and nobody knows why
        {"stopped_because": "Geen tijd."},
        {"progress": 101},
    ],
)
def test_the_database_refuses_a_way_on_that_can_not_be(fields):
    outcome = make_outcome(make_group())

    with pytest.raises(IntegrityError):
        OutcomePage.objects.filter(pk=outcome.pk).update(**fields)


@pytest.mark.parametrize(
    ("status", "until"),
    [("consultatie", DAY), ("concept", None), ("vastgesteld", None)],
)
def test_the_database_takes_each_stand_with_its_day(status, until):
    outcome = make_outcome(make_group())

    OutcomePage.objects.filter(pk=outcome.pk).update(
        status=status, consultation_until=until
    )

    outcome.refresh_from_db()
    assert (outcome.status, outcome.consultation_until) == (status, until)


def test_a_source_is_a_link_or_a_document_and_never_both_or_none():
    outcome = make_outcome(make_group())
    document = make_document()
    by_document = make_evidence(outcome, link="", document=document)

    assert by_document.url == f"/documenten/{document.pk}/verslag.pdf"
    assert make_evidence(outcome, link="/verhalen/").url == "/verhalen/"
    for fields in ({"link": "/a/", "document": document}, {"link": ""}):
        evidence = Evidence(outcome=outcome, title="Bron", **fields)
        with pytest.raises(ValidationError, match="één van de twee"):
            evidence.full_clean()


@pytest.mark.parametrize("has_both", [True, False])
def test_the_database_refuses_such_a_source(has_both):
    outcome = make_outcome(make_group())
    document = make_document() if has_both else None
    link = "/a/" if has_both else ""

    with pytest.raises(IntegrityError):
        make_evidence(outcome, link=link, document=document)


def test_an_outcome_keeps_the_document_it_rests_on():
    document = make_document()
    make_evidence(make_outcome(make_group()), link="", document=document)

    with pytest.raises(ProtectedError):
        document.delete()


@pytest.mark.parametrize(
    ("function", "role", "about"),
    [
        ("trekker", "planner, bank", "trekker, planner, bank"),
        ("lid", "planner, bank", "planner, bank"),
        ("lid", "", "teamleider"),
        ("notulist", "", "notulist, teamleider"),
    ],
)
def test_what_stands_under_the_name_of_a_member(function, role, about):
    person = Person(name="Els Dijkman", function="teamleider")

    assert Membership(person=person, function=function, role=role).about == about


@pytest.mark.usefixtures("searchable")
def test_outcomes_are_found_by_every_text():
    group = make_group(question="Wie is de opdrachtgever?")
    outcome = make_outcome(
        group, title="Zegel", question="Kikkers?", result="<p>Paddenstoel</p>"
    )

    for words in ("zegel", "kikkers", "paddenstoel"):
        found = Page.objects.live().public().search(words)
        assert [page.pk for page in found] == [outcome.pk]
    found = Page.objects.live().public().autocomplete("padden")
    assert [page.pk for page in found] == [outcome.pk]


def test_search_knows_the_theme_of_groups_and_outcomes():
    for slug in ("mens", "imago"):
        make_outcome(make_group(slug))

    for model in (WorkingGroupPage, OutcomePage):
        themes = model.objects.annotate(name_of_theme=model.theme_field("name"))
        assert [page.name_of_theme for page in themes.order_by("path")] == [
            "Mens",
            "Imago",
        ]


def json_ld(response) -> dict:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>',
        response.content.decode(),
        re.DOTALL,
    )
    return json.loads(found[1])


def test_search_engines_are_told_what_an_outcome_is(client):
    group = make_group("kwaliteit")
    outcome = make_outcome(group, title="Een </script> merk", slug="merk")

    report, crumbs = json_ld(client.get(outcome.url))["@graph"]

    assert (report["@type"], report["headline"]) == ("Report", "Een </script> merk")
    assert report["author"]["name"] == "Werkgroep Kwaliteit"
    assert [item["item"] for item in crumbs["itemListElement"]] == [
        "http://testserver/werkgroepen/",
        "http://testserver/werkgroepen/kwaliteit/",
        "http://testserver/werkgroepen/kwaliteit/merk/",
    ]


def test_search_engines_are_told_what_a_group_is(client):
    group = make_group("mens", question="Wie zit er niet aan tafel?")

    organisation, crumbs = json_ld(client.get(group.url))["@graph"]

    assert (organisation["@type"], organisation["name"], organisation["url"]) == (
        "Organization",
        "Werkgroep Mens",
        "http://testserver/werkgroepen/mens/",
    )
    assert organisation["description"] == "Wie zit er niet aan tafel?"
    assert len(crumbs["itemListElement"]) == 2


class TestWherePagesMayStand(WagtailPageTestCase):
    """Wagtail's own assertions."""

    def test_each_kind_has_one_place(self):
        self.assertAllowedParentPageTypes(WorkingGroupIndexPage, {HomePage})
        self.assertAllowedParentPageTypes(WorkingGroupPage, {WorkingGroupIndexPage})
        self.assertAllowedParentPageTypes(OutcomePage, {WorkingGroupPage})
        self.assertAllowedSubpageTypes(WorkingGroupIndexPage, {WorkingGroupPage})
        self.assertAllowedSubpageTypes(WorkingGroupPage, {OutcomePage})
        self.assertAllowedSubpageTypes(OutcomePage, set())


def test_no_outcome_stands_where_the_site_itself_answers():
    group = make_group("mens")

    assert make_outcome(group, title="Leden").slug == "leden-2"
    with pytest.raises(ValidationError, match="werkruimte"):
        make_outcome(group, title="Anders", slug="werkruimte")
