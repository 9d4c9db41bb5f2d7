"""Begin a payment, and book once what Stripe says became of it."""

import logging
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import BigIntegerField, QuerySet
from django.urls import reverse

from events.invoices.services import issue_invoice
from events.orders.by_link import REFERENCE, TOKEN
from events.orders.models import Order
from events.orders.rules import alike
from events.orders.services import (
    AlreadyPaid,
    NoLongerHeld,
    SoldOut,
    bring_pairs,
    confirm_locked,
    give_up,
    lock_order,
    release,
)
from events.payments import stripe_api
from events.payments.bookings import owe_what_follows
from events.payments.models import Payment, Refund
from events.payments.refunds import owe_refund, pay_owed_refunds
from events.payments.rounds import go_round
from events.payments.rules import what_is_wrong
from events.waiting_list.services import decline_offer, put_first
from home.mail.services import owe_mail
from home.statements import ORDER, Blank, Rows
from home.transactions import whole

logger = logging.getLogger(__name__)

SESSION = timedelta(minutes=31)  # Stripe's least is 30, and clocks differ (F21)
AFTER_THE_SESSION = timedelta(minutes=5)  # our hold ends later than Stripe's session
PATIENCE = timedelta(minutes=3)  # after this we ask instead of waiting to be told
UNKNOWN = "resource_missing"  # another account, or Stripe lost it: nobody can pay it


@whole
def begin_payment(*, order: Order, now: datetime) -> Payment:
    """The one live attempt of this order, on its row before Stripe hears of it (F1)."""
    order = lock_order(order)
    payment = begin_payment_of_locked(order, now)
    order.save(update_fields=["held_until"])
    return payment


def begin_payment_of_locked(order: Order, now: datetime) -> Payment:
    """As `begin_payment`, for who has the order and saves its `held_until`."""
    if order.has_been_paid:
        raise AlreadyPaid
    if order.status != Order.Status.HELD:
        raise NoLongerHeld
    if live := LIVE.one(order=order.pk):
        return live
    expires_at = now + SESSION
    bring_pairs(order)
    payment = Payment(
        order=order, amount=order.total, expires_at=expires_at, created_at=now
    )
    payment.params = _params(payment)
    payment.save()
    order.held_until = expires_at + AFTER_THE_SESSION
    return payment


LIVE = Rows(lambda: Payment.objects.live().filter(order=ORDER).order_by("pk"))


def open_payment(*, payment: Payment, now: datetime) -> str:
    """The address of Stripe's page. Safe to call again: same key, same parameters.

    Raises Unreachable while nobody knows, Refused when this attempt has no future."""
    if payment.url:
        return payment.url
    try:
        session = stripe_api.create_session(payment.params, idempotency_key=payment.key)
    except stripe_api.Refused as refusal:
        logger.warning("Stripe refused a session", extra={"code": refusal.code})
        _give_up_attempt(payment, now)
        raise
    _note_session(payment, session)
    return session.url


def abandon(*, order: Order, now: datetime) -> None:
    """*Laat maar*: nobody may pay this order any more, and the places are free.

    Raises Unreachable; then the places stay held until Stripe has answered."""
    payment = order.payments.live().first()
    if payment is None:
        release(order=order)
    else:
        end_attempt(payment=payment, now=now)
    decline_offer(order=order, now=now)


def end_attempt(*, payment: Payment, now: datetime) -> None:
    """The buyer came back without paying: this attempt ends, and no later one.

    What turns out to be paid is booked as paid. Raises Unreachable, as `abandon`."""
    if payment.session_id is None and not payment.is_final:
        try:  # Stripe may have made a session that we never heard of
            open_payment(payment=payment, now=now)
        except stripe_api.Refused:
            release(order=payment.order)
            return
    if payment.is_final or payment.session_id is None:
        return
    try:
        stripe_api.expire_session(payment.session_id)
    except stripe_api.NotOpen:
        logger.info("a session to expire was not open")
    settle(payment=payment, now=now)


def last_payment(reference: str, token: str) -> Payment | None:
    """Of the order by this link, the attempt that was begun last."""
    return LAST.one(reference=reference, token=token)


