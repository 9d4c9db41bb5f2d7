"""Hold places, keep them longer, free them, sell them; each under the event's lock."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from events.orders.models import GIVEN_BACK, Order, Pair
from events.orders.places import (
    NotOnSale,
    OthersFirst,
    SoldOut,
    TooMany,
    TooManyHeld,
    check_address,
    check_number,
    find_seats,
    free,
    free_lapsed,
    mind_the_list,
    new_pairs,
    on_sale,
    seat,
    take_places_again,
)
from events.orders.taking_over import pass_on, take_over
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.services import lock
from events.vouchers.services import VoucherRefused, check_voucher, find_voucher
from home.statements import ORDER, Rows, bring
from home.transactions import whole

logger = logging.getLogger(__name__)

# of a hold
REFUSALS = (NotOnSale, OthersFirst, SoldOut, TooMany, TooManyHeld, VoucherRefused)

HOLD = timedelta(minutes=20)
EXTENSION = timedelta(minutes=20)
MOST_EXTENSIONS = 10  # WCAG 2.2.1


class AlreadyPaid(Exception):
    """The order is paid: a second payment buys nothing."""


class NotSold(Exception):
    """One of these pairs is not a valid one (any more)."""


class NoLongerHeld(Exception):
    """The order is not being filled in any more."""


def places_left(event: Event, now: datetime) -> int:
    """What can be sold at this moment; the truth is only known under the lock."""
    taken = Pair.objects.of_event(event).filter(pool=0).taking_a_place(now).count()
    apart = Place.objects.filter(event=event, pool__gt=0).count()
    return max(0, event.capacity - taken - apart)


def pairs_left(ticket: DuoTicket, now: datetime) -> int:
    """As `places_left`, and within the cap of the ticket type."""
    left = places_left(ticket.event, now)
    if ticket.capacity is None:
        return left
    taken = Pair.objects.filter(ticket=ticket).taking_a_place(now).count()
    return max(0, min(left, ticket.capacity - taken))


@transaction.atomic
def hold_places(
    *, ticket: DuoTicket, pairs: int, now: datetime, by: str = "", code: str = ""
) -> Order:
    """Hold places while the buyer fills in, until `held_until` (rule 7).

    `by` tells one address from another. Raises REFUSALS."""
    event = lock(ticket.event)
    ticket = on_sale(event, ticket.pk, now)
    check_number(ticket, pairs)
    voucher = find_voucher(event, code, ticket, now) if code else None
    free_lapsed(event, now)
    seats = find_seats(event, ticket, pairs, voucher, now)
    mind_the_list(event, ticket, [each.spot for each in seats], now)
    check_address(event, by, pairs)
    order = Order.objects.create(
        event=event,
        held_until=now + HOLD,
        created_at=now,
        held_by=by,
        voucher=voucher,
    )
    new_pairs(order, ticket, seats)
    return order


def hold_for(*, order: Order, ticket: DuoTicket, now: datetime) -> Order:
    """One pair for who was first in line, as this new order; its event is locked.

    The list decided that it is their turn; see events/waiting_list."""
    seats = find_seats(order.event, ticket, 1, None, now)
    mind_the_list(order.event, ticket, [seats[0].spot], now, is_their_turn=True)
    order.save()
    new_pairs(order, ticket, seats)
    return order


@transaction.atomic
def hold_instead(
    *,
    order: Order,
    ticket: DuoTicket,
    pairs: int,
    now: datetime,
    code: str | None = None,
) -> Order:
    """Another number, type or code in the same order; what was typed is kept.

    `code` is None to leave it as it is. A refusal leaves the order as it was."""
    order = lock_order(order)
    if not Order.objects.being_held().filter(pk=order.pk).exists():
        raise NoLongerHeld
    event = lock(order.event)
    ticket = on_sale(event, ticket.pk, now)
    check_number(ticket, pairs)
    if code is not None:
        order.voucher = find_voucher(event, code, ticket, now) if code else None
        order.save(update_fields=["voucher"])
    elif order.voucher is not None:
        check_voucher(order.voucher, ticket, now)
    seat(order, event, ticket, pairs, now)
    check_address(event, order.held_by, 0)
    return order


@whole
def hold_again(*, order: Order, now: datetime, by: str = "") -> Order:
    """Places for an order that lapsed, if there are any; what was typed is kept.

    The price is that of now, unless Stripe was already asked for the old one. Coming
    back counts as one of the ten times more time; after those, others go first."""
    order = lock_order(order)
    if not order.is_being_filled_in:
        raise NoLongerHeld
    if order.event.called_off_at is not None:
        raise NotOnSale
    if order.status == Order.Status.HELD and order.held_until > now:
        return order
    with transaction.atomic():  # a refusal leaves it lapsed, whoever called
        return _hold_lapsed(order, now, by)


def _hold_lapsed(order: Order, now: datetime, by: str) -> Order:
    """Held again, or a refusal; the order is locked."""
    rested = order.held_until + HOLD
    if order.extensions >= MOST_EXTENSIONS and now < rested:
        raise OthersFirst(rested)
    event = lock(order.event)
    [ticket_pk] = order.pairs.values_list("ticket", flat=True)[:1]
    ticket = on_sale(event, ticket_pk, now)
    offered = _offered_until(order, now)
    until = offered or now + HOLD
    was_lost = order.status == Order.Status.LAPSED
    order.status, order.held_until, order.held_by = Order.Status.HELD, until, by
    order.extensions = (order.extensions + 1) % (MOST_EXTENSIONS + 1)
    order.save(update_fields=["status", "held_until", "held_by", "extensions"])
    if Order.objects.being_held().filter(pk=order.pk).exists():
        _seat_again(order, event, ticket, now, is_their_turn=offered is not None)
    elif was_lost:  # while Stripe was asked for this price
        take_places_again(order, event, now, is_their_turn=offered is not None)
    check_address(event, by, 0)
    return order


def _seat_again(
    order: Order,
    event: Event,
    ticket: DuoTicket,
    now: datetime,
    *,
    is_their_turn: bool,
) -> None:
    """At the price of now; without the code when that is over or used up."""
    pairs = order.pairs.count()
    try:
        if order.voucher is not None:
            check_voucher(order.voucher, ticket, now)
        with transaction.atomic():
            seat(order, event, ticket, pairs, now, is_their_turn=is_their_turn)
    except VoucherRefused:
        order.voucher = None
        order.save(update_fields=["voucher"])
        seat(order, event, ticket, pairs, now, is_their_turn=is_their_turn)


@transaction.atomic
def extend(*, order: Order, now: datetime, by: str = "") -> Order:
    """Twenty minutes more, ten times at most; a hold that has ended starts again."""
    order = lock_order(order)
    if order.status != Order.Status.HELD or order.held_until <= now:
        return hold_again(order=order, now=now, by=by)
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
    free(Order.objects.being_held().filter(pk=order.pk))


@whole
def confirm(*, order: Order, now: datetime) -> Order:
    """Sell what is held; what had lapsed gets its places back, or SoldOut (rule 8).

    A place that is held only changes its name, so then nobody waits for the event; of
    a pair that was put back the place changes hands here."""
    order = lock_order(order)
    confirm_locked(order, now)
    return order


def confirm_locked(order: Order, now: datetime) -> None:
    """As `confirm`, for who has the order already."""
    if order.has_been_paid:
        raise AlreadyPaid
    if order.status == Order.Status.LAPSED:
        event = lock(order.event)
        take_places_again(order, event, now, is_their_turn=True)  # was, and is paid
    bring_pairs(order)
    if any(pair.instead_of_id for pair in order.pairs.all()):
        take_over(order, lock(order.event), now)
    order.pairs.filter(state=Pair.State.HELD).update(state=Pair.State.SOLD)
    order.status, order.paid_at, order.held_by = Order.Status.PAID, now, ""
    order.save(update_fields=["status", "paid_at", "held_by"])


@whole
def give_up(*, order: Order, now: datetime) -> None:
    """Paid, and no place is left: the money goes back (rule 8)."""
    order, _event = _lock_both(order)
    if order.status == Order.Status.LAPSED:
        order.status, order.paid_at = Order.Status.RETURNED, now
        order.save(update_fields=["status", "paid_at"])


@transaction.atomic
def cancel(*, order: Order, numbers: Iterable[int], now: datetime) -> list[Pair]:
    """These sold pairs give their places back, or NotSold; none left, and it is over.

    Money is another matter: see events/cancellations."""
    order, _event = _lock_both(order)
    wanted = set(numbers)
    sold = order.pairs.select_for_update(of=("self",)).order_by("pk")
    pairs = list(sold.filter(number__in=wanted, state=Pair.State.SOLD))
    if len(pairs) != len(wanted) or not pairs:
        raise NotSold
    Pair.objects.filter(pk__in=[pair.pk for pair in pairs]).update(
        state=Pair.State.CANCELLED, **GIVEN_BACK
    )
    pass_on(pairs, now)
    end_when_empty(order)
    return pairs


def end_when_empty(order: Order) -> None:
    """No pair of it is valid any more; the order is locked."""
    if order.is_paid and not order.pairs.filter(state=Pair.State.SOLD).exists():
        order.status = Order.Status.CANCELLED
        order.save(update_fields=["status"])


@transaction.atomic
def free_lapsed_of(*, event: Event, now: datetime) -> Event:
    """The event, locked, with every place that is free really free."""
    event = lock(event)
    free_lapsed(event, now)
    return event


def free_lapsed_holds(*, now: datetime) -> int:
    """For `tick`: the numbers on the page are right without it, the rows are tidier."""
    theirs = Order.objects.lapsed_at(now).values("event")
    freed = 0
    for event in Event.objects.filter(pk__in=theirs).order_by("pk"):
        try:
            freed += _free_lapsed(event, now)
        except Exception:  # one event that fails may not stop those behind it
            logger.exception("holds not freed", extra={"event": event.pk})
    return freed


@transaction.atomic
def _free_lapsed(event: Event, now: datetime) -> int:
    return free_lapsed(lock(event), now)


def _offered_until(order: Order, now: datetime) -> datetime | None:
    """Of an offer that stands; its place waits for this order alone."""
    offers = order.event.waiting.offered().filter(order=order, offer_until__gt=now)
    return offers.values_list("offer_until", flat=True).first()


def _lock_both(order: Order) -> tuple[Order, Event]:
    """Order, then event: always in this order."""
    order = lock_order(order)
    return order, lock(order.event)


def bring_pairs(order: Order) -> None:
    """All its pairs with their tickets in one statement; not again when it has them."""
    if "pairs" in getattr(order, "_prefetched_objects_cache", ()):
        return
    pairs = PAIRS.of(order=order.pk)
    for pair in pairs:
        pair.order = order
    bring(order, "pairs", pairs)


def _pairs() -> QuerySet[Pair]:
    pairs = Pair.objects.select_related("ticket").filter(order=ORDER)
    return pairs.order_by("number")


PAIRS = Rows(_pairs)


def lock_order(order: Order) -> Order:
    """Who changes an order waits here; its event comes along, and is not locked.

    Who only points at it (`no_key`) does not wait: that one may have a pair of it."""
    if locked := LOCKED.one(order=order.pk):
        return locked
    raise Order.DoesNotExist


def _locked() -> QuerySet[Order]:
    orders = Order.objects.select_for_update(of=("self",), no_key=True)
    return orders.select_related("event").filter(pk=ORDER)


LOCKED = Rows(_locked)
