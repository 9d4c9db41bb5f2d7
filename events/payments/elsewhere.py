"""Money that went back without us: in Stripe's dashboard (F17), or by a bank (F18).

Found by a message or by the reconciliation; booked once, whoever finds it first."""

import logging
from datetime import datetime
from decimal import Decimal
from functools import partial

from django.db import transaction

from events.payments import stripe_api
from events.payments.excess import pay_together, what_it_pays
from events.payments.models import Dispute, Payment, Refund
from events.payments.refunds import STATES, is_of, note_refund, write_refund
from home.mail.services import owe_mail

logger = logging.getLogger(__name__)


def follow_refund(*, stripe_id: str, now: datetime) -> None:
    """What became of a refund; ours by its number or its metadata, or somebody's."""
    note_result(stripe_api.fetch_refund(stripe_id), now=now)


def note_result(result: stripe_api.RefundResult, *, now: datetime) -> None:
    """As `follow_refund`, for what Stripe has just said."""
    refund = Refund.objects.filter(stripe_id=result.id).first()
    if refund is None:  # we died between asking for it and noting its number
        unnamed = Refund.objects.filter(stripe_id=None, status=Refund.Status.OWED)
        about = unnamed.filter(payment__intent_id=result.payment_intent)
        refund = next((row for row in about if is_of(row, result)), None)
    if refund is not None:
        note_refund(refund, result, now)
        return
    status = STATES.get(result.status, Refund.Status.PENDING)
    payment = _payment_of(result.payment_intent)
    if payment is None or status == Refund.Status.FAILED:
        return  # of another site, or nothing went back
    book_elsewhere(
        payment=payment,
        amount=result.amount,
        reason=Refund.Reason.DASHBOARD,
        now=now,
        stripe_id=result.id,
        status=status,
    )


def follow_dispute(*, stripe_id: str, now: datetime) -> None:
    """How a dispute stands now; a lost one takes the money out of our books."""
    note_dispute(stripe_api.fetch_dispute(stripe_id), now=now)


@transaction.atomic
def note_dispute(result: stripe_api.DisputeResult, *, now: datetime) -> None:
    """As `follow_dispute`, for what Stripe has just said; forward only."""
    payment = _payment_of(result.payment_intent)
    if payment is None:
        return
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    dispute, is_new = Dispute.objects.get_or_create(
        stripe_id=result.id,
        defaults={
            "payment": payment,
            "amount": result.amount,
            "opened_at": result.opened_at,
        },
    )
    if is_new:
        logger.warning("a payment is disputed", extra={"payment": payment.pk})
        owe_mail(kind="events.disputed", about=dispute, now=now)
    if dispute.closed_at is not None:
        return
    dispute.reason = result.reason[:60]
    dispute.is_refundable = result.is_refundable
    dispute.answer_by = result.answer_by
    if result.is_over:
        dispute.closed_at = now
        dispute.status = Dispute.Status.LOST if result.is_lost else Dispute.Status.WON
    if result.is_lost:
        dispute.refund = book_elsewhere(
            payment=payment,
            amount=result.amount,
            reason=Refund.Reason.DISPUTE,
            now=now,
        )
    dispute.save()


@transaction.atomic
def book_elsewhere(
    *,
    payment: Payment,
    amount: Decimal,
    reason: str,
    now: datetime,
    stripe_id: str | None = None,
    status: str = Refund.Status.SUCCEEDED,
) -> Refund | None:
    """First what we still owed of this payment is paid by it; the rest is a new row.

    So nobody gets it twice, unless it went another way before: then a person decides.
    Tickets stay as they are until somebody decides."""
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    if stripe_id and Refund.objects.filter(stripe_id=stripe_id).exists():
        return None
    rows, rest = what_it_pays(payment, amount)
    new, left = partial(Refund, payment=payment, created_at=now), payment.left
    if rest > left:
        rows.insert(0, new(reason=Refund.Reason.EXCESS, amount=rest - left))
        rest = left
    if rest:
        rows.append(write_refund(new(reason=reason, amount=rest), now=now))
    return pay_together(rows, status=status, stripe_id=stripe_id)


def _payment_of(intent_id: str) -> Payment | None:
    """Ours, if we ever heard of it; another site may share the account."""
    if not intent_id:
        return None
    return Payment.objects.filter(intent_id=intent_id).first()
