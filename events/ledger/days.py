"""Per day: what moved at Stripe, what our own rows say of it, and what went outside."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, TruncDate

from events.ledger.models import Movement
from events.orders.models import Order
from events.payments.models import Payment, Refund

ZERO = Value(0)
NOTHING = dict.fromkeys(
    ("paid", "back", "disputed", "fees", "theirs", "mine"), Decimal(0)
)


def days(orders: QuerySet[Order] | None = None) -> QuerySet[Any, date]:
    """On which money moved, newest first; with `orders` only what moved for those."""
    first, *others = [
        rows.order_by().values_list("on", flat=True)
        for rows in (_at_stripe(orders), *(rows for rows, _ in _outside(orders)))
    ]
    return first.union(*others).order_by("-on")


def sums(
    on: Iterable[date], orders: QuerySet[Order] | None = None
) -> list[dict[str, Any]]:
    """One row a day: in, back, disputes, fees; theirs and ours; and outside Stripe."""
    on = list(on)
    lines = _at_stripe(orders).filter(on__in=on).order_by().values("on")
    at_stripe = lines.annotate(
        paid=_sum("charge"),
        back=_sum("refund", "refund_failure"),
        disputed=_sum("dispute", "dispute_reversal"),
        fees=Coalesce(Sum("fee"), ZERO, output_field=Movement.fee.field),
        theirs=Sum("amount"),
        mine=Coalesce(Sum("ours"), ZERO, output_field=Movement.fee.field),
    )
    moved = {row["on"]: row for row in at_stripe}
    outside: dict[date, Decimal] = defaultdict(Decimal)
    for rows, sign in _outside(orders):
        per_day = rows.filter(on__in=on).order_by().values_list("on")
        for day, amount in per_day.annotate(sum=Sum("amount")):
            outside[day] += sign * amount
    return [
        NOTHING | moved.get(day, {}) | {"day": day, "outside": outside[day]}
        for day in on
    ]


def _at_stripe(orders: QuerySet[Order] | None) -> QuerySet[Any]:
    lines = Movement.objects.annotate(on=F("day"))
    return lines if orders is None else lines.filter(payment__order__in=orders)


def _outside(orders: QuerySet[Order] | None) -> list[tuple[QuerySet[Any], int]]:
    """Paid, given back and recovered without Stripe, each on its day, with its sign."""
    paid = Payment.objects.filter(is_outside=True)
    paid = paid.annotate(on=TruncDate("settled_at"))
    day = TruncDate(Coalesce("decided_at", "created_at"))
    refunds = Refund.objects.annotate(on=day)
    if orders is not None:
        paid = paid.filter(order__in=orders)
        refunds = refunds.filter(payment__order__in=orders)
    back = refunds.filter(status=Refund.Status.OUTSIDE)
    recovered = refunds.filter(status=Refund.Status.RECOVERED)
    return [(paid, 1), (back, -1), (recovered, 1)]


def _sum(*kinds: str) -> Coalesce:
    some = Sum("amount", filter=Q(kind__in=kinds))
    return Coalesce(some, ZERO, output_field=Movement.amount.field)