def _last() -> QuerySet[Payment]:
    mine = Payment.objects.filter(order__reference=REFERENCE, order__token=TOKEN)
    return mine.order_by("-pk")[:1]


LAST = Rows(_last)


def settle(*, payment: Payment, now: datetime) -> None:
    """Book what Stripe says now, once, however often and in which order we hear it.

    Raises Unreachable. Called by the webhook's task, the return page and `tick`."""
    if payment.session_id is None and not payment.is_final:
        try:
            open_payment(payment=payment, now=now)
        except stripe_api.Refused:
            return
        except stripe_api.Unreachable:
            if now < payment.expires_at + AFTER_THE_SESSION:
                raise
            # nobody was ever sent to its page, and that is over by now
            _give_up_attempt(payment, now)
            return
    if payment.status == Payment.Status.PAID or payment.session_id is None:
        return
    session = _fetch(payment, now)  # outside any transaction
    if session is None:
        return
    with transaction.atomic():
        [payment] = WITH_ITS_ORDER.of(payment=payment.pk)
        # an attempt that we gave up is over, unless Stripe has the money after all
        if not payment.is_final or (session.is_paid and payment.status != "paid"):
            _note(payment, session, now)


def _with_its_order() -> QuerySet[Payment]:
    """Both are locked."""
    payments = Payment.objects.filter(pk=Blank("payment", BigIntegerField()))
    both = payments.select_for_update(of=("self", "order"), no_key=True)
    return both.select_related("order__event")


WITH_ITS_ORDER = Rows(_with_its_order)


def _fetch(payment: Payment, now: datetime) -> stripe_api.Session | None:
    """What Stripe says, or None when it never heard of it and its time is over."""
    try:
        return stripe_api.fetch_session(payment.session_id or "")
    except stripe_api.Refused as refusal:
        if refusal.code != UNKNOWN or now < payment.expires_at + AFTER_THE_SESSION:
            raise
    _forget_session(payment, now)
    return None


def _note(payment: Payment, session: stripe_api.Session, now: datetime) -> None:
    """Forward only; the payment and its order are locked."""
    wrong = what_is_wrong(payment, session, is_live=_is_live())
    if wrong:
        _quarantine(payment, wrong)
    elif session.is_paid:
        book(payment, session, now)
    elif session.has_failed:
        _close(payment, Payment.Status.FAILED, now)
        owe_mail(kind="events.payment_failed", about=payment, now=now)
    elif session.has_expired:
        _close(payment, Payment.Status.EXPIRED, now)
    elif session.is_processing:
        payment.status = Payment.Status.PROCESSING
        payment.save(update_fields=["status"])
        owe_mail(kind="events.payment_processing", about=payment, now=now)


def settle_session(*, session_id: str, now: datetime) -> None:
    """As `settle`, for a session that Stripe tells us about; not for a stranger's."""
    payment = Payment.objects.filter(session_id=session_id).first()
    if payment is None:  # we died between making it and noting its number (F1, F13)
        session = stripe_api.fetch_session(session_id)
        payment = Payment.objects.filter(
            key=session.metadata.get("attempt", ""), session_id=None
        ).first()
        if payment is None:
            logger.warning("a session of nobody", extra={"session": session_id})
            return
        _note_session(payment, session)
    settle(payment=payment, now=now)


def sweep(*, now: datetime) -> int:
    """For `tick`: ask about attempts that should have been heard of by now (F6)."""
    due = Payment.objects.to_ask_about(now - PATIENCE)
    return go_round(due, lambda payment: settle(payment=payment, now=now), now=now)


