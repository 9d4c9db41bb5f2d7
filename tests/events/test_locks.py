"""Locks are taken in one order: payment, order, event. Nobody waits in a circle."""

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from time import monotonic

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from events.guests.services import admit
from events.models import Choice, Order, Pair
from events.orders.services import HOLD, SoldOut, extend, hold_places, lock_order
from events.organiser.moving.services import When, move_event
from events.organiser.one_order.acts import change_host
from events.organiser.privacy.services import erase
from events.tickets.services import lock
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket
from tests.factories.home import make_sector
from tests.factories.waiting import make_waiting

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
SOON = 60  # seconds; who waits for a lock that we hold is never done


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


def test_a_row_that_points_at_an_order_does_not_wait_for_it(now):
    """Else who has its pair waits for who has the order, and waits for that pair."""
    pair = make_paid_order(pairs=2).pairs.get(number=2)
    tom = {"name": "Tom Smit", "email": "tom@voorbeeld.example", "is_other": False}
    roos = User.objects.create_user("roos")

    with transaction.atomic():
        lock_order(pair.order)
        changed = elsewhere(change_host, pair=pair, by=roos, now=now, **tom)
        changed.result(timeout=SOON)

    assert Pair.objects.get(pk=pair.pk).host_name == "Tom Smit"


def test_an_event_is_moved_while_one_of_its_orders_is_changed(now):
    order = make_paid_order()
    event, day = order.event, timedelta(days=1)
    to = When(event.starts_at + day, event.ends_at + day, event.changes_until)
    roos = User.objects.create_user("roos")
    why = {"why": "De zaal.", "choose_until": now + day}

    with transaction.atomic():
        lock_order(order)
        moved = elsewhere(move_event, event=event, to=to, by=roos, now=now, **why)
        moved.result(timeout=SOON)

    assert Choice.objects.get().order == order


def until_somebody_waits() -> None:
    """For a lock that we hold."""
    end = monotonic() + SOON
    with connection.cursor() as cursor:
        while monotonic() < end:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
    pytest.fail("nobody waits")


def test_who_erases_a_person_has_the_order_before_its_pairs(now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    iris = "iris@voorbeeld.example"
    Order.objects.update(buyer_email=iris)
    Pair.objects.update(host_email=iris)

    with transaction.atomic():
        lock_order(order)
        erased = elsewhere(erase, email=iris, now=now)
        until_somebody_waits()
        order.pairs.update(host_name="Iris de Wit")

    erased.result(timeout=SOON)
    assert Pair.objects.get().host_name == ""


def test_who_erases_a_person_has_the_order_before_the_list_of_its_event(now):
    """The place on the list goes first; it takes the event."""
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    iris = "iris@voorbeeld.example"
    Order.objects.update(buyer_email=iris)
    make_waiting(order.event, email=iris)

    with transaction.atomic():
        lock_order(order)
        erased = elsewhere(erase, email=iris, now=now)
        until_somebody_waits()
        lock(order.event)

    erased.result(timeout=SOON)
    assert Order.objects.get().buyer_email == ""
