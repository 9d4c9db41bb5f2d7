"""The page of an event: what it tells, when it sells, and what it asks the database."""

import json
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from events.models import EventIndexPage, EventPage, Order
from events.orders.services import hold_places
from events.pages.rules import Room, State, sale_of
from events.tickets.models import DuoTicket, Event
from home import dutch
from tests.asked import statements
from tests.factories.events import (
    make_event,
    make_event_page,
    make_ticket,
    make_tier,
)
from tests.factories.home import make_photo

MOST_QUERIES = 8
DAY = timedelta(days=1)


def make_page(*, event: dict | None = None, **fields) -> EventPage:
    """A page of an event of sixty days from now, with one ticket of € 149."""
    values = {"starts_at": timezone.now() + 60 * DAY} | (event or {})
    page = make_event_page(event=make_event(**values), **fields)
    make_ticket(event=page.event)
    return page


def text_of(response) -> str:
    """What a reader reads, on one line."""
    html = response.content.decode()
    body = re.sub(r"<(script|svg).*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


# The rule: which sentence of the buy box is true

NOW = datetime(2026, 11, 25, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("event", "caps", "taken", "state"),
    [
        ({}, [None], {}, State.OPEN),
        ({}, [None], {1: 9}, State.OPEN),
        ({}, [None], {1: 10}, State.SOLD_OUT),
        ({}, [3], {1: 3}, State.SOLD_OUT),  # its own cap, though the hall has room
        ({}, [3, None], {1: 3}, State.OPEN),
        ({}, [], {}, State.NO_TICKETS),
        ({"sales_from": NOW + DAY}, [None], {}, State.NOT_YET),
        ({"sales_from": NOW}, [None], {}, State.OPEN),
        ({"sales_until": NOW}, [None], {}, State.CLOSED),
        ({"sales_until": NOW}, [None], {1: 10}, State.CLOSED),
        ({"ends_at": NOW}, [None], {1: 10}, State.OVER),
    ],
)
def test_which_state_the_sale_is_in(event, caps, taken, state):
    values = {"starts_at": NOW - DAY, "ends_at": NOW + DAY, "capacity": 10} | event
    tickets = [
        DuoTicket(pk=pk, price=Decimal(149), capacity=cap)
        for pk, cap in enumerate(caps, start=1)
    ]

    assert sale_of(Event(**values), tickets, Room(taken), NOW).state == state


def test_a_type_offers_what_the_hall_and_its_own_cap_leave_and_five_at_most():
    event = Event(starts_at=NOW, ends_at=NOW + DAY, capacity=10)
    tickets = [
        DuoTicket(pk=1, price=Decimal(149)),
        DuoTicket(pk=2, price=Decimal(99), capacity=4),
        DuoTicket(pk=3, price=Decimal(50), capacity=1),
    ]

    sale = sale_of(event, tickets, Room({2: 1, 3: 1}), NOW)

    assert sale.left == 8
    assert [list(choice.numbers) for choice in sale.choices] == [
        [1, 2, 3, 4, 5],
        [1, 2, 3],
        [],
    ]
    assert sale.cheapest.ticket.pk == 2  # what is gone is not what it costs


# The page


@pytest.mark.django_db
def test_the_page_says_what_it_costs_for_two_and_how_many_places_are_left(client):
    page = make_page(event={"capacity": 12})
    ticket = page.event.tickets.get()
    hold_places(ticket=ticket, pairs=3, now=timezone.now())

    text = text_of(client.get(page.url))

    assert "€ 149 voor twee" in text
    assert "inclusief € 25,86 btw" in text
    assert "Nog 9 van de 12 duo’s" in text
    assert "Bestel je duoticket" in text


@pytest.mark.django_db
def test_the_page_explains_the_pair_with_the_limit_and_sector_of_its_event(client):
    starts_at = datetime(2099, 3, 10, 9, 30, tzinfo=UTC)
    page = make_page(event={"starts_at": starts_at, "age_limit": 28})

    text = text_of(client.get(page.url))

    assert "Jonger dan 28 op 10 maart 2099" in text
    assert "uit een andere sector dan klantcontact" in text
    assert "geboren op of na 11 maart 2071, dat is de grens" in text


@pytest.mark.django_db
def test_ordering_is_a_post_with_the_type_and_the_number_of_pairs(client):
    page = make_page()
    other = make_ticket(event=page.event, name="Klein", price=Decimal(99), position=1)
    ticket = page.event.tickets.exclude(pk=other.pk).get()

    html = client.get(page.url).content.decode()

    action = (
        f'<form class="flow" method="post" action="/tickets/{page.slug}/bestellen/" '
        "data-once>"
    )
    assert html.count(action) == 2
    values = re.findall(r'name="ticket" value="(\d+)"', html)
    assert values == [str(ticket.pk), str(other.pk)]
    assert html.count("<option>") == 10
    assert "Vanaf €\xa099 voor twee" in html
    assert Order.objects.count() == 0


@pytest.mark.django_db
def test_reading_sets_no_cookie_and_the_same_page_is_sent_once(client):
    page = make_page()

    first = client.get(page.url)
    again = client.get(page.url, headers={"If-None-Match": first["ETag"]})

    assert list(first.cookies) == []
    assert again.status_code == 304


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("came_from", "pairs"),
    [("same-origin", [2]), ("none", [2]), ("", [2]), ("cross-site", [])],
)
def test_the_form_of_the_page_holds_places_and_another_site_does_not(came_from, pairs):
    page = make_page()
    browser = Client(enforce_csrf_checks=True)

    browser.post(
        f"/tickets/{page.slug}/bestellen/",
        {"ticket": page.event.tickets.get().pk, "pairs": "2"},
        headers={"Sec-Fetch-Site": came_from},
    )

    assert [order.pairs.count() for order in Order.objects.all()] == pairs


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ({"sales_from": 9}, "De verkoop is nog niet begonnen"),
        ({"sales_until": -1}, "De verkoop is gesloten"),
        ({"starts_at": -9}, "Dit evenement is geweest"),
    ],
)
def test_a_page_that_does_not_sell_says_why_and_has_no_button(client, event, sentence):
    moments = {name: timezone.now() + days * DAY for name, days in event.items()}
    page = make_page(event=moments)

    response = client.get(page.url)

    assert sentence in text_of(response)
    assert "/bestellen/" not in response.content.decode()
    assert 'class="buy-bar"' not in response.content.decode()


