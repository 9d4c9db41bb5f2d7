"""What goes wrong at one event is the trouble of that event alone."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from events.models import Event, Order, Place, WaitingEntry
from events.orders.services import HOLD, free_lapsed_holds, hold_places
from events.vouchers.services import free_kept_places
from events.waiting_list.calling_off import end_lists
from events.waiting_list.services import offer_places
from tests.factories.events import make_event, make_ticket, make_voucher
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@contextmanager
def broken(event: Event):
    """Nobody gets the lock of this event."""

    def refuse(execute, sql, params, many, context):
        if '"events_event"."id" = ' in sql and event.pk in params:
            raise DatabaseError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


def test_lapsed_holds_of_the_next_event_are_freed(now):
    tickets = [make_ticket(), make_ticket()]
    for ticket in tickets:
        hold_places(ticket=ticket, pairs=1, now=now)

    with broken(tickets[0].event):
        freed = free_lapsed_holds(now=now + HOLD)

    assert freed == 1
    assert Order.objects.get(event=tickets[1].event).status == "lapsed"


def test_free_places_of_the_next_event_are_offered(now):
    events = [make_sold_out().event, make_sold_out().event]
    for event in events:
        make_waiting(event)
        free_a_place(event)

    with broken(events[0]):
        made = offer_places(now=now)

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert (made, list(states)) == (1, ["waiting", "offered"])


def test_offers_of_the_next_event_end(now):
    events = [make_sold_out().event, make_sold_out().event]
    for event in events:
        make_waiting(event)
        free_a_place(event)
    offer_places(now=now)

    with broken(events[0]):
        offer_places(now=now + 2 * DAY)

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["offered", "lapsed"]


def test_places_that_a_code_kept_at_the_next_event_are_for_everybody(now):
    events = [make_event(), make_event()]
    for event in events:
        make_voucher(event, now, most=2, keeps_places=True, valid_until=now + DAY)

    with broken(events[0]):
        freed = free_kept_places(now=now + DAY)

    kept = Place.objects.filter(pool__gt=0).values_list("event", flat=True)
    assert (freed, set(kept)) == (2, {events[0].pk})


def test_the_list_of_the_next_event_that_is_off_ends(now, monkeypatch):
    monkeypatch.setattr("events.waiting_list.calling_off.BATCH", 1)
    events = [make_sold_out().event, make_sold_out().event]
    for event in events:
        make_waiting(event)
    Event.objects.update(called_off_at=now)

    with broken(events[0]):
        ended = end_lists(now=now)

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert (ended, list(states)) == (1, ["waiting", "off"])
