"""Money that goes back: owed on a row first, then asked of Stripe, once."""

import logging
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q

from events.invoices.models import Invoice
from events.invoices.services import issue_credit_note
from events.payments import stripe_api
from events.payments.excess import count_again
from events.payments.models import Payment, Refund
from events.payments.rounds import go_round
from home.mail.services import owe_mail

logger = logging.getLogger(__name__)

KEY_LIVES = timedelta(hours=20)  # Stripe remembers a key for a day
IDEAL_LASTS = timedelta(days=180)  # after that Stripe refuses
# all of a payment, by itself
ONCE = {Refund.Reason.LATE, Refund.Reason.DUPLICATE, Refund.Reason.REFUSED}
DECIDED = [Refund.Status.RECOVERED, Refund.Status.LOST]
IN_DISPUTE = "charge_disputed"  # the bank has the money: it is owed until that is over


class TooMuch(Exception):
    """More than what is left of the payment."""


class NothingFailed(Exception):
    """This refund is done or on its way: there is nothing to repair."""


class NoNote(Exception):
    """What happens outside Stripe is only known if somebody writes it down."""


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
    refund = Refund(
        payment=payment,
        amount=amount,
        reason=reason,
        cancellation_id=cancellation_id,
        note=note,
        by=by,
        created_at=now,
    )
    return write_refund(refund, now=now)


def write_refund(refund: Refund, *, now: datetime) -> Refund:
    """The row, its part of the payment and its credit note; the payment is locked."""
    payment = refund.payment
    if not 0 < refund.amount <= payment.left:
        raise TooMuch
    payment.promised += refund.amount
    payment.save(update_fields=["promised"])
    refund.save()
    # what was never accepted was never billed
    for invoice in Invoice.objects.filter(payment=payment):
        issue_credit_note(
            invoice=invoice,
            refund_id=refund.pk,
            amount=refund.amount,
            why=refund.why,
            now=now,
        )
    return refund


def pay_owed_refunds(*, now: datetime) -> int:
    """Ask Stripe for what is still owed; the same key never pays twice."""
    owed = Refund.objects.that_can_go().select_related("payment__order")
    return go_round(owed, partial(_pay, now=now), now=now)


def follow_refunds(*, now: datetime) -> int:
    """For `tick`: ask about refunds on their way, since messages get lost."""
    pending = Refund.objects.filter(status=Refund.Status.PENDING)
    follow = partial(_follow, now=now)
    return go_round(pending.exclude(stripe_id=None), follow, now=now)


def _follow(refund: Refund, now: datetime) -> None:
    note_refund(refund, stripe_api.fetch_refund(refund.stripe_id or ""), now)


@transaction.atomic
def try_again(*, refund: Refund, now: datetime) -> Refund:
    """A refund that failed, once more, under a key of its own."""
    refund = _failed(refund)
    refund.earlier = " ".join([refund.earlier, refund.stripe_id or ""]).strip()
    refund.status, refund.stripe_id = Refund.Status.OWED, None
    refund.attempt += 1
    refund.trouble = ""
    refund.save()
    return refund


@transaction.atomic
def done_outside(
    *, refund: Refund, note: str, by: User | None, now: datetime
) -> Refund:
    """The buyer got it by bank transfer: iDEAL takes nothing back after 180 days."""
    if not note.strip():
        raise NoNote
    refund = _failed(refund, or_to_transfer=True)
    refund.decide(Refund.Status.OUTSIDE, note=note, by=by, now=now)
    return refund


def _failed(refund: Refund, *, or_to_transfer: bool = False) -> Refund:
    """Under its lock, and still what the page said it was."""
    refund = Refund.objects.select_for_update(of=("self",)).get(pk=refund.pk)
    if or_to_transfer and Refund.objects.to_transfer().filter(pk=refund.pk).exists():
        return refund
    if refund.status != Refund.Status.FAILED or refund.is_excess:
        raise NothingFailed
    return refund


