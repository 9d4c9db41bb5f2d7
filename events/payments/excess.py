"""What somebody else's money pays of what we owe; and what then was too much."""

from datetime import datetime
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import transaction

from events.payments.models import Dispute, Payment, Refund


class NothingTooMuch(Exception):
    """The buyer has no more than was paid, or somebody decided about it before."""


def what_it_pays(payment: Payment, amount: Decimal) -> tuple[list[Refund], Decimal]:
    """What is still owed of this payment, oldest first, and the rest; it is locked."""
    rest, rows = amount, []
    for refund in payment.refunds.select_for_update().unpaid().order_by("pk"):
        if not rest:
            break
        row = refund if refund.amount <= rest else _split(refund, rest)
        rest -= row.amount
        rows.append(row)
    return rows, rest


def _split(refund: Refund, amount: Decimal) -> Refund:
    """So much of it was paid; the rest is owed, under a key of its own."""
    refund.amount -= amount
    refund.status, refund.trouble = Refund.Status.OWED, ""
    refund.attempt += 1
    refund.earlier = " ".join([refund.earlier, refund.stripe_id or ""]).strip()
    refund.stripe_id = None
    refund.save()
    return Refund.objects.create(
        payment=refund.payment,
        amount=amount,
        reason=refund.reason,
        cancellation=refund.cancellation,
        part_of=refund.part_of or refund,
        created_at=refund.created_at,
    )


def pay_together(
    rows: list[Refund],
    *,
    status: str,
    stripe_id: str | None,
    head: Refund | None = None,
) -> Refund | None:
    """One payment of somebody else's; the last row carries its number, or the head."""
    if not rows:
        return None
    if head is None:
        head = rows[-1]
    for row in rows:
        row.earlier = " ".join([row.earlier, row.stripe_id or ""]).strip()
        row.status, row.trouble, row.stripe_id = status, "", None
        row.paid_with = None if row is head else head
        row.save()
    if stripe_id:
        head.stripe_id = stripe_id
        head.save(update_fields=["stripe_id"])
    return head


def count_again(payment: Payment) -> None:
    """A refund failed, so what seemed too much pays that; the payment is locked.

    What the buyer gave back stays as it is: then that refund is owed in full."""
    for excess in payment.refunds.that_count().filter(reason="excess").order_by("pk"):
        rows, rest = what_it_pays(payment, excess.amount)
        if not rows:
            return
        head, number, disputes = excess.paid_with, excess.stripe_id, _let_go(excess)
        status = excess.status
        if status == Refund.Status.LOST:
            status = Refund.Status.SUCCEEDED
        if rest:
            excess.amount = rest
            rows.insert(0, excess)
        else:
            excess.delete()
        head = pay_together(rows, status=status, stripe_id=number, head=head)
        Dispute.objects.filter(pk__in=disputes).update(refund=head)


def _let_go(excess: Refund) -> list[int]:
    """The disputes that took it, no longer pointing at this row."""
    disputes = Dispute.objects.filter(refund=excess)
    found = list(disputes.values_list("pk", flat=True))
    disputes.update(refund=None)
    return found


@transaction.atomic
def close_excess(
    *, refund: Refund, status: str, note: str, by: User | None, now: datetime
) -> None:
    """The buyer gave it back, or never will: recovered or lost, once."""
    refund = Refund.objects.select_for_update(of=("self",)).get(pk=refund.pk)
    if refund.status != Refund.Status.SUCCEEDED or not refund.is_excess:
        raise NothingTooMuch
    refund.decide(status, note=note, by=by, now=now)
