"""What a session brings in, and what the group answers to it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from community.models import Harvest, Membership, Point, Session
from community.sessions.harvest.retention import KEEPER
from community.sessions.harvest.services import (
    Decision,
    NotOpen,
    answer,
    contribute,
    is_open,
    make_point,
)
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.people import (
    make_account,
    make_interest,
    make_member_of_the_site,
)
from tests.factories.sessions import make_registration, make_session, page_of

pytestmark = pytest.mark.django_db
AGREED = {"state": "opgepakt", "heading": "Roosters", "answer": "Mens zoekt dit uit."}


@pytest.fixture
def session():
    """It began five minutes ago."""
    now = timezone.now()
    begun = now - timedelta(minutes=5)
    return make_session(now=now, group=make_group("mens"), starts_at=begun)


@pytest.fixture
def leader(client, session):
    user = get_user_model().objects.create_user("ilse", "ilse@voorbeeld.example")
    make_member(session.group, "Ilse van Dam", user=user, function="trekker")
    client.force_login(user)
    return user


def say(session, text="Laat mensen ruilen.", **fields) -> Harvest:
    now = timezone.now()
    return Harvest.objects.create(session=session, text=text, said_at=now, **fields)


def test_who_registered_adds_something_with_a_name_or_without(client, session):
    mine = make_registration(session, now=timezone.now(), name="Wilma")
    address = reverse("harvest_by_link", args=[mine.token])

    client.post(address, {"text": "Met naam."})
    client.post(address, {"text": "Zonder naam.", "unnamed": "on"})
    client.post(address, {"text": ""})

    said = Harvest.objects.order_by("pk")
    assert list(said.values_list("text", "name", "registration")) == [
        ("Met naam.", "Wilma", mine.pk),
        ("Zonder naam.", "", None),
    ]


@pytest.mark.parametrize(
    ("hours", "off", "expected"),
    [
        (-0.1, False, False),
        (0, False, True),
        (0, True, False),
        (25.9, False, True),  # two of the session, and a day
        (26, False, False),
    ],
)
def test_a_session_takes_contributions_from_its_begin_until_a_day_later(
    now, hours, off, expected
):
    session = Session(starts_at=now, ends_at=now + timedelta(hours=2))
    session.called_off_at = now if off else None

    assert is_open(session, now + timedelta(hours=hours)) == expected


def test_a_heading_alone_is_no_answer(session):
    said, heading = say(session), Decision(state="open", answer="", heading="Roosters")

    answer(harvest=said, decision=heading, by=None, now=timezone.now())

    said.refresh_from_db()
    assert (said.heading, said.answered_at) == ("Roosters", None)


def test_of_what_has_no_name_the_moment_goes_after_a_week(session):
    unnamed, named = say(session), say(session, "Anders.", name="Wilma")
    week = session.ends_at + timedelta(days=7)

    early = KEEPER.forget(now=week - timedelta(seconds=1))
    late = [KEEPER.forget(now=week) for _ in range(2)]

    assert (early, late) == (0, [1, 0])
    kept = dict(Harvest.objects.values_list("pk", "said_at"))
    assert kept == {unnamed.pk: session.starts_at, named.pk: named.said_at}


def test_a_member_of_the_group_adds_something_without_registering(
    client, session, leader
):
    address = reverse("harvest_as_member", args=[page_of(session).slug])

    client.post(address, {"text": "Wij plannen te laat."})
    unnamed = make_account(timezone.now())
    make_member(session.group, "Els", user=unnamed)
    client.force_login(unnamed)
    client.post(address, {"text": "Zonder naam.", "unnamed": "on"})
    client.force_login(get_user_model().objects.create_user("omar", "o@x.example"))
    other = client.post(address, {"text": "Ik ook."})

    assert set(Harvest.objects.values_list("name", "reader")) == {
        ("Ilse van Dam", None),  # her address is not confirmed
        ("", None),
    }
    assert other.status_code == 403


@pytest.mark.parametrize("state", ["waiting", "cancelled", "asked"])
def test_who_has_no_seat_adds_nothing(client, session, state):
    mine = make_registration(session, now=timezone.now(), state=state)

    answer = client.post(reverse("harvest_by_link", args=[mine.token]), {"text": "x"})

    assert answer.status_code == 410


def test_before_it_begins_and_a_day_after_it_ended_nothing_is_added(now):
    session = make_session(now=now)

    for moment in (now, session.ends_at + timedelta(days=1)):
        with pytest.raises(NotOpen):
            contribute(
                session=session,
                text="x",
                name="",
                registration=None,
                reader=None,
                now=moment,
            )


def test_what_is_not_open_has_an_answer(client, session, leader):
    said = say(session)
    address = reverse("answer_harvest", args=[page_of(session).slug, said.pk])

    without = client.post(address, {**AGREED, "answer": ""})
    client.post(address, AGREED)

    said.refresh_from_db()
    assert set(without.context["wrong"].errors) == {"answer"}
    assert (said.state, said.heading) == ("opgepakt", "Roosters")
    assert "Mens zoekt dit uit." in client.get(page_of(session).url).content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        say(session, "Iets anders.", state="niet")


@pytest.mark.parametrize("registers", [True, False])
def test_what_a_member_declares_stands_under_what_they_said(client, session, registers):
    now = timezone.now()
    iris = make_member_of_the_site(now, "Iris Blom", email="iris@voorbeeld.example")
    make_interest(iris, "adviseur", with_whom="Belco")
    known = {"name": "Iris Blom", "email": "iris@voorbeeld.example"}
    if registers:
        mine = make_registration(session, now=now, **known)
        address = reverse("harvest_by_link", args=[mine.token])
    else:
        Membership.objects.create(group=session.group, person=iris)
        client.force_login(iris.user)
        address = reverse("harvest_as_member", args=[page_of(session).slug])

    client.post(address, {"text": "Onder mijn naam."})
    client.post(address, {"text": "Zonder naam.", "unnamed": "on"})

    page = client.get(page_of(session).url).text
    assert page.count("(belang: ") == 1
    assert "Iris Blom (belang: adviseur, Belco)" in page
    point = make_point(harvest=Harvest.objects.get(name="Iris Blom"), now=now)
    assert point.person == iris
    otherwise = say(session, "Anders.", name="Wilma", reader=iris.user.reader)
    assert make_point(harvest=otherwise, now=now).person is None


def test_a_stranger_with_the_name_of_a_member_declares_nothing(client, session):
    now = timezone.now()
    iris = make_member_of_the_site(now, "Iris Blom", email="iris@voorbeeld.example")
    make_interest(iris)
    mine = make_registration(session, now=now, name="Iris Blom")

    client.post(reverse("harvest_by_link", args=[mine.token]), {"text": "Hallo."})

    said = Harvest.objects.get()
    assert (said.name, said.reader) == ("Iris Blom", None)
    assert "(belang: " not in client.get(page_of(session).url).text


def test_what_is_hidden_on_a_ground_is_in_the_public_log(client, session, leader):
    said = say(session, "Koop nu.", name="Wilma")
    address = reverse("answer_harvest", args=[page_of(session).slug, said.pk])
    hide = {"state": "verborgen", "answer": "Dit is reclame."}

    without = client.post(address, hide)
    client.post(address, hide | {"ground": "advert"})
    client.post(address, hide | {"answer": "Reclame."})
    hidden = client.get(reverse("rulings")).text
    client.post(address, AGREED)

    assert set(without.context["wrong"].errors) == {"ground"}
    about = f"een bijdrage bij de bijeenkomst ‘{page_of(session)}’"
    assert hidden.count(about) == hidden.count("Verborgen: reclame") == 1
    assert "Koop nu" not in hidden
    assert "Wilma" not in hidden
    assert "Teruggezet" in client.get(reverse("rulings")).text


def test_what_is_hidden_is_on_no_page(client, session):
    say(
        session,
        "Een belediging.",
        state="verborgen",
        answer="x",
        answered_at="2026-01-01T00:00Z",
    )

    assert "belediging" not in client.get(page_of(session).url).content.decode()


def test_a_contribution_goes_on_as_a_point_once(client, session, leader):
    said = say(session, name="Wilma")
    address = reverse("harvest_to_point", args=[page_of(session).slug, said.pk])

    first, second = client.post(address), client.post(address)

    point = Point.objects.get()
    assert first.headers["Location"] == second.headers["Location"]
    assert (point.title, point.name, point.origin_kind, point.origin) == (
        "Laat mensen ruilen.",
        "Wilma",
        "oogst",
        said,
    )


def test_a_long_contribution_keeps_all_its_words_as_a_point(session):
    said = say(session, "Lang. " * 60)

    point = make_point(harvest=said, now=timezone.now())

    assert len(point.title) <= 120
    assert point.text == said.text


def test_the_lead_reads_many_as_quickly_as_few(client, session, leader):
    say(session)
    address = reverse("harvest_desk", args=[page_of(session).slug])
    few = statements(client, address)
    for number in range(20):
        say(session, f"{number}", heading=f"Kop {number % 3}")

    assert len(statements(client, address)) == len(few)


def test_who_wants_to_be_forgotten_leaves_the_words_or_takes_them_along(session, now):
    for email in ("a@voorbeeld.example", "b@voorbeeld.example"):
        mine = make_registration(session, now=now, email=email)
        say(session, email, name="Wilma", registration=mine)

    iris = make_member_of_the_site(now, email="c@voorbeeld.example")
    say(session, "c@voorbeeld.example", name="Iris Blom", reader=iris.user.reader)

    KEEPER.take_out(email="c@voorbeeld.example", now=now, words_stay=True)
    KEEPER.take_out(email="a@voorbeeld.example", now=now, words_stay=True)
    KEEPER.take_out(email="b@voorbeeld.example", now=now, words_stay=False)

    kept = Harvest.objects.order_by("text").values_list("text", "name", "reader")
    assert list(kept) == [
        ("a@voorbeeld.example", "", None),
        ("c@voorbeeld.example", "", None),
    ]


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_ten_clicks_at_one_instant_are_one_contribution_and_one_point(session):
    who = {"name": "", "registration": None, "reader": None}

    def click(_):
        now = timezone.now()
        try:
            said = contribute(session=session, text="Ruilen.", now=now, **who)
            return said.pk, make_point(harvest=said, now=now).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as threads:
        assert len(set(threads.map(click, range(10)))) == 1
