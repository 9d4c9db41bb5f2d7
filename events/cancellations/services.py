"""Give pairs back: their places at once, their money as far as the rules say."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction

from events.cancellations.models import Cancellation
from events.guests.models import Guest
from events.orders.models import Order, Pair
from events.orders.resales import Resale
from events.orders.services import NotSold, cancel, end_when_empty, lock_order
from events.payments.models import Payment, Refund
from events.payments.refunds import owe_refund
from events.payments.tasks import give_owed_refunds
from events.terms.rules import CancelRules, fee_for, may_withdraw
from home.mail.services import owe_mail

logger = logging.getLogger(__name__)

Reason = Cancellation.Reason


class Back(Enum):
    """How much of the price comes back."""

    BY_THE_RULES = "rules"
    ALL = "all"
    NOTHING = "nothing"  # refund and cancel are separate acts for the organiser


class TooLate(Exception):
    """The rules of the order do not allow it (any more)."""


class Changed(Exception):
    """Other than what the page said would come back; `back` is what it is now."""

    def __init__(self, back: Decimal) -> None:
        super().__init__(back)
        self.back = back


@dataclass(frozen=True)
class Offer:
    """What cancelling one pair comes to at this moment."""

    pair: Pair
    kept: Decimal
    back: Decimal


def rules_of(order: Order) -> CancelRules:
    """As they were agreed; of an order that nobody agreed to, those of its event."""
    return order if order.agreed_at else order.event


def fee_now(order: Order, price: Decimal, *, now: datetime) -> Decimal | None:
    """What is kept of one pair; None when it is too late, as it is once it has begun.

    An event may have moved to before the deadline that was agreed. Of one that was
    called off nothing is kept, whoever comes first: the buyer or the run."""
    if order.event.called_off_at is not None:
        return Decimal(0)
    if order.event.starts_at <= now:
        return None
    return fee_for(rules_of(order), price, now=now)


def left_of(order: Order) -> Decimal:
    """What was paid and not promised back; uses fetched payments where there are."""
    paid = [p for p in order.payments.all() if p.status == Payment.Status.PAID]
    return sum((payment.left for payment in paid), Decimal(0))


def offers(*, order: Order, now: datetime) -> list[Offer]:
    """What can be cancelled by the rules, for how much; empty when it is too late."""
    found = []
    for pair in order.pairs.all():
        fee = fee_now(order, pair.price, now=now)
        if pair.is_sold and fee is not None:
            found.append(Offer(pair, fee, pair.price - fee))
    return found


def offers_to_buyer(*, order: Order, now: datetime) -> list[Offer]:
    """As `offers`, without who is inside: that place is used; needs `in_order()`."""
    found = offers(order=order, now=now)
    return [offer for offer in found if not offer.pair.is_inside]


def can_withdraw(order: Order, *, now: datetime) -> bool:
    """Whether the order may be undone as a whole, for all the money (L3)."""
    return order.is_paid and may_withdraw(
        withdrawal=order.withdrawal if order.agreed_at else order.event.withdrawal,
        is_business=bool(order.organisation),
        ordered_at=order.paid_at,
        starts_at=order.event.starts_at,
        now=now,
    )


@transaction.atomic
def cancel_by_buyer(
    *, order: Order, numbers: Iterable[int], back: Decimal, now: datetime
) -> list[Cancellation]:
    """What the page offered, or Changed, TooLate or NotSold; then nothing happened."""
    order = _lock(order)
    wanted = set(numbers)
    offered = [o for o in offers(order=order, now=now) if o.pair.number in wanted]
    if fee_now(order, Decimal(0), now=now) is None:
        raise TooLate
    if len(offered) != len(wanted) or not wanted:
        raise NotSold
    true = min(sum((offer.back for offer in offered), Decimal(0)), left_of(order))
    if true != back:
        raise Changed(true)
    made = cancel_pairs(
        order=order,
        numbers=wanted,
        reason=Reason.BUYER,
        back=Back.BY_THE_RULES,
        now=now,
    )
    # asked last: from here on the door waits for these pairs
    if Pair.objects.being_inside().filter(cancellation__in=made).exists():
        raise NotSold
    return made


@transaction.atomic
def withdraw(*, order: Order, now: datetime) -> list[Cancellation]:
    """Undo the whole order within 14 days, all money back (L4); or TooLate."""
    order = _lock(order)
    if not can_withdraw(order, now=now):
        raise TooLate
    sold = order.pairs.filter(state=Pair.State.SOLD)
    return cancel_pairs(
        order=order,
        numbers=sold.values_list("number", flat=True),
        reason=Reason.WITHDRAWN,
        back=Back.ALL,
        now=now,
    )


@transaction.atomic
def cancel_pairs(  # noqa: PLR0913  one row of the books needs all of it
    *,
    order: Order,
    numbers: Iterable[int],
    reason: str,
    back: Back,
    now: datetime,
    by: User | None = None,
    note: str = "",
) -> list[Cancellation]:
    """Cancel these pairs of an order and owe what comes back; asks for no permission.

    For the organiser and a moved or cancelled event. Places are free, codes are dead
    and mails are owed with it. Raises NotSold."""
    order = _lock(order)
    rows = [
        Cancellation(pair=pair, reason=reason, note=note, by=by, cancelled_at=now)
        for pair in cancel(order=order, numbers=numbers, now=now)
    ]
    return _book(rows, order, back, now)


def refund_resold(*, now: datetime) -> int:
    """For `tick`: all money back for the pairs whose place somebody else has paid for.

    The place changed hands in the transaction of that payment, and the row said so."""
    owed = Order.objects.filter(pairs__in=Resale.objects.sold_and_owed().values("pair"))
    done = 0
    for order in owed.distinct().order_by("pk"):
        try:
            done += len(_refund_resold(order, now))
        except Exception:  # one that cannot be booked may not stop those behind it
            logger.exception("resold, not refunded", extra={"order": order.pk})
    return done


@transaction.atomic
def _refund_resold(order: Order, now: datetime) -> list[Cancellation]:
    order = _lock(order)
    sold = Resale.objects.sold_and_owed().filter(pair__order=order)
    rows = [
        Cancellation(pair=resale.pair, reason=Reason.RESOLD, cancelled_at=now)
        for resale in sold.select_related("pair__ticket").order_by("pair__number")
    ]
    end_when_empty(order)
    return _book(rows, order, Back.ALL, now) if rows else []


def _book(
    rows: list[Cancellation], order: Order, back: Back, now: datetime
) -> list[Cancellation]:
    """The money of these pairs, and who hears of it; payments and order are locked."""
    made = [_give_back(row, order, back) for row in rows]
    owe_mail(kind="events.cancelled", about=made[0], now=now)
    for cancellation in made:
        _tell(cancellation, order, now)
    transaction.on_commit(partial(give_owed_refunds.enqueue), robust=True)
    return made


def _give_back(row: Cancellation, order: Order, back: Back) -> Cancellation:
    """Save the row, and owe it over the payments that still have something left."""
    price, now = row.pair.price, row.cancelled_at
    fee = {Back.ALL: Decimal(0), Back.NOTHING: price}.get(back)
    if fee is None:
        fee = fee_now(order, price, now=now)
    if fee is None:
        raise TooLate
    shares, due = [], price - fee
    for payment in order.payments.filter(status=Payment.Status.PAID).order_by("pk"):
        share = min(due, payment.left)
        due -= share
        if share:
            shares.append((payment, share))
    row.price = price
    row.refunded = sum((share for _, share in shares), Decimal(0))
    row.kept = price - row.refunded
    row.save()
    for payment, share in shares:
        owe_refund(
            payment=payment,
            reason=Refund.Reason.CANCELLED,
            now=now,
            amount=share,
            cancellation_id=row.pk,
            by=row.by,
        )
    return row


def _tell(cancellation: Cancellation, order: Order, now: datetime) -> None:
    """Host and guest, where they are somebody else than the buyer.

    Who paid for what was called off already never told them that there was a place."""
    off, pair = order.event.called_off_at, cancellation.pair
    if off and order.paid_at and order.paid_at >= off:
        return
    pair.order = order
    if pair.has_a_host and not pair.is_hosted_by_the_buyer:
        owe_mail(kind="events.cancelled_to_host", about=cancellation, now=now)
    for guest in Guest.objects.current().filter(pair=pair).exclude(email=""):
        owe_mail(kind="events.cancelled_to_guest", about=guest, now=now)


def _lock(order: Order) -> Order:
    """Payments before the order, as everywhere: a settle of this order waits here."""
    list(Payment.objects.select_for_update().filter(order=order).order_by("pk"))
    return lock_order(order)
