"""Whose turn a free place is: first of who waits (see events/waiting_list)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from events.orders.models import Order, Pair
from events.orders.resales import Resale, put_back_of
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
        for ticket in types_with_room(event, now, kept=claims.kept)
    )


def types_with_room(
    event: Event, now: datetime, *, kept: Counter[int]
) -> list[DuoTicket]:
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
        if ticket.capacity is not None
        and taken.get(ticket.pk, 0) + kept[ticket.pk] >= ticket.capacity
    }
    if full:  # what was put back can be had again, of its own type
        put_back = put_back_of(event, now)
        full = {
            ticket.pk
            for ticket in tickets
            if ticket.pk in full
            and taken.get(ticket.pk, 0) + kept[ticket.pk]
            >= ticket.capacity + put_back[ticket.pk]
        }
    return [ticket for ticket in tickets if ticket.pk not in full]


def types_to_offer(
    event: Event, now: datetime, *, kept: Counter[int]
) -> list[DuoTicket]:
    """As `types_with_room`; without a place that is not kept, what was put back."""
    room = types_with_room(event, now, kept=kept)
    empty = _empty_of(event)
    if empty > kept.total():
        return room
    put_back = put_back_of(event, now)
    if empty > (kept - put_back).total():
        return room
    return [ticket for ticket in room if put_back[ticket.pk] > kept[ticket.pk]]


def _empty_of(event: Event) -> int:
    """Free for everybody."""
    return Place.objects.filter(event=event, pair=None, pool=0).count()


@dataclass
class Spare:
    """What offers count on while no order holds it; true under the event's lock."""

    empty: int
    put_back: Counter[int]
    left: dict[int, int]  # of the types with a cap

    @classmethod
    def of(cls, event: Event, kept: Counter[int], now: datetime) -> "Spare":
        capped = DuoTicket.objects.filter(pk__in=kept).exclude(capacity=None)
        taken = Count("pairs", filter=Q(pairs__place__isnull=False))
        left = capped.order_by().values_list("pk", F("capacity") - taken)
        return cls(_empty_of(event), put_back_of(event, now), dict(left))

    def take(self, ticket: DuoTicket, spots: Iterable[Place | Resale]) -> None:
        for spot in spots:
            if isinstance(spot, Resale):
                self.put_back[ticket.pk] -= 1
                continue
            self.empty -= not spot.pool
            if ticket.pk in self.left:
                self.left[ticket.pk] -= 1

    def without(self, kept: Counter[int]) -> int:
        """Offers for which there is neither a place nor a pair of their own type."""
        needed = kept - self.put_back
        fit = sum(min(n, max(0, self.left.get(pk, n))) for pk, n in needed.items())
        return needed.total() - min(fit, max(0, self.empty))
