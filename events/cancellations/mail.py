"""The mails about pairs that were given back; everybody concerned gets their own."""

from django.core.mail import EmailMessage

from events.cancellations.models import Cancellation
from events.guests import halves
from events.guests.models import Guest
from events.invoices.attachments import attach_document
from events.invoices.models import CreditNote
from events.passes.attachments import attach_calendar
from events.passes.halves import Half
from home.mail.letters import letter
from home.mail.registry import builds


@builds("events.cancelled", about=Cancellation)
def cancelled(first: Cancellation) -> EmailMessage | None:
    """To the buyer: all that was cancelled at that moment; the receipt of L4 too."""
    order = first.pair.order
    together = Cancellation.objects.filter(
        pair__order=order, cancelled_at=first.cancelled_at
    )
    made = list(together.select_related("pair__ticket").order_by("pair__number"))
    is_off = first.reason == Cancellation.Reason.EVENT
    hosted = [each.pair for each in made if each.pair.has_a_host]
    mine = [pair for pair in hosted if pair.is_hosted_by_the_buyer]
    context = {
        "order": order,
        "event": order.event,
        "first": first,
        "made": made,
        "back": sum(cancellation.refunded for cancellation in made),
        "kept": sum(cancellation.kept for cancellation in made),
        "struck_out": is_off and bool(mine),
    }
    message = letter("cancelled", to=order.buyer_email, context=context)
    notes = CreditNote.objects.filter(refund__cancellation__in=made)
    for note in notes.select_related("invoice__order__event").order_by("number"):
        attach_document(message, note)
    for pair in mine if is_off else []:
        attach_calendar(message, halves.of_host(pair))
    return message


@builds("events.cancelled_to_host", about=Cancellation)
def cancelled_to_host(cancellation: Cancellation) -> EmailMessage | None:
    """To a host who is not the buyer: the ticket is dead; nothing about money."""
    pair = cancellation.pair
    if not pair.has_a_host:
        return None
    half = halves.of_host(pair)
    return _your_ticket_is_dead(cancellation, half, to=pair.host_email, name=half.name)


@builds("events.cancelled_to_guest", about=Guest)
def cancelled_to_guest(guest: Guest) -> EmailMessage | None:
    """To the guest: the link is dead, and who can say more."""
    cancellation = Cancellation.objects.filter(pair=guest.pair_id).first()
    if cancellation is None or not guest.email:
        return None
    half = halves.of_guest(guest) if guest.is_admitted else None
    return _your_ticket_is_dead(cancellation, half, to=guest.email, name=guest.name)


def _your_ticket_is_dead(
    cancellation: Cancellation, half: Half | None, *, to: str, name: str
) -> EmailMessage:
    """Who had a half has it in a calendar too, perhaps."""
    is_off = cancellation.reason == Cancellation.Reason.EVENT
    order = cancellation.pair.order
    context = {
        "cancellation": cancellation,
        "event": order.event,
        "order": order,
        "name": name,
        "struck_out": is_off and half is not None,
    }
    message = letter("ticket_cancelled", to=to, context=context)
    if is_off and half is not None:
        attach_calendar(message, half)
    return message
