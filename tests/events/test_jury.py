"""Who judges at an event: named with their work and interests, on both pages."""

import re

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from events.models import Juror
from home.profiles.retention import erase
from home.profiles.rules import Told
from home.profiles.services import change_profile
from tests.asked import statements
from tests.events.test_event_page import MOST_QUERIES, make_page, text_of
from tests.events.test_organiser_access import page_form
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event_page
from tests.factories.home import make_organisation, make_person, make_photo
from tests.factories.people import make_interest, make_member_of_the_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_page()


def test_an_organiser_chooses_a_jury_and_it_stands_on_the_page(client, page):
    client.force_login(make_organiser("roos", page.event))
    noor, pim = make_person("Noor"), make_person("Pim", function="planner")
    rows = [
        {"person": noor.pk, "role": "lasser, werf", "panel": "de vraag van Mens"},
        {"person": pim.pk, "role": "", "panel": ""},
    ]
    form = page_form(page.event, slug=page.slug, **nested("jurors", rows))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

    chooser = client.get(reverse("wagtailsnippetchoosers_home_person:choose"))
    client.post(edit, form)
    again = client.get(edit)

    text = text_of(Client().get(page.url))
    assert "Pim" in chooser.text
    assert "lasser, werf" in again.text
    told = "Noor lasser, werf; oordeelt over de vraag van Mens Pim planner"
    assert told in " ".join(text.split())


def nested(name: str, rows: list[dict]) -> dict:
    """A list in a form, as a browser sends it."""
    return nested_form_data({name: inline_formset(rows)})


def test_a_juror_has_work_interests_and_a_page_that_says_of_what(client, page):
    firm = make_organisation("Vijfhoog")
    els = make_person("Els", function="inkoper", organisation=firm)
    make_interest(els)
    Juror.objects.create(page=page, person=make_person("Noor"), panel="de gasten")
    before = client.get(els.get_absolute_url()).status_code
    Juror.objects.create(page=page, person=els, panel="de vraag van Imago")

    html = client.get(page.url).text
    profile = client.get(els.get_absolute_url()).text

    assert before == 404
    assert f'<a href="{els.get_absolute_url()}">Els</a>' in html
    assert "inkoper, Vijfhoog; oordeelt over de vraag van Imago" in html
    assert "Belang: adviseur, Belco" in html
    assert "Jurylid bij" in profile
    assert f'<a class="h3" href="{page.url}">{page.title}</a>' in profile
    assert re.findall("oordeelt over [^<]*", profile) == [
        "oordeelt over de vraag van Imago"
    ]


def test_of_an_event_that_is_private_nobody_reads_the_jury(client, page):
    els = make_person("Els")
    Juror.objects.create(page=page, person=els)
    PageViewRestriction.objects.create(
        page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )

    assert client.get(els.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("told", "shown"),
    [({"pseudonym": "De Uil"}, "De Uil"), ({"visibility": "niemand"}, "Naam bij ons")],
)
def test_of_who_is_there_without_their_name_no_work_is_told(
    client, now, page, told, shown
):
    iris = make_member_of_the_site(now, "Iris Blom")
    Juror.objects.create(page=page, person=iris, role="planner, Trapgoed", panel="Mens")
    change_profile(person=iris, told=Told(name="Iris Blom", function="baas", **told))

    text = text_of(client.get(page.url))

    assert shown in text
    assert "oordeelt over Mens" in text
    assert not {"Iris", "planner", "baas"} & set(text.replace(",", "").split())


def test_who_leaves_the_site_stays_in_the_jury_without_name_or_work(client, now, page):
    iris = make_member_of_the_site(now, "Iris Blom", email="iris@voorbeeld.example")
    Juror.objects.create(page=page, person=iris, role="planner, Trapgoed")

    erase(email="iris@voorbeeld.example", now=now)

    text = text_of(client.get(page.url))
    assert "De jury" in text
    assert "Naam gewist" in text
    assert "Iris" not in text
    assert "planner" not in text


def test_a_person_in_a_jury_is_not_thrown_away(page):
    juror = Juror.objects.create(page=page, person=make_person())

    with pytest.raises(ProtectedError):
        juror.person.delete()


@pytest.mark.parametrize("which", ["the event", "the person"])
def test_a_page_asks_the_same_for_one_juror_and_for_nine(client, page, which):
    firm, photo = make_organisation(), make_photo(size=(30, 20))
    first = make_person("Nul", organisation=firm, photo=photo)
    address = page.url if which == "the event" else first.get_absolute_url()

    def one_more(number):
        other = make_person(f"Lid {number}", organisation=firm, photo=photo)
        Juror.objects.create(page=page, person=other)
        Juror.objects.create(page=make_event_page(), person=first)

    Juror.objects.create(page=page, person=first)
    one_more(0)
    few = len(statements(client, address))
    for number in range(1, 9):
        one_more(number)

    many = len(statements(client, address))
    assert many == few
    assert which == "the person" or many <= MOST_QUERIES
