"""Pairs that were put back, of an event where cancelling is over."""

from datetime import datetime

from events.models import DuoTicket, Event, Order, Place, Resale
from events.orders.services import confirm, hold_places
from events.resales.services import put_back
from tests.factories.waiting import make_sold_out


def make_put_back(
    now: datetime, *, ticket: DuoTicket | None = None, **fields
) -> tuple[Order, Resale]:
    """The first order that is not for sale yet, and its first pair that is now."""
    ticket = ticket or make_sold_out(**fields)
    orders = Order.objects.filter(event=ticket.event, status="paid")
    there = Resale.objects.values("pair__order")
    order = orders.exclude(pk__in=there).order_by("pk").first()
    return order, put_back(order=order, number=1, now=now)


def buy_one(ticket: DuoTicket, now: datetime, *, email="bo@koper.example") -> Order:
    """As the sale to everybody does, and a payment that is settled."""
    return pay(hold_places(ticket=ticket, pairs=1, now=now), now, email=email)


def pay(order: Order, now: datetime, *, email="bo@koper.example") -> Order:
    Order.objects.filter(pk=order.pk).update(buyer_email=email)
    return confirm(order=order, now=now)


def how(resale: Resale) -> str:
    return Resale.objects.get(pk=resale.pk).how


def state(order: Order) -> tuple[str, bool]:
    """Of its first pair: what it is, and whether it has a place."""
    pair = order.pairs.get(number=1)
    return pair.state, pair.place_id is not None


def in_the_hall(event: Event) -> int:
    return Place.objects.filter(event=event, pair__state="sold").count()
