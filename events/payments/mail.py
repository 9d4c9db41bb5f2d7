"""The mails that a payment sets in motion; all go to the buyer."""

from django.core.mail import EmailMessage
from django.db.models import Model
from django.urls import reverse

from events.guests import halves
from events.invoices.attachments import attach_document
from events.invoices.models import CreditNote
from events.orders.models import Order
from events.orders.rules import Lines, lines_of
from events.passes.attachments import attach_half
from events.payments.models import Dispute, Payment, Refund
from events.terms.rules import rules_in_words, withdrawal_in_words
from events.terms.services import terms_as_text
from home.mail.letters import letter
from home.mail.registry import builds
from home.pages.details import SiteDetails


@builds("events.confirmation", about=Order)
def confirmation(order: Order) -> EmailMessage | None:
    """What was bought, from whom, on which terms (L5); and the buyer's own tickets.

    Not of what was called off while this waited: that mail tells all."""
    if not order.is_paid or order.event.called_off_at:
        return None
    # of what was paid, also when it is sent again after a pair was cancelled
    pairs = list(
        order.pairs.select_related("ticket", "order__event").order_by("number")
    )
    own = [pair for pair in pairs if pair.is_sold and pair.is_hosted_by_the_buyer]
    event = order.event
    rules = order if order.agreed_at else event
    context = {
        "order": order,
        "event": event,
        "pairs": pairs,
        "own": own,
        "vat_texts": Lines(lines_of(pairs)).vat_texts,
        "may_invite": order.paid_at is not None
        and event.takes_changes_at(order.paid_at),
        "rules": rules_in_words(rules),
        "withdrawal": withdrawal_in_words(rules.withdrawal),
        "may_withdraw": rules.withdrawal == "14days" and not order.organisation,
    }
    message = letter("confirmation", to=order.buyer_email, context=context)
    for pair in own:
        attach_half(message, halves.of_host(pair))
    for invoice in order.invoices.order_by("pk")[:1]:
        attach_document(message, invoice)
    terms = order.terms.text if order.terms else terms_as_text(event)
    message.attach("voorwaarden.txt", terms, "text/plain")
    return message


@builds("events.late_payment", about=Order)
def late_payment(order: Order) -> EmailMessage | None:
    """The money came after the place was gone: all of it goes back (rule 8)."""
    if order.status != Order.Status.RETURNED:
        return None
    first = order.event.waiting.in_line().filter(is_first=True)
    context = {
        "order": order,
        "event": order.event,
        "is_waiting": first.filter(email__iexact=order.buyer_email).exists(),
    }
    message = letter("late_payment", to=order.buyer_email, context=context)
    for refund in Refund.objects.filter(payment__order=order).order_by("pk"):
        _attach_credit_note(message, refund)
    return message


@builds("events.refund", about=Refund)
def refund(refund: Refund) -> EmailMessage | None:
    """How much goes back, why, and how long that takes."""
    order = refund.payment.order
    context = {"refund": refund, "order": order, "event": order.event}
    message = letter("refund", to=order.buyer_email, context=context)
    _attach_credit_note(message, refund)
    return message


def _attach_credit_note(message: EmailMessage, refund: Refund) -> None:
    """With the invoice it takes back (L7c); one goes with the other."""
    note = CreditNote.objects.filter(refund=refund).select_related("invoice").first()
    if note is not None:
        attach_document(message, note.invoice)
        attach_document(message, note)


@builds("events.payment_processing", about=Payment)
def payment_processing(payment: Payment) -> EmailMessage | None:
    """The bank takes its time (F8): the places stay, and nothing is to be done."""
    if payment.status != Payment.Status.PROCESSING:
        return None
    return _about_payment("payment_processing", payment)


@builds("events.payment_failed", about=Payment)
def payment_failed(payment: Payment) -> EmailMessage | None:
    """The bank said no after all (F9): how to try again, as long as there is room."""
    if payment.status != Payment.Status.FAILED or payment.order.has_been_paid:
        return None
    return _about_payment("payment_failed", payment)


def _about_payment(name: str, payment: Payment) -> EmailMessage:
    order = payment.order
    context = {"order": order, "event": order.event, "payment": payment}
    return letter(name, to=order.buyer_email, context=context)


@builds("events.refund_failed", about=Refund)
def refund_failed(refund: Refund) -> EmailMessage | None:
    """To who runs the event: the buyer is still owed this (F15)."""
    if refund.status != Refund.Status.FAILED:
        return None
    return _alarm("refund_failed", refund.payment, refund=refund)


@builds("events.disputed", about=Dispute)
def disputed(dispute: Dispute) -> EmailMessage | None:
    """To who runs the event: answer before the bank decides without us (F18)."""
    return _alarm("disputed", dispute.payment, dispute=dispute)


def _alarm(name: str, payment: Payment, **about: Model) -> EmailMessage | None:
    """To the organisers of the event, or else to the address of the site."""
    order = payment.order
    people = order.event.organisers.filter(is_active=True).exclude(email="")
    to = list(people.order_by("pk").values_list("email", flat=True))
    if not to:
        details = SiteDetails.objects.order_by("pk").first()
        to = [details.email] if details and details.email else []
    if not to:
        return None
    page = reverse("organiser_orders:inspect", args=[order.pk])
    context = {"order": order, "event": order.event, "page": page, **about}
    message = letter(name, to=to[0], context=context)
    message.to = to
    return message
