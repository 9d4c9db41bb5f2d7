"""What a hold takes and gives back: places and prices; the event is locked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache

from django.db.models import BigIntegerField, CharField, IntegerField, QuerySet

from events.orders.models import LET_GO, Order, Pair
from events.orders.resales import Resale
from events.orders.rules import most_held_by_one
from events.orders.turns import Spare, claims_on, is_waited_for
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.parts import PART
from events.tickets.rules import Window, opens_at, prices_of, window_of
from events.vouchers.models import Voucher, VoucherUse
from events.vouchers.rules import discounted
from events.vouchers.services import NeedsCode, free_uses
from home.statements import EVENT, NOW, Blank, Rows, Statement, counted

TICKET = Blank("ticket", BigIntegerField())


class SoldOut(Exception):
    """Fewer places are left than were asked for; `left` says how many.

    So many more are empty, and `offered` to who waits."""

    def __init__(self, left: int, offered: int = 0) -> None:
        super().__init__(left, offered)
        self.left, self.offered = left, offered


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
    mine = orders.select_for_update(skip_locked=True, of=("self",), no_key=True)
    return _let_go([order.pk for order in mine.only("pk")])


def free_lapsed(event: Event, now: datetime) -> int:
    """As `free`, of all holds of this event whose time is over."""
    return _let_go([number for (number,) in LAPSED.rows(event=event.pk, now=now)])


def _lapsed() -> QuerySet:
    orders = Order.objects.lapsed_at(NOW).filter(event=EVENT).values_list("pk")
    return orders.select_for_update(skip_locked=True, no_key=True)


LAPSED = Statement(_lapsed)


def _let_go(numbers: list[int]) -> int:
    if numbers:
        Pair.objects.filter(order__in=numbers, state=Pair.State.HELD).update(
            state=Pair.State.RELEASED, **LET_GO
        )
        Order.objects.filter(pk__in=numbers).update(
            status=Order.Status.LAPSED, held_by=""
        )
    return len(numbers)


@dataclass(frozen=True)
class Seat:
    """What one pair gets, and for how much."""

    spot: Place | Resale
    use: VoucherUse | None
    price: Decimal
    discount: Decimal = Decimal(0)

    def give(self, pair: Pair, ticket: DuoTicket) -> Pair:
        """Unsaved; SEATED names what changed."""
        pair.ticket, pair.voucher_use = ticket, self.use
        sit(pair, self.spot)
        pair.price, pair.discount = self.price, self.discount
        pair.vat_rate = ticket.vat_rate
        pair.take_part_of(ticket)
        return pair


def sit(pair: Pair, spot: Place | Resale) -> None:
    """In a place of its own, or in line for that of a pair that was put back."""
    pair.state = Pair.State.HELD
    if isinstance(spot, Place):
        pair.place, pair.pool, pair.instead_of = spot, spot.pool, None
    else:
        pair.place, pair.pool, pair.instead_of = None, 0, spot


def public(spots: Iterable[Place | Resale]) -> int:
    """How many of them anybody might have had."""
    return sum(not getattr(spot, "pool", 0) for spot in spots)


SAT = ["state", "place", "pool", "instead_of", "voucher_use"]
SEATED = [*SAT, "ticket", "price", "discount", "vat_rate", *PART]


def find_seats(
    event: Event,
    ticket: DuoTicket,
    pairs: int,
    voucher: Voucher | None,
    now: datetime,
    *,
    is_their_turn: bool = False,
) -> list[Seat]:
    """For all of them, or SoldOut, or UsedUp; never fewer than asked for (rule 1)."""
    if ticket.only_with_code and voucher is None and not is_their_turn:
        raise NeedsCode
    spots = find_spots(event, ticket, pairs, voucher, now)
    prices = prices_now(ticket, pairs, now)
    if voucher is None:
        return [
            Seat(spot, None, price) for spot, price in zip(spots, prices, strict=True)
        ]
    return [
        Seat(spot, use, less := discounted(price, voucher), price - less)
        for spot, price, use in zip(
            spots, prices, free_uses(voucher, pairs), strict=True
        )
    ]


def find_spots(
    event: Event,
    ticket: DuoTicket,
    pairs: int,
    voucher: Voucher | None,
    now: datetime,
) -> list[Place | Resale]:
    """Free places first, then pairs of this type that were put back, or SoldOut.

    A pair in the place of another of its type leaves the cap of the type alone."""
    places = _some_free_places(event, ticket, pairs, voucher)
    if len(places) == pairs:
        return [*places]
    resales = _resales(pairs - len(places)).of(ticket=ticket.pk, now=now)
    spots: list[Place | Resale] = [*places, *resales]
    if len(spots) < pairs:
        raise SoldOut(len(spots))
    return spots


def free_places(event: Event, ticket: DuoTicket, pairs: int) -> list[Place]:
    """So many free places for everybody, or SoldOut."""
    places = _some_free_places(event, ticket, pairs, None)
    if len(places) < pairs:
        raise SoldOut(len(places))
    return places


def _some_free_places(
    event: Event, ticket: DuoTicket, pairs: int, voucher: Voucher | None
) -> list[Place]:
    """At most so many, those kept for this voucher first."""
    pool = 0 if voucher is None else voucher.pk
    places = _empty(pairs).of(event=event.pk, pool=pool)
    if ticket.capacity is not None:
        taken = Pair.objects.filter(ticket=ticket, place__isnull=False).count()
        places = places[: max(0, ticket.capacity - taken)]
    return places


@cache
def _empty(most: int) -> Rows[Place]:
    pools: list = [0, Blank("pool", IntegerField())]
    places = Place.objects.filter(event=EVENT, pair=None, pool__in=pools)
    return Rows(lambda: places.order_by("-pool", "number")[:most])


@cache
def _resales(most: int) -> Rows[Resale]:
    mine = Resale.objects.in_time(NOW).filter(pair__ticket=TICKET, claim=None)
    return Rows(lambda: mine[:most])


def mind_the_list(
    event: Event,
    ticket: DuoTicket,
    spots: Iterable[Place | Resale],
    now: datetime,
    *,
    order: Order | None = None,
    is_their_turn: bool = False,
) -> None:
    """SoldOut while somebody is in line, or when an offer would be left without.

    These spots are free, and for this type. One that a code kept was never in line,
    but may be the last of its type."""
    spots = list(spots)
    in_line = public(spots)
    if not in_line and ticket.capacity is None:
        return
    claims = claims_on(event, now, besides=order)
    if in_line and not is_their_turn and is_waited_for(event, claims, now):
        raise SoldOut(0)
    if claims.kept:
        spare = Spare.of(event, claims.kept, now)
        before = spare.without(claims.kept)
        spare.take(ticket, spots)
        broken = spare.without(claims.kept) - before
        if broken > 0:
            raise SoldOut(max(0, len(spots) - broken), offered=broken)


def seat(
    order: Order,
    event: Event,
    ticket: DuoTicket,
    pairs: int,
    now: datetime,
    *,
    is_their_turn: bool = False,
) -> None:
    """So many pairs of this type instead of what the order had, all or none.

    What was typed for a pair stays with its number. The event is locked."""
    free(lapsed(event, now).exclude(pk=order.pk))
    held = order.pairs.filter(state=Pair.State.HELD)
    had = list(held.values_list("pool", "ticket"))
    order.pairs.update(state=Pair.State.RELEASED, **LET_GO)
    seats = find_seats(
        event, ticket, pairs, order.voucher, now, is_their_turn=is_their_turn
    )
    spots = [each.spot for each in seats]
    more = public(spots) > sum(not pool for pool, _ in had)
    if more or pairs > sum(mine == ticket.pk for _, mine in had):
        theirs = is_their_turn or not more
        mind_the_list(event, ticket, spots, now, order=order, is_their_turn=theirs)
    order.pairs.filter(number__gt=pairs).delete()
    kept = list(order.pairs.order_by("number"))
    for pair, mine in zip(kept, seats, strict=False):
        mine.give(pair, ticket)
    Pair.objects.bulk_update(kept, SEATED)
    new_pairs(order, ticket, seats[len(kept) :], start=len(kept) + 1)


def new_pairs(
    order: Order, ticket: DuoTicket, seats: list[Seat], *, start: int = 1
) -> None:
    """One for each seat."""
    Pair.objects.bulk_create(
        mine.give(Pair(order=order, number=number), ticket)
        for number, mine in enumerate(seats, start=start)
    )


def take_places_again(
    order: Order, event: Event, now: datetime, *, is_their_turn: bool
) -> None:
    """The released pairs get places, all or none, at the price that was paid.

    With the uses of their code that are left: who paid late is not sent away for it."""
    free(lapsed(event, now).exclude(pk=order.pk))
    released = order.pairs.filter(state=Pair.State.RELEASED).select_related("ticket")
    pairs = list(released.order_by("number"))
    if not pairs:
        return
    voucher = order.voucher
    uses: list[VoucherUse | None] = [None] * len(pairs)
    if voucher is not None and voucher.uses.filter(pair=None).count() >= len(pairs):
        uses = list(free_uses(voucher, len(pairs)))
    kept_for = voucher if uses[0] else None
    ticket = pairs[0].ticket
    spots = find_spots(event, ticket, len(pairs), kept_for, now)
    mind_the_list(event, ticket, spots, now, order=order, is_their_turn=is_their_turn)
    for pair, spot, use in zip(pairs, spots, uses, strict=True):
        sit(pair, spot)
        pair.voucher_use = use
    Pair.objects.bulk_update(pairs, SAT)


def on_sale(event: Event, pk: int, now: datetime) -> DuoTicket:
    """As it is now: an organiser may have changed or removed it a moment ago."""
    ticket = OF_EVENT.one(event=event.pk, ticket=pk)
    if ticket is None:
        raise NotOnSale
    match window_of(event, ticket, now):
        case Window.NOT_YET:
            raise NotOnSale(opens_at(event, ticket))
        case Window.CLOSED:
            raise NotOnSale
    return ticket


OF_EVENT = Rows(lambda: DuoTicket.objects.filter(pk=TICKET, event=EVENT))


def check_number(ticket: DuoTicket, pairs: int) -> None:
    """Raises TooMany."""
    if not ticket.least_pairs <= pairs <= ticket.most_pairs:
        raise TooMany(ticket.least_pairs, ticket.most_pairs)


def prices_now(ticket: DuoTicket, pairs: int, now: datetime) -> list[Decimal]:
    """What the next pairs cost; the event is locked, so nobody else gets in between."""
    tiers = list(ticket.tiers.all())
    taken = 0
    if any(tier.first for tier in tiers):
        taken = Pair.objects.filter(ticket=ticket, place__isnull=False).count()
    return prices_of(ticket, tiers, taken=taken, pairs=pairs, now=now)


def check_address(event: Event, by: str, pairs: int) -> None:
    """Raises TooManyHeld. A client that keeps no cookies still has an address."""
    if not by:
        return
    [(held,)] = HELD.rows(event=event.pk, by=by)
    if held + pairs > most_held_by_one(event.capacity):
        raise TooManyHeld


def _held() -> QuerySet:
    by = Blank("by", CharField())
    mine = Pair.objects.filter(order__event=EVENT, order__held_by=by)
    return counted(mine.filter(state=Pair.State.HELD))


HELD = Statement(_held)
