"""The hall shrinks at the instant that somebody takes up an offer (rule 7)."""

import pytest

from events.models import Order
from events.orders.capacity import InUse, PlacesTaken, set_capacity
from events.orders.services import hold_again, hold_places
from tests.events.test_waiting_races import at_once, buyer
from tests.factories.events import make_event, make_ticket
from tests.factories.waiting import make_offer_without_a_place

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_the_hall_shrinks_around_the_place_of_who_comes_back_at_that_instant(now):
    ticket = make_ticket(event=make_event(capacity=3))
    hold_places(ticket=ticket, pairs=1, now=now)
    entry = make_offer_without_a_place(ticket, now)

    def shrink():
        try:
            set_capacity(event=ticket.event, capacity=1, now=now)
        except PlacesTaken as reason:
            return reason.in_use
        return "shrunk"

    in_use, order, *_ = at_once(
        [
            shrink,
            lambda: hold_again(order=entry.order, now=now),
            buyer(ticket, now),
            buyer(ticket, now),
        ]
    )

    assert in_use in [InUse(held=1, offered=1), InUse(held=2, offered=1)]
    assert order.status == Order.Status.HELD
    assert ticket.event.places.exclude(pair=None).count() == 3
