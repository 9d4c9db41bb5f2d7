"""On the day that was agreed, the owner says how it stands."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from community.follow_up.services import ask_owners, seek_owners
from community.models import FollowUp, Membership
from home.mail.services import pay_owed_mail
from tests.factories.community import make_group, make_member, make_outcome
from tests.factories.people import make_interest

pytestmark = pytest.mark.django_db
DAYS = timedelta(days=1)


@pytest.fixture
def group():
    group = make_group("mens")
    lead = User.objects.create_user("ilse", "ilse@x.example")
    make_member(group, "Ilse", user=lead, function="trekker")
    return group


def make_owned(group, now, **fields):
    owner = User.objects.create_user("els", "els@x.example")
    place = make_member(group, "Els Dijkman", user=owner)
    today = timezone.localdate(now)
    fields = {"next_step": "Proberen.", "due": today, **fields}
    return place, make_outcome(group, responsible=place.person, **fields)


def test_the_owner_is_asked_once_and_the_answer_is_public(client, group, now):
    place, outcome = make_owned(group, now)
    make_interest(place.person, "adviseur", with_whom="Belco")

    asked = [ask_owners(now=now), ask_owners(now=now + DAYS)]
    pay_owed_mail(now=now + DAYS)
    link = re.search(r"/opvolging/[^/]+/", mail.outbox[0].body)[0]
    client.get(link)
    said = {
        "answer": "Bij 2 teams.",
        "progress": "60",
        "next_step": "Nog 1.",
        "due": "",
    }
    kept = client.post(link, said)

    assert asked == [1, 0]
    assert [each.to for each in mail.outbox] == [["els@x.example"]]
    assert kept.headers["Location"] == f"{link}?bewaard=1"
    page = client.get(outcome.url).content.decode()
    assert "Bij 2 teams." in page
    assert "<b>Els Dijkman</b> (belang: adviseur, Belco)" in page
    assert "<dd>Nog 1.</dd>" in page
    assert "voortgang 60%" in page


def test_a_draft_keeps_what_the_owner_said(client, group, now):
    _, outcome = make_owned(group, now)
    draft = outcome.save_revision()
    ask_owners(now=now)
    said = {"answer": "Goed.", "progress": "60", "next_step": "Nog 1.", "due": ""}
    client.post(f"/opvolging/{FollowUp.objects.get().token}/", said)

    draft.refresh_from_db()
    draft.publish()

    outcome.refresh_from_db()
    assert (outcome.progress, outcome.next_step) == (60, "Nog 1.")


@pytest.mark.parametrize(
    "wrong",
    [{"answer": ""}, {"progress": "101"}, {"progress": "x"}, {"due": "2020-01-01"}],
)
def test_what_is_wrong_is_said_at_its_field(client, group, now, wrong):
    make_owned(group, now)
    ask_owners(now=now)
    said = {"answer": "Goed.", "progress": "60", "next_step": "Nog 1.", "due": ""}

    link = f"/opvolging/{FollowUp.objects.get().token}/"
    response = client.post(link, said | wrong)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == list(wrong)


@pytest.mark.parametrize(
    "fields",
    [{"status": "gedaan"}, {"live": False}, {"due": None}, {"due": timezone.localdate}],
)
def test_nobody_is_asked_too_early_or_for_nothing(group, now, fields):
    if callable(fields.get("due")):
        fields = {"due": timezone.localdate(now) + DAYS}
    make_owned(group, now, **fields)

    assert ask_owners(now=now) == 0


def test_when_the_owner_left_the_lead_is_asked(client, group, now):
    place, _ = make_owned(group, now)
    place.until = timezone.localdate() - DAYS
    place.save()

    ask_owners(now=now)
    pay_owed_mail(now=now)

    assert [each.to for each in mail.outbox] == [["ilse@x.example"]]
    link = re.search(r"/opvolging/[^/]+/", mail.outbox[0].body)[0]
    assert client.get(link).status_code == 200


def test_who_left_the_group_answers_for_it_no_more(client, group, now):
    place, _ = make_owned(group, now)
    ask_owners(now=now)
    link = f"/opvolging/{FollowUp.objects.get().token}/"
    before = client.get(link).status_code
    place.until = date(2020, 1, 1)
    place.save()

    answers = [client.get(link), client.post(link, {"answer": "Goed."})]

    assert (before, [each.status_code for each in answers]) == (200, [410, 410])


@pytest.mark.parametrize("way", ["left", "taken off the page", "person gone"])
def test_a_lead_hears_once_that_an_outcome_lost_its_owner(group, now, way):
    place, outcome = make_owned(group, now)
    before = seek_owners(now=now)
    if way == "left":
        Membership.objects.filter(pk=place.pk).update(until=date(2020, 1, 1))
    else:
        (place if way == "taken off the page" else place.person).delete()

    found = [seek_owners(now=now) for _ in range(2)]
    pay_owed_mail(now=now)

    assert (before, found) == (0, [1, 0])
    assert [each.to for each in mail.outbox] == [["ilse@x.example"]]
    assert outcome.title in mail.outbox[0].subject
    assert "/werkruimte/" in mail.outbox[0].body


def test_who_takes_it_over_meanwhile_spares_the_lead_a_mail(group, now):
    place, outcome = make_owned(group, now)
    place.delete()
    seek_owners(now=now)
    outcome.responsible = group.memberships.get().person
    outcome.save()

    pay_owed_mail(now=now)

    assert not mail.outbox


def test_a_link_works_until_we_ask_again(client, group, now):
    place, outcome = make_owned(group, now)
    ask_owners(now=now)
    link = f"/opvolging/{FollowUp.objects.get().token}/"
    before = client.get(link).status_code

    later = {"due": timezone.localdate(now) + DAYS, "asked_at": now + DAYS}
    FollowUp.objects.create(outcome=outcome, asked=place.person, **later)

    assert (before, client.get(link).status_code) == (200, 410)


def test_an_unknown_link_leads_nowhere(client):
    assert client.get("/opvolging/x/").status_code == 410
