"""One line of Stripe's books, and what our own rows say of it."""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from events.ledger.models import Movement
from events.payments import elsewhere, stripe_api
from events.payments.models import Dispute, Payment, Refund


def note_line(moved: stripe_api.Moved, *, now: datetime) -> Movement | None:
    """As a row, with what is ours beside it; None if it is not about this site."""
    payment = Payment.objects.filter(intent_id=moved.payment_intent).first()
    here = moved.metadata.get("site") == settings.SITE_URL
    if moved.kind not in Movement.Kind.values or not (here or payment):
        return None
    movement, _ = Movement.objects.get_or_create(
        stripe_id=moved.id,
        defaults={
            "kind": moved.kind,
            "at": moved.at,
            "day": timezone.localdate(moved.at),
            "amount": moved.amount,
            "fee": moved.fee,
            "source": moved.source,
            "intent_id": moved.payment_intent,
            "payment": payment,
        },
    )
    if moved.kind == Movement.Kind.REFUND_FAILURE:  # days later, perhaps (F15)
        elsewhere.follow_refund(stripe_id=moved.source, now=now)
    _match(movement)
    return movement


def try_again(movement: Movement, *, now: datetime) -> None:
    """A refund that was found before its payment was booked had nobody to belong to."""
    _match(movement)
    is_refund = movement.kind == Movement.Kind.REFUND
    if is_refund and movement.payment and movement.ours is None:
        elsewhere.follow_refund(stripe_id=movement.source, now=now)
        _match(movement)


def _match(movement: Movement) -> None:
    """What our own rows say about this line; None where no row knows of it."""
    payment = Payment.objects.filter(intent_id=movement.intent_id).first()
    movement.payment = payment if movement.intent_id else None
    movement.ours = _ours(movement)
    movement.save(update_fields=["payment", "ours"])


def _ours(movement: Movement) -> Decimal | None:
    kind, kinds = movement.kind, Movement.Kind
    if kind == kinds.CHARGE:
        payment = movement.payment
        return payment.amount if payment and payment.status == "paid" else None
    if kind in {kinds.DISPUTE, kinds.DISPUTE_REVERSAL}:
        dispute = Dispute.objects.filter(stripe_id=movement.source).first()
        if dispute is None:
            return None
        return -dispute.amount if kind == kinds.DISPUTE else dispute.amount
    amount = _refunded_by(movement)
    return -amount if amount and kind == kinds.REFUND else amount


def _refunded_by(movement: Movement) -> Decimal | None:
    """What this refund at Stripe paid; of an attempt that is over, what came back."""
    number = movement.source
    lines = Movement.objects.filter(source=number)
    if lines.aggregate(sum=Sum("amount"))["sum"] == 0:
        return abs(movement.amount)
    refund = (
        Refund.objects.filter(stripe_id=number).first()
        or Refund.objects.filter(earlier__contains=number).first()
    )
    if refund is None:
        return None
    pays = refund.pays.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    return refund.amount + pays
