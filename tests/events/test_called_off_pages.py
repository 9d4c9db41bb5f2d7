"""What everybody sees of an event that was called off, and hears about the money."""

import json
import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from icalendar import Calendar

from events.cancellations import mail
from events.models import Cancellation, Event, Guest, Order
from events.orders.services import hold_places
from events.organiser.calling_off.services import call_off, carry_on_calling_off
from tests.factories.events import (
    make_event,
    make_event_page,
    make_guest,
    make_paid_order,
    make_ticket,
)

pytestmark = pytest.mark.django_db
WHY = "De zaal is afgebrand."


@pytest.fixture
def ticket(now, time_machine):
    time_machine.move_to(now)
    event = make_event(name="Hackathon", starts_at=now + timedelta(days=60))
    make_event_page(event=event)
    return make_ticket(event=event)


@pytest.fixture
def order(ticket):
    """Iris hosts, Daan confirmed."""
    order = make_paid_order(ticket=ticket)
    make_guest(pair=order.pairs.get(), admitted=True)
    return order


def off(event: Event, now) -> Event:
    return call_off(event=event, why=WHY, by=User.objects.create_user("roos"), now=now)


def page_of(order: Order) -> str:
    return reverse("order", args=[order.reference, order.token])


def json_ld(page) -> dict:
    found = re.search(
        r'application/ld\+json"[^>]*>(.*?)</script>', page.text, re.DOTALL
    )
    return json.loads(found[1])


def test_the_page_says_so_and_sells_nothing(client, ticket, now):
    off(ticket.event, now)

    page = client.get(ticket.event.page.url)

    data = json_ld(page)
    offers = [offer["availability"] for offer in data["offers"]]
    assert data["eventStatus"] == "https://schema.org/EventCancelled"
    assert offers == ["https://schema.org/OutOfStock"]
    assert f"Dit evenement gaat niet door.</b> {WHY}" in page.text
    assert "krijgt het hele bedrag terug" in page.text
    assert reverse("hold", args=[ticket.event.slug]) not in page.text


def test_nothing_opens_again_when_the_end_of_the_sale_is_changed(client, ticket, now):
    off(ticket.event, now)
    Event.objects.update(sales_until=None)

    page = client.get(ticket.event.page.url)
    answer = client.post(
        reverse("hold", args=[ticket.event.slug]), {"ticket": ticket.pk, "pairs": 1}
    )

    assert "Dit evenement gaat niet door" in page.text
    assert "Hackathon gaat niet door" in answer.text
    assert Order.objects.count() == 0


def test_agenda_and_front_page_say_so(client, ticket, now):
    off(ticket.event, now)

    agenda, front = client.get("/agenda/").text, client.get("/").text

    assert "<b>gaat niet door</b>" in agenda
    assert "<b>gaat niet door</b>" in front
    assert "duo’s</p>" not in agenda


def test_the_front_page_prefers_what_happens(client, ticket, now):
    off(ticket.event, now)
    later = make_event(name="Later", starts_at=now + timedelta(days=90))
    make_event_page(event=later)

    front = client.get("/")

    assert front.text.count("gaat niet door") == 0
    assert "Later, " in front.text


def test_an_event_that_did_not_happen_is_no_event_that_was(client, ticket, now):
    off(ticket.event, now)
    ends_at = now - timedelta(days=1)
    Event.objects.update(
        starts_at=ends_at - timedelta(hours=8), ends_at=ends_at, changes_until=ends_at
    )

    assert "ging niet door" in client.get("/agenda/").text
    assert "Dit evenement gaat niet door" in client.get(ticket.event.page.url).text


@pytest.mark.parametrize("runs", [0, 1])
def test_buyer_host_and_guest_hear_the_same_before_and_after_the_run(
    client, order, now, runs
):
    off(order.event, now)
    for _ in range(runs):
        carry_on_calling_off(now=now)
    pair, guest = order.pairs.get(), Guest.objects.get()

    buyer = client.get(page_of(order))
    host = client.get(reverse("host", args=[pair.host_token]))
    friend = client.get(reverse("guest", args=[guest.token]))

    assert [each.status_code for each in (buyer, host, friend)] == [200, 410, 410]
    for page in (buyer, host, friend):
        assert "<h1>Hackathon gaat niet door</h1>" in page.text
        assert WHY in page.text
        assert 'href="/agenda/"' in page.text
    assert "Jij bent binnen" not in buyer.text


def test_an_order_that_was_not_paid_is_no_dead_end(client, ticket, now):
    order = hold_places(ticket=ticket, pairs=1, now=now)
    off(ticket.event, now)
    Order.objects.update(status="lapsed")

    page = client.get(page_of(order)).text

    assert "Hackathon gaat niet door" in page
    assert "Er is niets afgeschreven" in page
    assert "Toch bestellen" not in page


@pytest.mark.parametrize("whose", ["host", "guest"])
def test_the_calendar_strikes_the_entry_out(client, order, now, whose):
    pair, guest = order.pairs.get(), Guest.objects.get()
    address = {
        "host": reverse("host_calendar", args=[pair.host_token]),
        "guest": reverse("guest_calendar", args=[guest.token]),
    }[whose]
    before = Calendar.from_ical(client.get(address).content).events[0]
    off(order.event, now)
    carry_on_calling_off(now=now)

    after = Calendar.from_ical(client.get(address).content).events[0]

    assert (before["status"], before["sequence"]) == ("CONFIRMED", 0)
    assert (after["status"], after["sequence"]) == ("CANCELLED", 1)
    assert after["uid"] == before["uid"]
    assert after.stamp > before.stamp


def test_the_mails_carry_that_entry_and_no_ticket(order, now):
    off(order.event, now)
    carry_on_calling_off(now=now)

    made = Cancellation.objects.get()
    letters = [mail.cancelled(made), mail.cancelled_to_guest(Guest.objects.get())]

    for written in letters:
        names = [name for name, _content, _kind in written.attachments]
        assert names == [f"{order.event.slug}.ics"]
        assert "STATUS:CANCELLED" in written.attachments[0][1]
        assert "agendabestand" in written.body
    assert WHY in letters[0].body


def test_a_ticket_that_stands_is_not_struck_out_for_who_left(client, order):
    """Only an event that was called off gives an entry without a place."""
    pair = order.pairs.get()
    order.pairs.update(state="cancelled", place=None)

    answer = client.get(reverse("host_calendar", args=[pair.host_token]))

    assert answer.status_code == 410
    assert "Dit kaartje is niet meer geldig" in answer.text


def test_nobody_waits_for_what_does_not_happen(client, ticket, now):
    off(ticket.event, now)

    answer = client.get(reverse("waiting_list", args=[ticket.event.slug]))

    assert answer.url == ticket.event.page.url
