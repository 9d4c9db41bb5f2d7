"""The mails that a payment sets in motion; all go to the buyer."""

import html
import re

from django.core.mail import EmailMessage
from django.utils.html import strip_tags

from events.guests import halves
from events.invoices.attachments import attach_document
from events.invoices.models import CreditNote
from events.orders.models import Order
from events.orders.rules import Lines, lines_of
from events.passes.attachments import attach_half
from events.payments.models import Refund
from home.mail.letters import letter
from home.mail.registry import builds
from home.pages.content_page import ContentPage


@builds("events.confirmation", about=Order)
def confirmation(order: Order) -> EmailMessage | None:
    """What was bought, from whom, on which terms (L5); and the buyer's own tickets."""
    if not order.is_paid:
        return None
    pairs = list(
        order.pairs.select_related("ticket", "order__event").order_by("number")
    )
    own = [pair for pair in pairs if pair.is_hosted_by_the_buyer]
    event = order.event
    context = {
        "order": order,
        "event": event,
        "pairs": pairs,
        "own": own,
        "vat_texts": Lines(lines_of(pairs)).vat_texts,
        "may_invite": order.paid_at is not None
        and event.takes_changes_at(order.paid_at),
    }
    message = letter("confirmation", to=order.buyer_email, context=context)
    for pair in own:
        attach_half(message, halves.of_host(pair))
    for invoice in order.invoices.order_by("pk")[:1]:
        attach_document(message, invoice)
    terms = terms_as_text()
    if terms:
        message.attach("voorwaarden.txt", terms, "text/plain")
    return message


@builds("events.late_payment", about=Order)
def late_payment(order: Order) -> EmailMessage | None:
    """The money came after the place was gone: all of it goes back (rule 8)."""
    if order.status != Order.Status.RETURNED:
        return None
    context = {"order": order, "event": order.event}
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


def terms_as_text() -> str:
    """The terms of this moment, on a durable medium: as text along with the mail."""
    page = ContentPage.objects.live().filter(slug="voorwaarden").first()
    if page is None:
        return ""
    parts = [page.title, page.lead, *(str(block.value) for block in page.body)]
    return "\n\n".join(text for part in parts if (text := _plain(part)))


def _plain(markup: str) -> str:
    """A line for every paragraph, heading and item of a list."""
    running = " ".join(markup.split()).replace("<li>", "<li>- ")
    lines = re.sub(r"</(?:p|h2|h3|li)>|<br\s*/?>", "\n\n", running)
    text = html.unescape(strip_tags(lines))
    return "\n\n".join(line.strip() for line in text.split("\n\n") if line.strip())