def _pay(refund: Refund, now: datetime) -> None:
    try:
        result = _made_before(refund) if now > refund.created_at + KEY_LIVES else None
        note_refund(refund, result or _ask(refund), now)
    except stripe_api.Refused as refusal:
        is_lost = refund.payment.disputes.filter(status="lost").exists()
        # once it is lost Stripe gives nothing back of it: a person does, outside Stripe
        if refusal.code == IN_DISPUTE and not is_lost:
            # under this key it would say so all day
            Refund.objects.filter(pk=refund.pk).update(attempt=F("attempt") + 1)
        else:
            _refuse(refund, refusal.code, now)


def _ask(refund: Refund) -> stripe_api.RefundResult:
    payment = refund.payment
    return stripe_api.refund(
        payment_intent=payment.intent_id,
        # all of what was never ours, whatever the currency
        amount=None if refund.reason == Refund.Reason.REFUSED else refund.amount,
        reason="duplicate" if refund.reason == "duplicate" else "",
        metadata={
            "order": payment.order.reference,
            "refund": str(refund.pk),
            "attempt": str(refund.attempt),
        },
        idempotency_key=f"refund-{payment.key}-{refund.pk}-{refund.attempt}",
    )


def _made_before(refund: Refund) -> stripe_api.RefundResult | None:
    """The answer may have been lost so long ago that Stripe has forgotten the key."""
    made = stripe_api.list_refunds(refund.payment.intent_id)
    return next((result for result in made if is_of(refund, result)), None)


def is_of(refund: Refund, result: stripe_api.RefundResult) -> bool:
    """Asked by us, for this row, at this attempt."""
    asked = result.metadata
    return (asked.get("refund"), asked.get("attempt")) == (
        str(refund.pk),
        str(refund.attempt),
    )


STATES = {
    "succeeded": Refund.Status.SUCCEEDED,
    "failed": Refund.Status.FAILED,
    "canceled": Refund.Status.FAILED,
}


@transaction.atomic
def note_refund(refund: Refund, result: stripe_api.RefundResult, now: datetime) -> None:
    """What became of it; failed is the end of an attempt, also for a late answer."""
    status = STATES.get(result.status, Refund.Status.PENDING)
    fresh = _locked(refund)
    if fresh is None:
        return  # an excess, and what it paid stands on other rows by now
    is_waiting = fresh.stripe_id is None and _is_as_it_was(fresh, refund)
    is_over = fresh.status in {Refund.Status.FAILED, Refund.Status.OUTSIDE}
    if not is_waiting and (fresh.stripe_id != result.id or is_over):
        return
    if status == Refund.Status.FAILED:
        fresh.stripe_id = result.id
        fresh.save(update_fields=["stripe_id"])
        _fail(fresh, result.failure_reason, now)
        return
    if is_waiting:
        Refund.objects.filter(pk=fresh.pk).update(stripe_id=result.id)
    together = Refund.objects.filter(Q(pk=fresh.pk) | Q(paid_with=fresh.pk))
    together.exclude(status__in=DECIDED).update(status=status)


def _is_as_it_was(fresh: Refund, asked: Refund) -> bool:
    """Still owed under the key that Stripe was asked with; nobody paid it meanwhile."""
    return (fresh.status, fresh.attempt) == (Refund.Status.OWED, asked.attempt)


@transaction.atomic
def _refuse(refund: Refund, trouble: str, now: datetime) -> None:
    """Stripe will not do it, unless it refused because somebody else just had."""
    fresh = _locked(refund)
    if fresh is not None and _is_as_it_was(fresh, refund):
        _fail(fresh, trouble, now)


def _locked(refund: Refund) -> Refund | None:
    """As it stands now, if it does; always its payment first, and then its refunds."""
    payment = Payment.objects.select_for_update().get(pk=refund.payment_id)
    return payment.refunds.select_for_update(of=("self",)).filter(pk=refund.pk).first()


def _fail(refund: Refund, trouble: str, now: datetime) -> None:
    """The debt is open again (F15): a person looks, and hears of it by mail."""
    Refund.objects.filter(Q(pk=refund.pk) | Q(paid_with=refund.pk)).update(
        status=Refund.Status.FAILED, trouble=trouble[:120], paid_with=None
    )
    if refund.is_excess:
        return  # nobody was owed it
    count_again(refund.payment)
    logger.error("a refund failed", extra={"refund": refund.pk})
    occasion = f"poging {refund.attempt}"
    owe_mail(kind="events.refund_failed", about=refund, now=now, occasion=occasion)
