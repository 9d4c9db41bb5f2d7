"""Hold places, keep them longer, free them, sell them; each under the event's lock."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Q, QuerySet

from events.orders.models import Order, Pair
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.rules import Window, opens_at, prices_of, window_of
from events.tickets.services import lock

HOLD = timedelta(minutes=20)
EXTENSION = timedelta(minutes=20)
MOST_EXTENSIONS = 10  # WCAG 2.2.1


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


class AlreadyPaid(Exception):
    """The order is paid: a second payment buys nothing."""


class NotSold(Exception):
    """One of these pairs is not a valid one (any more)."""


class NoLongerHeld(Exception):
    """The order is not being filled in any more."""


def places_left(event: Event, now: datetime) -> int:
    """What can be sold at this moment; the truth is only known under the lock."""
    taken = Pair.objects.of_event(event).taking_a_place(now).count()
    return max(0, event.capacity - taken)


def pairs_left(ticket: DuoTicket, now: datetime) -> int:
    """As `places_left`, and within the cap of the ticket type."""
    left = places_left(ticket.event, now)
    if ticket.capacity is None:
        return left
    taken = Pair.objects.filter(ticket=ticket).taking_a_place(now).count()
    return max(0, min(left, ticket.capacity - taken))


@transaction.atomic
def hold_places(*, ticket: DuoTicket, pairs: int, now: datetime) -> Order:
    """Hold places while the buyer fills in, until `held_until` (rule 7)."""
    event = lock(ticket.event)
    ticket = _on_sale(event, ticket.pk, now)
    if not ticket.least_pairs <= pairs <= ticket.most_pairs:
        raise TooMany(ticket.least_pairs, ticket.most_pairs)
    _free(_lapsed(event, now))
    places = _free_places(event, ticket, pairs)
    prices = _prices(ticket, pairs, now)
    order = Order.objects.create(event=event, held_until=now + HOLD, created_at=now)
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
            zip(places, prices, strict=True), start=1
        )
    )
    return order


@transaction.atomic
def hold_again(*, order: Order, now: datetime) -> Order:
    """Places for an order that lapsed, if there are any; what was typed is kept.

    The price is that of now, unless Stripe was already asked for the old one."""
    order = lock_order(order)
    if order.status == Order.Status.HELD and order.held_until > now:
        return order
    if not order.is_being_filled_in:
        raise NoLongerHeld
    event = lock(order.event)
    ticket = _on_sale(event, order.pairs.values("ticket")[:1], now)
    _take_places_again(order, event, now)
    order.status, order.held_until = Order.Status.HELD, now + HOLD
    order.save(update_fields=["status", "held_until"])
    if Order.objects.being_held().filter(pk=order.pk).exists():
        _price_again(order, ticket, now)
    return order


@transaction.atomic
def extend(*, order: Order, now: datetime) -> Order:
    """Twenty minutes more, ten times at most; a hold that has ended starts again."""
    order = lock_order(order)
    if order.status != Order.Status.HELD or order.held_until <= now:
        return hold_again(order=order, now=now)
    if order.extensions < MOST_EXTENSIONS:
        order.held_until = max(order.held_until, now) + EXTENSION
        order.extensions += 1
        order.save(update_fields=["held_until", "extensions"])
    return order


@transaction.atomic
def release(*, order: Order) -> None:
    """Give the places back at once: *Laat maar*, or a payment that came to nothing.

    Not while Stripe may still call a payment paid: another tab may have begun one."""
    order, _event = _lock_both(order)
    _free(Order.objects.being_held().filter(pk=order.pk))


@transaction.atomic
def confirm(*, order: Order, now: datetime) -> Order:
    """Sell what is held; what had lapsed gets its places back, or SoldOut (rule 8)."""
    order, event = _lock_both(order)
    if order.has_been_paid:
        raise AlreadyPaid
    if order.status == Order.Status.LAPSED:
        _take_places_again(order, event, now)
    order.pairs.filter(state=Pair.State.HELD).update(state=Pair.State.SOLD)
    order.status, order.paid_at = Order.Status.PAID, now
    order.save(update_fields=["status", "paid_at"])
    return order


@transaction.atomic
def give_up(*, order: Order, now: datetime) -> None:
    """Paid, and no place is left: the money goes back (rule 8)."""
    order, _event = _lock_both(order)
    if order.status == Order.Status.LAPSED:
        order.status, order.paid_at = Order.Status.RETURNED, now
        order.save(update_fields=["status", "paid_at"])


@transaction.atomic
def cancel(*, order: Order, numbers: Iterable[int]) -> list[Pair]:
    """These sold pairs give their places back, or NotSold; none left, and it is over.

    Money is another matter: see events/cancellations."""
    order, _event = _lock_both(order)
    wanted = set(numbers)
    sold = order.pairs.select_for_update(of=("self",)).order_by("pk")
    pairs = list(sold.filter(number__in=wanted, state=Pair.State.SOLD))
    if len(pairs) != len(wanted) or not pairs:
        raise NotSold
    Pair.objects.filter(pk__in=[pair.pk for pair in pairs]).update(
        state=Pair.State.CANCELLED, place=None
    )
    if not order.pairs.filter(state=Pair.State.SOLD).exists():
        order.status = Order.Status.CANCELLED
        order.save(update_fields=["status"])
    return pairs


def free_lapsed_holds(*, now: datetime) -> int:
    """For `tick`: the numbers on the page are right without it, the rows are tidier."""
    lapsed = Order.objects.lapsed_at(now)
    events = Event.objects.filter(pk__in=lapsed.values("event"))
    return sum(_free_lapsed(event, now) for event in events)


@transaction.atomic
def _free_lapsed(event: Event, now: datetime) -> int:
    return _free(_lapsed(lock(event), now))


def _lapsed(event: Event, now: datetime) -> QuerySet[Order]:
    return Order.objects.lapsed_at(now).filter(event=event)


def _free(orders: QuerySet[Order]) -> int:
    """Take the places of these held orders away; the event is locked.

    Orders are locked before events everywhere else, so this may not wait for one: who
    has it is keeping it, paying it or giving it back at this moment."""
    mine = orders.select_for_update(skip_locked=True, of=("self",))
    numbers = [order.pk for order in mine.only("pk")]
    if numbers:
        Pair.objects.filter(order__in=numbers, state=Pair.State.HELD).update(
            state=Pair.State.RELEASED, place=None
        )
        Order.objects.filter(pk__in=numbers).update(status=Order.Status.LAPSED)
    return len(numbers)


def _lock_both(order: Order) -> tuple[Order, Event]:
    """Order, then event: always in this order."""
    order = lock_order(order)
    return order, lock(order.event)


def lock_order(order: Order) -> Order:
    """Who changes an order waits here; its event comes along, and is not locked."""
    orders = Order.objects.select_for_update(of=("self",)).select_related("event")
    return orders.get(pk=order.pk)


def _on_sale(event: Event, pk: int | QuerySet, now: datetime) -> DuoTicket:
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


def _prices(
    ticket: DuoTicket, pairs: int, now: datetime, *, besides: Iterable[Pair] = ()
) -> list[Decimal]:
    """What the next pairs cost; the event is locked, so nobody else gets in between."""
    tiers = list(ticket.tiers.all())
    taken = 0
    if any(tier.first for tier in tiers):
        with_place = Pair.objects.filter(ticket=ticket, place__isnull=False)
        taken = with_place.exclude(pk__in=[pair.pk for pair in besides]).count()
    return prices_of(ticket, tiers, taken=taken, pairs=pairs, now=now)


def _price_again(order: Order, ticket: DuoTicket, now: datetime) -> None:
    """An early price that has ended meanwhile is not kept by coming back."""
    pairs = list(order.pairs.order_by("number"))
    prices = _prices(ticket, len(pairs), now, besides=pairs)
    for pair, price in zip(pairs, prices, strict=True):
        pair.price, pair.vat_rate = price, ticket.vat_rate
    Pair.objects.bulk_update(pairs, ["price", "vat_rate"])


def _free_places(event: Event, ticket: DuoTicket, pairs: int) -> list[Place]:
    """So many free places, or SoldOut; never fewer than asked for (rule 1)."""
    free = Place.objects.filter(event=event, pair=None).order_by("number")
    places = list(free[:pairs])
    left = len(places)
    if ticket.capacity is not None:
        taken = Pair.objects.filter(ticket=ticket, place__isnull=False).count()
        left = max(0, min(left, ticket.capacity - taken))
    if left < pairs:
        raise SoldOut(left)
    return places


def _take_places_again(order: Order, event: Event, now: datetime) -> None:
    """The released pairs of this order get places, all or none; the event is locked."""
    _free(_lapsed(event, now).exclude(pk=order.pk))
    pairs = list(
        order.pairs.filter(Q(state=Pair.State.RELEASED)).select_related("ticket")
    )
    if not pairs:
        return
    places = _free_places(event, pairs[0].ticket, len(pairs))
    for pair, place in zip(pairs, places, strict=True):
        pair.state, pair.place = Pair.State.HELD, place
    Pair.objects.bulk_update(pairs, ["state", "place"])
