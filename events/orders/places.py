"""What a hold takes and gives back: places and prices; the event is locked."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet

from events.orders.models import Order, Pair
from events.orders.rules import most_held_by_one
from events.orders.turns import claims_on, is_waited_for
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.rules import Window, opens_at, prices_of, window_of


class SoldOut(Exception):
    """Fewer places are left than were asked for; `left` says how many."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class NotOnSale(Exception):
    """The sale is over, or has not begun; then `opens_at` says when it does."""

    def __init__(self, opens_at: datetime | None = None) -> None:
        super().__init__(opens_at)
        self.opens_at = opens_at


class TooMany(Exception):
    """More pairs than one order of this type may hold, or fewer."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)
        self.least, self.most = least, most


class TooManyHeld(Exception):
    """One address holds so many pairs that others would not come by one."""


class OthersFirst(NotOnSale):
    """Held eleven times over and not paid: others may try first, until `opens_at`."""


def lapsed(event: Event, now: datetime) -> QuerySet[Order]:
    return Order.objects.lapsed_at(now).filter(event=event)


def free(orders: QuerySet[Order]) -> int:
    """Take the places of these held orders away; the event is locked.

    Orders are locked before events everywhere else, so this may not wait for one: who
    has it is keeping it, paying it or giving it back at this moment."""
    mine = orders.select_for_update(skip_locked=True, of=("self",))
    numbers = [order.pk for order in mine.only("pk")]
    if numbers:
        Pair.objects.filter(order__in=numbers, state=Pair.State.HELD).update(
            state=Pair.State.RELEASED, place=None
        )
        Order.objects.filter(pk__in=numbers).update(
            status=Order.Status.LAPSED, held_by=""
        )
    return len(numbers)


def free_places(event: Event, ticket: DuoTicket, pairs: int) -> list[Place]:
    """So many free places, or SoldOut; never fewer than asked for (rule 1)."""
    empty = Place.objects.filter(event=event, pair=None).order_by("number")
    places = list(empty[:pairs])
    left = len(places)
    if ticket.capacity is not None:
        taken = Pair.objects.filter(ticket=ticket, place__isnull=False).count()
        left = max(0, min(left, ticket.capacity - taken))
    if left < pairs:
        raise SoldOut(left)
    return places


def mind_the_list(
    event: Event,
    pairs: int,
    now: datetime,
    *,
    order: Order | None = None,
    is_their_turn: bool = False,
) -> None:
    """SoldOut while somebody is in line, or when the rest is kept for offers."""
    claims = claims_on(event, now, besides=order)
    if not is_their_turn and is_waited_for(event, claims, now):
        raise SoldOut(0)
    if claims.kept:
        empty = Place.objects.filter(event=event, pair=None).count()
        if empty - claims.kept < pairs:
            raise SoldOut(max(0, empty - claims.kept))


def take_places_again(
    order: Order, event: Event, now: datetime, *, is_their_turn: bool
) -> None:
    """The released pairs of this order get places, all or none; the event is locked."""
    free(lapsed(event, now).exclude(pk=order.pk))
    pairs = list(
        order.pairs.filter(Q(state=Pair.State.RELEASED)).select_related("ticket")
    )
    if not pairs:
        return
    places = free_places(event, pairs[0].ticket, len(pairs))
    mind_the_list(event, len(pairs), now, order=order, is_their_turn=is_their_turn)
    for pair, place in zip(pairs, places, strict=True):
        pair.state, pair.place = Pair.State.HELD, place
    Pair.objects.bulk_update(pairs, ["state", "place"])


def on_sale(event: Event, pk: int | QuerySet, now: datetime) -> DuoTicket:
    """As it is now: an organiser may have changed or removed it a moment ago."""
    ticket = DuoTicket.objects.filter(pk=pk, event=event).first()
    if ticket is None:
        raise NotOnSale
    match window_of(event, ticket, now):
        case Window.NOT_YET:
            raise NotOnSale(opens_at(event, ticket))
        case Window.CLOSED:
            raise NotOnSale
    return ticket


def check_number(ticket: DuoTicket, pairs: int) -> None:
    """Raises TooMany."""
    if not ticket.least_pairs <= pairs <= ticket.most_pairs:
        raise TooMany(ticket.least_pairs, ticket.most_pairs)


def prices_now(
    ticket: DuoTicket, pairs: int, now: datetime, *, besides: Iterable[Pair] = ()
) -> list[Decimal]:
    """What the next pairs cost; the event is locked, so nobody else gets in between."""
    tiers = list(ticket.tiers.all())
    taken = 0
    if any(tier.first for tier in tiers):
        with_place = Pair.objects.filter(ticket=ticket, place__isnull=False)
        taken = with_place.exclude(pk__in=[pair.pk for pair in besides]).count()
    return prices_of(ticket, tiers, taken=taken, pairs=pairs, now=now)


def price_again(order: Order, ticket: DuoTicket, now: datetime) -> None:
    """An early price that has ended meanwhile is not kept by coming back."""
    pairs = list(order.pairs.order_by("number"))
    prices = prices_now(ticket, len(pairs), now, besides=pairs)
    for pair, price in zip(pairs, prices, strict=True):
        pair.price, pair.vat_rate = price, ticket.vat_rate
    Pair.objects.bulk_update(pairs, ["price", "vat_rate"])


def check_address(event: Event, by: str, pairs: int) -> None:
    """Raises TooManyHeld. A client that keeps no cookies still has an address."""
    if not by:
        return
    held = Pair.objects.filter(
        order__event=event, order__held_by=by, state=Pair.State.HELD
    )
    if held.count() + pairs > most_held_by_one(event.capacity):
        raise TooManyHeld


def new_pairs(
    order: Order,
    ticket: DuoTicket,
    places: list[Place],
    prices: list[Decimal],
    *,
    start: int = 1,
) -> None:
    """One for each place, at its own price."""
    Pair.objects.bulk_create(
        Pair(
            order=order,
            number=number,
            ticket=ticket,
            place=place,
            price=price,
            vat_rate=ticket.vat_rate,
        )
        for number, (place, price) in enumerate(
            zip(places, prices, strict=True), start=start
        )
    )
