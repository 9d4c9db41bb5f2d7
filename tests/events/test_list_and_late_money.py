"""The waiting list beside money that is still on its way."""

from datetime import timedelta

import pytest

from events.models import Order, WaitingEntry
from events.orders.services import confirm, hold_places, release
from events.waiting_list.services import offer_places
from tests.factories.events import make_event, make_ticket
from tests.factories.payments import place
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_an_offer_stands_while_it_may_have_been_paid(stripe, now):
    """At the last moment, and Stripe has not told yet: nobody else gets the place."""
    event = make_sold_out().event
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    free_a_place(event)
    offer_places(now=now)
    entry.refresh_from_db()
    last = entry.offer_until - MINUTE
    stripe.clock.move_to(last)
    place(entry.order, last)

    offer_places(now=last + 60 * MINUTE)

    entry.order.refresh_from_db()
    assert entry.order.held_until < last + 60 * MINUTE
    assert (entry.order.status, entry.order.pairs.get().state) == ("held", "held")
    assert [each.state for each in WaitingEntry.objects.order_by("pk")] == [
        "offered",
        "waiting",
    ]


def test_who_paid_late_gets_the_place_that_nobody_was_offered(now):
    """Rule 8: back if there is one; the list comes after who paid for it."""
    ticket = make_ticket(event=make_event(capacity=1))
    order = hold_places(ticket=ticket, pairs=1, now=now)
    release(order=order)
    make_waiting(ticket.event)
    Order.objects.update(buyer_email="iris@voorbeeld.example")

    confirm(order=order, now=now)
    offer_places(now=now)

    order.refresh_from_db()
    assert (order.status, order.pairs.get().state) == ("paid", "sold")
    assert WaitingEntry.objects.get().state == "waiting"
