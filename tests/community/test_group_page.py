"""Phase, representation, documents and timeline on the page of a group."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.models import GroupDocument, GroupPhase, Membership
from community.working_groups import sections
from community.working_groups.access import is_member, may_lead
from community.working_groups.phases import phase_of
from community.working_groups.representation import Meter, Share, meter
from home.models import Role
from tests.factories.community import (
    make_document,
    make_group,
    make_member,
    make_outcome,
    make_phase,
)

A_DAY = timedelta(days=1)


def role(name: str) -> SimpleNamespace:
    return SimpleNamespace(name=name, plural=f"{name}s")


def test_the_meter_draws_each_role_against_the_largest():
    found = meter([(role("klant"), 4, False), (role("planner"), 1, False)], unknown=2)

    assert found == Meter([Share("klant", 4, 100), Share("planner", 1, 25)], [], 2)
    assert found.total == 7


def test_a_role_is_looked_for_until_somebody_has_it():
    found = meter([(role("planner"), 1, True), (role("teamleider"), 0, True)])

    assert found.sought == ["teamleiders"]


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2026, 1, 1), "verkennen"),  # nothing was written down yet
        (date(2026, 3, 1), "uitwerken"),
        (date(2026, 6, 30), "uitwerken"),
        (date(2026, 7, 1), "klaar"),
    ],
)
def test_a_group_is_in_the_latest_phase_that_began(day, phase):
    phases = [
        GroupPhase(name="klaar", since=date(2026, 7, 1)),
        GroupPhase(name="uitwerken", since=date(2026, 3, 1)),
    ]

    assert phase_of(phases, day) == phase


@pytest.mark.django_db
def test_the_page_tells_the_phase_who_is_there_and_who_is_missing(client):
    group = make_group("kwaliteit", mode="Zonder bezwaar.")
    make_phase(group, "besluiten", timezone.localdate() - A_DAY)
    make_phase(group, "klaar", timezone.localdate() + A_DAY)
    lead, planner = Role.objects.get(slug="teamleider"), Role.objects.get(slug="wfm")
    group.seats.set([lead, planner])
    group.save()
    make_member(group, "Pim", in_trade=planner)
    make_member(group, "Oud", in_trade=lead, until=timezone.localdate() - A_DAY)
    make_member(group, "Straks", in_trade=lead, since=timezone.localdate() + A_DAY)
    make_member(group, "Wie?")

    text = client.get("/werkgroepen/kwaliteit/").content.decode()

    assert 'aria-current="step">Besluiten<' in text
    assert "Zonder bezwaar." in text
    assert "<b>We zoeken nog:</b> teamleiders." in text
    assert '<th scope="row">Planner of WFM’er</th>' in text
    assert "Van 1 lid weten we de rol niet." in text
    assert "Pim" in text
    assert "Oud" not in text
    assert "Straks" not in text
    assert "De groep gaat besluiten" in text
    assert "De groep is klaar" not in text


@pytest.mark.django_db
def test_the_page_has_the_documents_and_what_happened_latest_first(client):
    group = make_group("kwaliteit")
    make_outcome(group, title="Norm", date=date(2026, 2, 1))
    make_phase(group, "uitwerken", date(2026, 3, 1))
    GroupDocument.objects.create(group=group, title="Plan", document=make_document())

    response = client.get("/werkgroepen/kwaliteit/")

    assert [each.what for each in response.context["timeline"]] == [
        "De groep werkt het uit",
        "Norm: versie 0.1, concept",
    ]
    assert ">Plan</a>" in response.content.decode()


@pytest.mark.django_db
def test_packages_around_a_group_add_sections_in_their_order(client, monkeypatch):
    group = make_group("kwaliteit")
    monkeypatch.setattr(sections, "_sections", [])
    meter_of_one = "community/group/meter.html"
    sections.section(20, meter_of_one)(lambda group: {"title": group.title})
    sections.section(10, meter_of_one)(lambda _group: {})
    sections.section(30, meter_of_one)(lambda _group: None)
    sections.section(10, meter_of_one, aside=True)(lambda _group: {"here": True})

    context = client.get(group.url).context

    assert [each.told for each in context["sections"]] == [{}, {"title": "Kwaliteit"}]
    assert [each.told for each in context["aside"]] == [{"here": True}]


@pytest.mark.django_db
def test_who_left_leads_nothing_and_is_in_nothing():
    group = make_group("kwaliteit")
    user = User.objects.create_user("farida")
    yesterday = timezone.localdate() - A_DAY
    make_member(group, user=user, function=Membership.Function.LEAD, until=yesterday)

    assert not may_lead(user, group)
    assert not is_member(user, group)


@pytest.mark.django_db
def test_a_membership_does_not_end_before_it_began():
    group = make_group("kwaliteit")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_member(group, since=date(2026, 2, 2), until=date(2026, 2, 1))
