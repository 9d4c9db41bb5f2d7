"""The agenda: what is coming and what has been, and the teaser for other pages."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events.orders.services import hold_places
from tests.asked import statements
from tests.factories.events import (
    make_agenda,
    make_event,
    make_event_page,
    make_ticket,
    make_voucher,
)
from tests.factories.home import make_photo

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
TEASER = Template(
    "{% load events %}{% next_event as event %}{% if event %}{{ event.title }}, "
    "{{ event.url }}, {{ event.place }} in {{ event.city }}, "
    "{{ event.places_left }}/{{ event.capacity }}{% else %}niets{% endif %}"
)


def make_page(days: float, **fields):
    """A page of an event that begins so many days from now."""
    starts_at = timezone.now() + timedelta(days=days)
    slug = fields.pop("slug", f"dag-{days}")
    fields.setdefault("capacity", 60)
    photo = fields.pop("photo", None)
    event = make_event(starts_at=starts_at, slug=slug, **fields)
    make_ticket(event=event)
    return make_event_page(event=event, title=slug.capitalize(), photo=photo)


def hold(page, pairs: int):
    ticket = page.event.tickets.get()
    return hold_places(ticket=ticket, pairs=pairs, now=timezone.now())


def test_the_agenda_shows_the_soonest_first_and_below_it_the_latest_that_was(client):
    for days in (20, -9, 10, -3):
        make_page(days)
    make_page(-0.1, slug="nu-bezig")

    context = client.get("/agenda/").context

    assert [page.slug for page in context["upcoming"]] == [
        "nu-bezig",
        "dag-10",
        "dag-20",
    ]
    assert [line.title for line in context["past"]] == ["Dag--3", "Dag--9"]


def test_the_agenda_says_how_many_places_are_left_and_where_none_is(client):
    hold(make_page(10, capacity=3), pairs=2)
    hold(make_page(20, capacity=2), pairs=2)
    make_page(30, sales_until=timezone.now())

    text = client.get("/agenda/").content.decode()

    found = [
        text.count("nog 1 van 3 duo’s"),
        text.count("uitverkocht"),
        text.count("bestellen kan nu niet"),
    ]
    assert found == [1, 1, 1]


def test_places_that_a_code_keeps_are_not_called_sold_out(client):
    """As on the page of the event itself; once they are used it is."""
    page = make_page(10, capacity=2)
    make_voucher(page.event, timezone.now(), code="PARTNER", keeps_places=True, most=1)
    hold(page, pairs=1)

    with_room = client.get("/agenda/").content.decode()
    ticket = page.event.tickets.get()
    hold_places(ticket=ticket, pairs=1, now=timezone.now(), code="PARTNER")
    without = client.get("/agenda/").content.decode()

    words = ["alleen nog met een code", "uitverkocht"]
    assert [with_room.count(word) for word in words] == [1, 0]
    assert [without.count(word) for word in words] == [0, 1]


def test_a_draft_and_a_private_page_stay_off_the_agenda(client):
    make_page(10, slug="concept").unpublish()
    PageViewRestriction.objects.create(
        page=make_page(20, slug="besloten"), restriction_type="login"
    )

    context = client.get("/agenda/").context

    assert list(context["upcoming"]) == []
    assert TEASER.render(Context()) == "niets"


def test_an_empty_agenda_says_what_to_do_instead(client):
    make_agenda()

    text = client.get("/agenda/").content.decode()

    assert "Er staat nu niets in de agenda" in text
    assert 'href="/verhalen/"' in text


@pytest.mark.parametrize(
    ("page", "upcoming", "past"),
    [("", 1, 10), ("2", 0, 2), ("99", 0, 2), ("'; --", 1, 10), ("-1", 0, 2)],
)
def test_what_has_been_is_paged_and_odd_numbers_do_no_harm(
    client, page, upcoming, past
):
    make_page(5)
    for days in range(12):
        make_page(-30 - days)

    context = client.get("/agenda/", {"pagina": page}).context

    assert (len(context["upcoming"]), len(context["past"])) == (upcoming, past)


def test_the_agenda_asks_the_database_as_little_for_many_events_as_for_few(client):
    make_page(1, photo=make_photo())
    make_page(-3)
    few = statements(client, "/agenda/")

    for days in range(8):
        make_page(10 + days, photo=make_photo())
        make_page(-10 - days)
    many = statements(client, "/agenda/")

    assert len(many) == len(few) <= MOST_QUERIES
    assert len(set(many)) == len(many), many


def test_the_teaser_is_the_event_that_comes_first(django_assert_max_num_queries):
    make_page(-1)
    hold(make_page(10, slug="hackathon"), pairs=4)
    make_page(20)
    TEASER.render(Context())

    with django_assert_max_num_queries(3):
        text = TEASER.render(Context())

    expected = "Hackathon, /agenda/hackathon/, Het Seinhuis in Amersfoort, 56/60"
    assert text == expected
