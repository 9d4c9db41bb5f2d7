"""Money that goes back: owed on a row first, then asked of Stripe, once."""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from events.invoices.services import issue_credit_note
from events.payments import stripe_api
from events.payments.models import Payment, Refund

logger = logging.getLogger(__name__)


class TooMuch(Exception):
    """More than what is left of the payment."""


@transaction.atomic
def owe_refund(*, payment: Payment, reason: str, now: datetime, amount=None) -> Refund:
    """Promise (the rest of) a payment back; what is promised already counts as gone."""
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    there = payment.refunds.filter(reason=reason).first()
    if there is not None:
        return there
    promised = payment.refunds.exclude(status=Refund.Status.FAILED)
    left = payment.amount - (promised.aggregate(sum=Sum("amount"))["sum"] or 0)
    amount = left if amount is None else amount
    if not 0 < amount <= left:
        raise TooMuch
    refund = Refund.objects.create(
        payment=payment, amount=amount, reason=reason, created_at=now
    )
    issue_credit_note(
        invoice=payment.invoice,
        refund_id=refund.pk,
        amount=amount,
        why=refund.get_reason_display().capitalize(),
        now=now,
    )
    return refund


def pay_owed_refunds(*, now: datetime) -> int:
    """Ask Stripe for every refund that is still owed; the same key never pays twice."""
    owed = Refund.objects.owed().select_related("payment__order").order_by("pk")
    return sum(_pay(refund) for refund in owed[:200])


def follow_refund(*, stripe_id: str) -> None:
    """What became of it, days later perhaps (F15)."""
    refund = Refund.objects.filter(stripe_id=stripe_id).first()
    if refund is not None:
        _note(refund, stripe_api.fetch_refund(stripe_id))


def _pay(refund: Refund) -> bool:
    payment = refund.payment
    try:
        result = stripe_api.refund(
            payment_intent=payment.intent_id,
            amount=refund.amount,
            reason="duplicate" if refund.reason == "duplicate" else "",
            metadata={"order": payment.order.reference, "refund": str(refund.pk)},
            idempotency_key=f"refund-{payment.key}-{refund.reason}",
        )
    except stripe_api.Unreachable:
        return False
    except stripe_api.Refused as refusal:
        Refund.objects.filter(pk=refund.pk).update(status=Refund.Status.FAILED)
        logger.error("Stripe refused a refund", extra={"code": refusal.code})  # noqa: TRY400  no trace: it says nothing more
        return False
    _note(refund, result)
    return True


STATES = {
    "succeeded": Refund.Status.SUCCEEDED,
    "failed": Refund.Status.FAILED,
    "canceled": Refund.Status.FAILED,
}


def _note(refund: Refund, result: stripe_api.RefundResult) -> None:
    status = STATES.get(result.status, Refund.Status.PENDING)
    Refund.objects.filter(pk=refund.pk).update(stripe_id=result.id, status=status)
    if status == Refund.Status.FAILED:
        logger.error("a refund failed", extra={"refund": refund.pk})
