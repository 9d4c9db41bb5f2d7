"""The agenda as a calendar follows it: events and sessions, as they are now."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from community.sessions.registration.changes import call_off, change
from home.models import Role
from tests.asked import statements
from tests.factories.events import make_agenda, make_event, make_event_page
from tests.factories.sessions import make_registration, make_session, page_of

pytestmark = pytest.mark.django_db
ADDRESS = "/agenda/agenda.ics"


def followed(client) -> list:
    return Calendar.from_ical(client.get(ADDRESS).content).events


def test_a_calendar_follows_what_moves_and_what_is_called_off(client):
    now = timezone.now().replace(microsecond=0)
    event = make_event(starts_at=now + timedelta(days=3))
    make_event_page(event=event, title="Hackathon")
    session = make_session(
        now=now, starts_at=now + timedelta(days=5), title="Luisteren"
    )
    before = followed(client)
    session.starts_at += timedelta(days=1)
    session.ends_at += timedelta(days=1)
    change(session=session, now=now)
    moved = followed(client)
    call_off(session=session, why="De zaal is dicht.", now=now)

    after = followed(client)

    assert [line["summary"] for line in before] == ["Hackathon", "Luisteren"]
    assert [line["uid"] for line in before] == [line["uid"] for line in after]
    states = [(line["sequence"], line["status"]) for line in (before[1], moved[1])]
    assert states == [(0, "CONFIRMED"), (1, "CONFIRMED")]
    assert moved[1].start == session.starts_at
    assert (after[1]["sequence"], after[1]["status"]) == (2, "CANCELLED")
    assert after[1]["summary"] == "Gaat niet door: Luisteren"


def test_who_follows_the_agenda_sees_no_more_than_its_readers(client):
    now = timezone.now()
    session = make_session(now=now, title="Luisteren")
    hidden = make_session(now=now, title="Nog niet")
    page_of(hidden).unpublish()

    answer = client.get(ADDRESS)

    said = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/calendar"
    assert ("Luisteren" in said, "Nog niet" in said) == (True, False)
    assert session.link not in said
    assert 'href="webcal://' in client.get("/agenda/").content.decode()


def test_the_followed_agenda_asks_as_little_for_many_as_for_few(client):
    now = timezone.now()
    make_session(now=now)
    make_event_page(event=make_event(starts_at=now + timedelta(days=3)), title="Een")
    few = statements(client, ADDRESS)
    for number in range(4):
        make_registration(make_session(now=now, title=f"Nog {number}"), now=now)

    many = statements(client, ADDRESS)

    assert len(many) == len(few) <= 6


def test_the_agenda_is_narrowed_to_what_is_for_a_role(client):
    now = timezone.now()
    for title, slug in (("Voor planners", "wfm"), ("Voor teams", "teamleider")):
        session = make_session(now=now, title=title)
        session.roles.set(Role.objects.filter(slug=slug))
    make_session(now=now, title="Voor iedereen")

    narrowed = client.get("/agenda/?rol=wfm").context["upcoming"]
    odd = client.get("/agenda/?rol=piloot").context["upcoming"]

    assert [page.title for page in narrowed] == ["Voor planners"]
    assert len(odd) == 3


def test_an_agenda_without_anything_is_still_a_calendar(client):
    make_agenda()

    assert followed(client) == []
    assert reverse("agenda_calendar") == ADDRESS
