"""Cancel pairs and give money back: two acts, of which one never brings the other."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Sum

from events.cancellations.models import Cancellation
from events.cancellations.services import Back, cancel_pairs
from events.orders.models import Order
from events.payments.models import Payment, Refund
from events.payments.refunds import owe_refund
from events.payments.tasks import give_owed_refunds
from home.mail.services import owe_mail

A_MOMENT = timedelta(minutes=10)  # Stripe may be slow, and a person click again


class MoreThanIsLeft(Exception):
    """Nobody gets more back than was paid; `left` is what can still go back."""

    def __init__(self, left: Decimal) -> None:
        super().__init__(left)
        self.left = left


class GivenJustNow(Exception):
    """This amount went back a moment ago, for the same reason: a second click."""


def cancel(
    *,
    order: Order,
    numbers: Iterable[int],
    back: Back,
    why: str,
    by: User,
    now: datetime,
) -> list[Cancellation]:
    """The places are free at once; money by the rules, all of it, or none."""
    return cancel_pairs(
        order=order,
        numbers=numbers,
        reason=Cancellation.Reason.ORGANISER,
        back=back,
        note=why,
        by=by,
        now=now,
    )


@transaction.atomic
def refund(
    *, order: Order, amount: Decimal, why: str, by: User, now: datetime
) -> list[Refund]:
    """Out of kindness: the pairs keep their places, and the buyer gets a mail.

    Taken from the payments in order, oldest first. Raises MoreThanIsLeft and
    GivenJustNow."""
    locked = Payment.objects.select_for_update().filter(order=order).order_by("pk")
    paid = [p for p in locked if p.status == Payment.Status.PAID]
    if amount in _given_just_now(order, why, now):
        raise GivenJustNow
    left = sum((payment.left for payment in paid), Decimal(0))
    if not 0 < amount <= left:
        raise MoreThanIsLeft(left)
    made, due = [], amount
    for payment in paid:
        share = min(due, payment.left)
        if not share:
            continue
        due -= share
        made.append(
            owe_refund(
                payment=payment,
                reason=Refund.Reason.GOODWILL,
                amount=share,
                note=why,
                by=by,
                now=now,
            )
        )
    for row in made:
        owe_mail(kind="events.refund", about=row, now=now)
    transaction.on_commit(partial(give_owed_refunds.enqueue), robust=True)
    return made


def _given_just_now(order: Order, why: str, now: datetime) -> set[Decimal]:
    """What each click gave back, over however many payments; those are locked."""
    given = Refund.objects.filter(
        payment__order=order,
        reason=Refund.Reason.GOODWILL,
        note=why,
        created_at__gt=now - A_MOMENT,
    )
    per_click = given.order_by().values("created_at").annotate(total=Sum("amount"))
    return set(per_click.values_list("total", flat=True))