def book(payment: Payment, session: stripe_api.Session, now: datetime) -> None:
    """A paid place, or the money back and an apology (rule 8); the payment is locked.

    Every payment gets an invoice and every refund a credit note; the number is taken
    last, since whoever holds its series makes the others wait."""
    payment.status, payment.settled_at = Payment.Status.PAID, now
    payment.intent_id = session.payment_intent
    payment.save(update_fields=["status", "settled_at", "intent_id"])
    order, refuse = payment.order, ""
    try:
        confirm_locked(order, now)
    except AlreadyPaid:
        refuse = Refund.Reason.DUPLICATE
    except SoldOut:
        give_up(order=order, now=now)
        put_first(order=order, now=now)
        refuse = Refund.Reason.LATE
    if refuse:
        issue_invoice(order=order, payment_id=payment.pk, now=now)
        _give_back(payment, refuse, now)
        return
    if order.event.called_off_at is None:
        owe_what_follows(order=order, now=now)
    # else the run of the event gives it back within a minute, and says why
    issue_invoice(order=order, payment_id=payment.pk, now=now)


def _give_back(payment: Payment, reason: str, now: datetime) -> None:
    """All of it, asked of Stripe after the commit and by `tick` until it is done."""
    refund = owe_refund(payment=payment, reason=reason, now=now)
    if reason == Refund.Reason.LATE:
        owe_mail(kind="events.late_payment", about=payment.order, now=now)
    else:
        owe_mail(kind="events.refund", about=refund, now=now)
    transaction.on_commit(partial(pay_owed_refunds, now=now), robust=True)


def _close(payment: Payment, status: str, now: datetime) -> None:
    """This attempt came to nothing; its order may be held for nothing else."""
    payment.status, payment.settled_at = status, now
    payment.save(update_fields=["status", "settled_at"])
    release(order=payment.order)


@transaction.atomic
def _forget_session(payment: Payment, now: datetime) -> None:
    """Stripe does not know it and its time is over: we do not ask for ever."""
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    if not payment.is_final:
        payment.trouble = "onbekend bij Stripe"
        payment.save(update_fields=["trouble"])
        logger.error("a session is unknown to Stripe", extra={"payment": payment.pk})
        _close(payment, Payment.Status.EXPIRED, now)


def _quarantine(payment: Payment, wrong: str) -> None:
    """Neither fulfil nor lose it (F12): the hold stays, a person looks."""
    payment.trouble = wrong
    if not payment.is_final:
        payment.status = Payment.Status.QUARANTINED
    payment.save(update_fields=["status", "trouble"])
    logger.error("a payment does not match", extra={"payment": payment.pk})


def _note_session(payment: Payment, session: stripe_api.Session) -> None:
    """Which session it became; an attempt that we gave up stays given up."""
    mine = Payment.objects.filter(pk=payment.pk, session_id=None)
    known = {"session_id": session.id, "url": session.url}
    begun = {**known, "status": Payment.Status.OPEN}
    if mine.filter(status=Payment.Status.NEW).update(**begun):
        for name, value in begun.items():
            setattr(payment, name, value)
    else:
        mine.update(**known)
        payment.refresh_from_db()


@transaction.atomic
def _give_up_attempt(payment: Payment, now: datetime) -> None:
    """Stripe made no session and never will: the hold is an ordinary one again."""
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    if payment.status == Payment.Status.NEW:
        payment.status, payment.settled_at = Payment.Status.FAILED, now
        payment.save(update_fields=["status", "settled_at"])


def _params(payment: Payment) -> dict:
    order = payment.order
    names = {"reference": order.reference, "token": order.token}
    back = reverse("payment_return", kwargs=names)
    off = reverse("payment_abandoned", kwargs=names | {"attempt": payment.key})
    event = order.event
    return stripe_api.checkout_params(
        order_reference=order.reference,
        attempt_key=payment.key,
        lines=[
            stripe_api.Line(
                name=f"{pair.ticket.name}: {event.name}"[:250],
                description="Voor twee personen, inclusief btw",
                amount=pair.price,
                quantity=number,
            )
            for pair, number in alike(order.pairs.all())
            if pair.price
        ],
        buyer_email=order.buyer_email,
        success_url=f"{settings.SITE_URL}{back}?s={{CHECKOUT_SESSION_ID}}",
        cancel_url=f"{settings.SITE_URL}{off}",
        expires_at=payment.expires_at,
        site=settings.SITE_URL,
    )


def _is_live() -> bool:
    return "_live_" in settings.STRIPE_SECRET_KEY
