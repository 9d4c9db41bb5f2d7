"""Set up an event and its tickets, without breaking what was sold or promised."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from events.orders.capacity import check_cap, set_capacity
from events.orders.models import Order, Pair
from events.payments.models import Payment
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.rules import rates_not_on
from events.tickets.services import lock
from events.tickets.tiers import Tier
from events.vouchers.models import Voucher

CALLED_OFF = ("called_off_at", "called_off_why", "called_off_by_id")


class FirstDayStands(Exception):
    """Pairs were sold for that day, or somebody is paying: moving is an act itself."""

    def __init__(self, sold: int) -> None:
        super().__init__(sold)
        self.sold = sold


class OtherRate(Exception):
    """A rate that does not hold on the `day` of the event; `fields` have one."""

    def __init__(self, fields: list[str], day: date) -> None:
        super().__init__(fields, day)
        self.fields, self.day = fields, day


class HasOrders(Exception):
    """Somebody ordered it, paid or not; `orders` says how many did."""

    def __init__(self, orders: int) -> None:
        super().__init__(orders)
        self.orders = orders


class CodeNeedsIt(Exception):
    """A code is good for this type alone; without it, it would be good for all."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class HasPage(Exception):
    """A page still tells about the event."""


@transaction.atomic
def save_event(*, event: Event, now: datetime) -> Event:
    """Write it and its places; raises PlacesTaken and FirstDayStands (rule 4)."""
    if event.pk:
        before = lock(event)
        for name in CALLED_OFF:  # no form takes it back, nor one that was read before
            setattr(event, name, getattr(before, name))
        if before.first_day != event.first_day:
            live = Payment.objects.live().values("order")
            paid_for = Q(state=Pair.State.SOLD) | Q(place__isnull=False, order__in=live)
            if sold := Pair.objects.of_event(event).filter(paid_for).count():
                raise FirstDayStands(sold)
    event.save()
    set_capacity(event=event, capacity=event.capacity, now=now)
    return event


@transaction.atomic
def save_ticket(*, ticket: DuoTicket, now: datetime) -> DuoTicket:
    """Write the type; what was sold keeps its own price, rates and event.

    Its early prices are written anew: two of them may have changed places. Raises
    OtherRate, HasOrders and TypeTaken."""
    day = lock(ticket.event).first_day
    if fields := rates_not_on(day, ticket):
        raise OtherRate(fields, day)
    if ticket.pk:
        pairs = Pair.objects.filter(ticket=ticket)
        elsewhere = pairs.exclude(order__event=ticket.event)
        if orders := elsewhere.values("order").distinct().count():
            raise HasOrders(orders)
        check_cap(ticket, now)
        ticket.tiers.set(
            list(ticket.tiers.all())
        )  # remembered, and then out of the way
        Tier.objects.filter(ticket=ticket).delete()
    ticket.save()
    return ticket


@transaction.atomic
def remove_event(*, event: Event) -> None:
    """Only what nobody ordered and no page tells about; types and codes go too."""
    event = lock(event)
    if orders := Order.objects.filter(event=event).count():
        raise HasOrders(orders)
    if hasattr(event, "page"):
        raise HasPage
    Voucher.objects.filter(event=event).delete()
    DuoTicket.objects.filter(event=event).delete()
    Place.objects.filter(event=event).delete()
    event.delete()


@transaction.atomic
def remove_ticket(*, ticket: DuoTicket) -> None:
    """Only a type that nobody ordered, and never the only one that a code is for."""
    lock(ticket.event)
    orders = Order.objects.filter(pairs__ticket=ticket).distinct().count()
    if orders:
        raise HasOrders(orders)
    for voucher in ticket.vouchers.order_by("code"):
        if voucher.tickets.count() == 1:
            raise CodeNeedsIt(voucher.code)
    ticket.delete()
