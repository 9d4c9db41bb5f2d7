"""Per day: what moved at Stripe, and what our own rows say of the same."""

from typing import Any

from django.db.models import Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from events.ledger.models import Movement
from events.orders.models import Order

ZERO = Value(0)


def days(orders: QuerySet[Order] | None = None) -> QuerySet[Movement, Any]:
    """Newest first, one row per day: in, back, disputes, fees; theirs and ours.

    With `orders` only what moved for those."""
    lines = Movement.objects.all()
    if orders is not None:
        lines = lines.filter(payment__order__in=orders)
    return (
        lines.values("day")
        .annotate(
            paid=_sum("charge"),
            back=_sum("refund", "refund_failure"),
            disputed=_sum("dispute", "dispute_reversal"),
            fees=Coalesce(Sum("fee"), ZERO, output_field=Movement.fee.field),
            theirs=Sum("amount"),
            mine=Coalesce(Sum("ours"), ZERO, output_field=Movement.fee.field),
        )
        .order_by("-day")
    )


def _sum(*kinds: str) -> Coalesce:
    some = Sum("amount", filter=Q(kind__in=kinds))
    return Coalesce(some, ZERO, output_field=Movement.amount.field)
