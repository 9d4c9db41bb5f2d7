"""Whose turn a free place is: first of who waits (see events/waiting_list)."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce

from events.orders.models import Order, Pair
from events.orders.resales import types_put_back
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.rules import Window, window_of
from home.statements import EVENT, NOW, Statement

IN_LINE = "waiting"


@dataclass(frozen=True)
class Claims:
    """What those on the list may count on, before anybody else."""

    wanted: frozenset[int | None]  # types of who is in line; None: whichever there is
    kept: Counter[int]  # offers that stand, and that no order holds now, by type


def _claiming(event, now) -> QuerySet:
    return (
        apps.get_model("events.WaitingEntry").objects.filter(event=event).claiming(now)
    )


def _counted(entries: QuerySet) -> QuerySet:
    """An offer is of the type that its order has, whatever was asked for."""
    wants = Coalesce("order__pairs__ticket", "ticket")
    by_type = entries.order_by().annotate(wants=wants).values_list("state", "wants")
    return by_type.annotate(Count("pk"))


CLAIMS = Statement(lambda: _counted(_claiming(EVENT, NOW)))


def claims_on(event: Event, now: datetime, *, besides: Order | None = None) -> Claims:
    """One question; what it says is only true under the event's lock."""
    if besides is None or not besides.pk:
        found = CLAIMS.rows(event=event.pk, now=now)
    else:
        others = _claiming(event, now).exclude(order=besides.pk, state="offered")
        found = list(_counted(others))
    kept = {ticket: count for state, ticket, count in found if state != IN_LINE}
    return Claims(
        frozenset(ticket for state, ticket, _ in found if state == IN_LINE),
        Counter(kept),
    )


def is_waited_for(event: Event, claims: Claims, now: datetime) -> bool:
    """Somebody in line could have the next free place: then nobody else may."""
    if not claims.wanted:
        return False
    return any(
        None in claims.wanted or ticket.pk in claims.wanted
        for ticket in types_with_room(event, now)
    )


def types_with_room(event: Event, now: datetime) -> list[DuoTicket]:
    """What a single pair can be had of now, apart from the places of the event."""
    public = DuoTicket.objects.filter(event=event, only_with_code=False)
    tickets = [
        ticket
        for ticket in public.in_order()
        if window_of(event, ticket, now) is Window.OPEN and ticket.least_pairs == 1
    ]
    if all(ticket.capacity is None for ticket in tickets):
        return tickets
    pairs = Pair.objects.of_event(event).taking_a_place(now)
    taken = dict(pairs.order_by().values_list("ticket").annotate(Count("pk")))
    full = {
        ticket.pk
        for ticket in tickets
        if ticket.capacity is not None and taken.get(ticket.pk, 0) >= ticket.capacity
    }
    if full:  # what was put back can be had again, of its own type
        full -= types_put_back(event, now)
    return [ticket for ticket in tickets if ticket.pk not in full]


def types_to_offer(event: Event, now: datetime, *, kept: int = 0) -> list[DuoTicket]:
    """As `types_with_room`; with no more places than `kept`, only what was put back."""
    room = types_with_room(event, now)
    empty = Place.objects.filter(event=event, pair=None, pool=0).count()
    if empty > kept:
        return room
    put_back = types_put_back(event, now)
    return [ticket for ticket in room if ticket.pk in put_back]
