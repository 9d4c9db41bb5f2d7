"""An event with all places sold, and people who wait for one."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from events.models import DuoTicket, Event, Order, WaitingEntry
from events.orders.services import HOLD, cancel, free_lapsed_holds, hold_places
from home.mail.models import OwedMail
from tests.factories.events import make_event, make_paid_order, make_ticket

JOINED = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def make_sold_out(*, capacity: int = 1, **fields) -> DuoTicket:
    """Its only ticket type; each pair is an order of its own."""
    ticket = make_ticket(event=make_event(capacity=capacity, **fields))
    for _ in range(capacity):
        make_paid_order(ticket=ticket)
    return ticket


def make_waiting(event: Event, name: str = "Noor", **fields) -> WaitingEntry:
    """In line, each a minute after the one before."""
    number = WaitingEntry.objects.count()
    values = {
        "name": name,
        "email": f"{name.lower()}@wacht.example",
        "joined_at": JOINED + timedelta(minutes=number),
    } | fields
    return WaitingEntry.objects.create(event=event, **values)


def make_offer_without_a_place(ticket: DuoTicket, now: datetime) -> WaitingEntry:
    """Who came back from Stripe without paying: the offer stands for a day."""
    order = hold_places(ticket=ticket, pairs=1, now=now - HOLD)
    free_lapsed_holds(now=now)
    until = now + timedelta(days=1)
    fields = {"state": "offered", "offer_until": until, "order": order}
    return make_waiting(ticket.event, **fields)


def free_a_place(event: Event) -> None:
    """Somebody cancels one pair."""
    order = Order.objects.filter(event=event, status="paid").order_by("pk").first()
    cancel(order=order, numbers=[1], now=JOINED)


def owed(kind: str) -> int:
    """How many mails of this kind there are, sent or not."""
    return OwedMail.objects.filter(kind=kind).count()
