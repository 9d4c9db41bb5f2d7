"""Money that goes back: owed on a row first, then asked of Stripe, once."""

import logging
from datetime import datetime, timedelta
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import transaction

from events.invoices.services import issue_credit_note
from events.payments import stripe_api
from events.payments.models import Payment, Refund

logger = logging.getLogger(__name__)

KEY_LIVES = timedelta(hours=20)  # Stripe remembers a key for a day


ONCE = {Refund.Reason.LATE, Refund.Reason.DUPLICATE}  # all of a payment, by itself


class TooMuch(Exception):
    """More than what is left of the payment."""


@transaction.atomic
def owe_refund(  # noqa: PLR0913  one row of the books needs all of it
    *,
    payment: Payment,
    reason: str,
    now: datetime,
    amount: Decimal | None = None,
    cancellation_id: int | None = None,
    note: str = "",
    by: User | None = None,
) -> Refund:
    """Promise (the rest of) a payment back; what is promised already counts as gone.

    One that failed stays promised: the buyer is still owed it (F15)."""
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    if reason in ONCE and (there := payment.refunds.filter(reason=reason).first()):
        return there
    amount = payment.left if amount is None else amount
    if not 0 < amount <= payment.left:
        raise TooMuch
    payment.promised += amount
    payment.save(update_fields=["promised"])
    refund = Refund.objects.create(
        payment=payment,
        amount=amount,
        reason=reason,
        cancellation_id=cancellation_id,
        note=note,
        by=by,
        created_at=now,
    )
    issue_credit_note(
        invoice=payment.invoice,
        refund_id=refund.pk,
        amount=amount,
        why=refund.why,
        now=now,
    )
    return refund


def pay_owed_refunds(*, now: datetime) -> int:
    """Ask Stripe for every refund that is still owed; the same key never pays twice."""
    owed = Refund.objects.owed().select_related("payment__order").order_by("pk")
    return sum(_pay(refund, now) for refund in owed[:200])


def follow_refund(*, stripe_id: str) -> None:
    """What became of it, days later perhaps (F15); also if we never saw its number."""
    result = stripe_api.fetch_refund(stripe_id)
    refund = Refund.objects.filter(stripe_id=stripe_id).first()
    if refund is None:  # we died between asking for it and noting its number
        unnamed = Refund.objects.filter(stripe_id=None)
        about = unnamed.filter(payment__intent_id=result.payment_intent)
        refund = next((r for r in about if _is_of(r, result)), None)
    if refund is not None:
        _note(refund, result)


def follow_refunds(*, now: datetime) -> int:
    """For `tick`: ask about refunds on their way, since messages get lost."""
    followed = 0
    pending = Refund.objects.filter(status=Refund.Status.PENDING)
    for refund in pending.exclude(stripe_id=None).order_by("pk")[:200]:
        try:
            follow_refund(stripe_id=refund.stripe_id or "")
        except (stripe_api.Unreachable, stripe_api.Refused) as error:
            logger.warning("not followed", extra={"error": type(error).__name__})
        followed += 1
    return followed


def _pay(refund: Refund, now: datetime) -> bool:
    try:
        result = _made_before(refund) if now > refund.created_at + KEY_LIVES else None
        _note(refund, result or _ask(refund))
    except stripe_api.Unreachable:
        return False
    except stripe_api.Refused as refusal:
        Refund.objects.filter(pk=refund.pk).update(status=Refund.Status.FAILED)
        logger.error("Stripe refused a refund", extra={"code": refusal.code})  # noqa: TRY400  no trace: it says nothing more
        return False
    return True


def _ask(refund: Refund) -> stripe_api.RefundResult:
    payment = refund.payment
    return stripe_api.refund(
        payment_intent=payment.intent_id,
        amount=refund.amount,
        reason="duplicate" if refund.reason == "duplicate" else "",
        metadata={"order": payment.order.reference, "refund": str(refund.pk)},
        idempotency_key=f"refund-{payment.key}-{refund.pk}",
    )


def _made_before(refund: Refund) -> stripe_api.RefundResult | None:
    """The answer may have been lost so long ago that Stripe has forgotten the key."""
    made = stripe_api.list_refunds(refund.payment.intent_id)
    return next((result for result in made if _is_of(refund, result)), None)


def _is_of(refund: Refund, result: stripe_api.RefundResult) -> bool:
    return result.metadata.get("refund") == str(refund.pk)


STATES = {
    "succeeded": Refund.Status.SUCCEEDED,
    "failed": Refund.Status.FAILED,
    "canceled": Refund.Status.FAILED,
}


def _note(refund: Refund, result: stripe_api.RefundResult) -> None:
    status = STATES.get(result.status, Refund.Status.PENDING)
    # Failed is the end: an answer that was under way longer does not undo it.
    mine = Refund.objects.filter(pk=refund.pk).exclude(
        status=Refund.Status.FAILED, stripe_id=result.id
    )
    mine.update(stripe_id=result.id, status=status)
    if status == Refund.Status.FAILED:
        logger.error("a refund failed", extra={"refund": refund.pk})
