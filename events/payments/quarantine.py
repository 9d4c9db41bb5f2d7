"""A payment that does not match our books (F12): a person decides, both ways once."""

from datetime import datetime
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction

from events.orders.services import release
from events.payments import stripe_api
from events.payments.models import Payment, Refund
from events.payments.refunds import owe_refund, pay_owed_refunds
from events.payments.services import book
from home.mail.services import owe_mail


class NotWaiting(Exception):
    """Nobody has to decide about this payment (any more)."""


class NotPaid(Exception):
    """There is no money to accept."""


class BankDecides(Exception):
    """The buyer is done and the bank is not: first we must know whether it pays."""


class OtherAmount(Exception):
    """More or less than the order costs: it can only go back."""


def accept(*, payment: Payment, note: str, by: User | None, now: datetime) -> None:
    """It is right after all: book it as any other. Raises Unreachable and Refused."""
    session = stripe_api.fetch_session(payment.session_id or "")
    if not session.is_paid:
        raise NotPaid
    if (session.amount, session.currency) != (payment.amount, "eur"):
        raise OtherAmount
    with transaction.atomic():
        payment = _decide(payment, note, by)
        book(payment, session, now)


def give_back(*, payment: Payment, note: str, by: User | None, now: datetime) -> None:
    """It is not ours: whatever came in goes back, and the places are free.

    Raises Unreachable and Refused."""
    session = stripe_api.fetch_session(payment.session_id or "")
    if session.is_processing:
        raise BankDecides
    if session.is_open:
        session = stripe_api.expire_session(session.id)
    with transaction.atomic():
        payment = _decide(payment, note, by)
        payment.settled_at = now
        payment.status = Payment.Status.FAILED
        if session.is_paid:
            payment.status = Payment.Status.PAID
            payment.amount = session.amount
            payment.intent_id = session.payment_intent
        payment.save()
        release(order=payment.order)
        if session.is_paid:
            reason = Refund.Reason.REFUSED
            refund = owe_refund(
                payment=payment, reason=reason, now=now, note=payment.note, by=by
            )
            owe_mail(kind="events.refund", about=refund, now=now)
            transaction.on_commit(partial(pay_owed_refunds, now=now), robust=True)


def _decide(payment: Payment, note: str, by: User | None) -> Payment:
    """Locked with its order, as `settle` does."""
    payments = Payment.objects.select_related("order__event")
    both = payments.select_for_update(of=("self", "order"), no_key=True)
    payment = both.get(pk=payment.pk)
    if payment.status != Payment.Status.QUARANTINED:
        raise NotWaiting
    payment.note, payment.by = note.strip()[:300], by
    payment.save(update_fields=["note", "by"])
    return payment
