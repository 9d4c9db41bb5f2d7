"""Who waits is served first, also when everybody comes at one instant (rule 7)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from events.models import Order, Pair, WaitingEntry
from events.orders.places import SoldOut
from events.orders.services import hold_places, release
from events.waiting_list.services import NotNeeded, join, leave, offer_places
from home.mail.models import OwedMail
from tests.factories.events import make_event, make_ticket
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def at_once(works) -> list:
    """Each in a thread and with a connection of its own."""

    def run(work):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(works)) as threads:
        return list(threads.map(run, works))


def buyer(ticket, now):
    def buy():
        try:
            return hold_places(ticket=ticket, pairs=1, now=now).status
        except SoldOut:
            return "sold out"

    return buy


def test_no_buyer_gets_between_a_freed_place_and_the_list(now):
    ticket = make_sold_out(capacity=2)
    event = ticket.event
    make_waiting(event, "Noor")
    make_waiting(event, "Bram")
    works = [lambda: free_a_place(event)]
    works += [buyer(ticket, now) for _ in range(6)]
    works += [lambda: offer_places(now=now) for _ in range(3)]

    outcomes = at_once(works)
    offer_places(now=now)

    assert [one for one in outcomes if isinstance(one, str)] == ["sold out"] * 6
    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["offered", "waiting"]
    assert Pair.objects.filter(place__isnull=False).count() == 2


def test_two_clicks_at_one_instant_are_one_entry_and_one_mail(now):
    event = make_sold_out().event
    who = {"ticket": None, "name": "Noor", "email": "noor@x.example"}

    entries = at_once([lambda: join(event=event, now=now, **who) for _ in range(4)])

    assert {entry.pk for entry in entries} == {WaitingEntry.objects.get().pk}
    assert OwedMail.objects.filter(kind="events.waiting").count() == 1


def test_two_rounds_at_one_instant_offer_each_place_once(now):
    ticket = make_sold_out(capacity=3)
    for name in ("Noor", "Bram", "Jip", "Lot"):
        make_waiting(ticket.event, name)
    for _ in range(3):
        free_a_place(ticket.event)

    at_once([lambda: offer_places(now=now) for _ in range(4)])

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["offered"] * 3 + ["waiting"]
    assert Order.objects.filter(status="held").count() == 3


def test_joining_and_buying_the_last_place_do_not_both_miss_it(now):
    """Either the buyer has it, or who joined was told to buy."""
    ticket = make_ticket(event=make_event(capacity=1))
    held = hold_places(ticket=ticket, pairs=1, now=now)
    event = ticket.event

    def stand_in_line():
        try:
            join(event=event, ticket=None, name="N", email="n@x.example", now=now)
        except NotNeeded:
            return "to buy"
        return "in line"

    outcomes = at_once([lambda: release(order=held), stand_in_line, buyer(ticket, now)])
    offer_places(now=now)

    bought = "held" in outcomes
    offers = WaitingEntry.objects.filter(state="offered").count()
    assert Pair.objects.filter(place__isnull=False).count() == bought + offers
    assert offers + bought == 1 or "to buy" in outcomes


def test_leaving_and_an_end_of_the_offer_at_one_instant_free_it_once(now):
    ticket = make_sold_out()
    entry = make_waiting(ticket.event)
    make_waiting(ticket.event, "Bram")
    free_a_place(ticket.event)
    offer_places(now=now)
    entry.refresh_from_db()
    late = entry.offer_until

    at_once(
        [
            lambda: leave(entry=entry, now=late),
            lambda: offer_places(now=late),
            lambda: leave(entry=entry, now=late),
        ]
    )
    offer_places(now=late)

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert states[0] in {"left", "lapsed"}
    assert states[1] == "offered"
    assert Pair.objects.filter(place__isnull=False).count() == 1