@pytest.mark.django_db
def test_a_page_without_tickets_says_that_they_are_to_come(client):
    page = make_event_page(event=make_event(starts_at=timezone.now() + DAY))

    text = text_of(client.get(page.url))

    assert "Er zijn nog geen kaartjes" in text


@pytest.mark.django_db
def test_sold_out_says_so_until_a_hold_lapses(client):
    page = make_page(event={"capacity": 2})
    ticket = page.event.tickets.get()
    order = hold_places(ticket=ticket, pairs=2, now=timezone.now())

    full = text_of(client.get(page.url))
    Order.objects.filter(pk=order.pk).update(held_until=timezone.now())
    later = text_of(client.get(page.url))

    assert "Uitverkocht: alle 2 duo’s zijn weg" in full
    assert "Nog 2 van de 2 duo’s" in later


@pytest.mark.django_db
def test_search_engines_read_the_offer_the_place_and_the_hour_with_its_offset(client):
    starts_at = datetime(2099, 7, 1, 9, 30, tzinfo=UTC)
    page = make_page(event={"starts_at": starts_at, "name": "Dag </script> & meer"})

    html = client.get(page.url).content.decode()

    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    data = json.loads(found[0])
    told = {
        "type": data["@type"],
        "name": data["name"],
        "start": data["startDate"],
        "status": data["eventStatus"],
        "place": data["location"]["address"]["addressLocality"],
        "organizer": data["organizer"]["name"],
        "offers": [(o["price"], o["priceCurrency"]) for o in data["offers"]],
        "available": data["offers"][0]["availability"],
    }
    assert told == {
        "type": "Event",
        "name": "Dag </script> & meer",
        "start": "2099-07-01T11:30:00+02:00",
        "status": "https://schema.org/EventScheduled",
        "place": "Amersfoort",
        "organizer": "Een Nieuw Geluid",
        "offers": [("149.00", "EUR")],
        "available": "https://schema.org/InStock",
    }


@pytest.mark.django_db
def test_a_reader_costs_few_queries_however_much_was_sold(client):
    page = make_page(photo=make_photo(), event={"capacity": 100})
    few = statements(client, page.url)

    for number in range(4):
        ticket = make_ticket(event=page.event, name=f"Soort {number}")
        hold_places(ticket=ticket, pairs=5, now=timezone.now())
    many = statements(client, page.url)

    assert len(many) == len(few) <= MOST_QUERIES
    assert len(set(many)) == len(many), many


@pytest.mark.django_db
def test_a_page_about_an_event_stands_in_the_agenda_and_nowhere_else():
    assert EventPage.allowed_parent_page_models() == [EventIndexPage]
    assert EventPage in EventIndexPage.allowed_subpage_models()
    assert EventPage.allowed_subpage_models() == []


@pytest.mark.django_db
def test_a_type_says_its_early_price_until_when_and_what_comes_after(client):
    page = make_page()
    soon = timezone.now() + DAY
    make_tier(page.event.tickets.get(), "99", until=soon)

    text = text_of(client.get(page.url))

    assert "€ 99 voor twee" in text
    assert f"Tot {dutch.moment(soon)} , daarna € 149." in text


@pytest.mark.django_db
def test_a_type_says_how_many_are_left_for_the_early_price(client):
    page = make_page()
    ticket = page.event.tickets.get()
    make_tier(ticket, "99", first=3)
    hold_places(ticket=ticket, pairs=2, now=timezone.now())

    text = text_of(client.get(page.url))

    assert "Nog 1 duo voor deze prijs , daarna € 149." in text


@pytest.mark.django_db
def test_each_type_says_honestly_how_many_are_left_and_why_not(client):
    page = make_page(event={"capacity": 12})
    event, now = page.event, timezone.now()
    make_ticket(event=event, name="Klein", capacity=4, position=1)
    make_ticket(event=event, name="Groep", least_pairs=5, capacity=3, position=2)
    make_ticket(event=event, name="Later", sales_from=now + DAY, position=3)
    make_ticket(event=event, name="Voorbij", sales_until=now, position=4)
    make_ticket(event=event, name="Gratis", price=Decimal(0), position=5)

    text = text_of(client.get(page.url))

    assert "Nog 12 van de 12 duo’s" in text
    assert "Nog 4 duo’s van deze soort." in text
    assert "Er zijn nog 3 duo’s , en van deze soort bestel je er minstens 5" in text
    assert f"Te bestellen vanaf {dutch.moment(now + DAY)}." in text
    assert "Deze duotickets zijn niet meer te bestellen." in text
    assert "Gratis voor twee" in text
    assert "Meld je duo aan" in text


@pytest.mark.django_db
def test_the_sale_has_not_begun_while_every_type_waits(client):
    page = make_page()
    opens = timezone.now() + DAY
    page.event.tickets.update(sales_from=opens)

    text = text_of(client.get(page.url))

    assert f"Bestellen kan vanaf {dutch.moment(opens)} ." in text
