"""Locks are taken in one order: payment, order, event. Nobody waits in a circle."""

from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from events.guests.services import admit
from events.models import Order
from events.orders.services import HOLD, SoldOut, extend, hold_places
from tests.factories.events import make_event, make_guest, make_ticket
from tests.factories.home import make_sector

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
SOON = 10  # seconds; who waits for a lock that we hold is never done


def elsewhere(work, **arguments) -> Future:
    """Another process, with a connection of its own."""

    def run():
        try:
            return work(**arguments)
        finally:
            connection.close()

    return ThreadPoolExecutor(max_workers=1).submit(run)


def test_a_lapsed_hold_that_its_buyer_is_renewing_is_left_alone(now):
    ticket = make_ticket(event=make_event(capacity=1))
    order = hold_places(ticket=ticket, pairs=1, now=now)
    later = now + HOLD

    with transaction.atomic():
        Order.objects.select_for_update().get(pk=order.pk)
        another = elsewhere(hold_places, ticket=ticket, pairs=1, now=later)
        with pytest.raises(SoldOut):
            another.result(timeout=SOON)
        extend(order=order, now=later)

    order.refresh_from_db()
    assert (order.status, order.held_until) == ("held", later + HOLD)


def test_a_guest_who_confirms_does_not_wait_for_the_order(now):
    answers = {
        "name": "Daan Okafor",
        "email": "daan@voorbeeld.example",
        "born": None,
        "sector": make_sector("Zorg"),
    }
    guest = make_guest()

    with transaction.atomic():
        Order.objects.select_for_update().get()
        admitted = elsewhere(admit, guest=guest, now=now, **answers)

        assert admitted.result(timeout=SOON).ground == "sector"
