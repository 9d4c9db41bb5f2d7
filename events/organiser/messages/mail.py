"""The message as one person reads it; plain text, whatever was typed."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from events.organiser.messages.models import Addressee, Message
from home.mail.letters import letter
from home.mail.registry import builds


@builds("events.message", about=Addressee)
def message(addressee: Addressee) -> EmailMessage | None:
    """To who stands there now; not to who was replaced, declined or left meanwhile."""
    pair, guest = addressee.pair, addressee.guest
    if not pair.is_sold or (guest is not None and not guest.is_current):
        return None
    name, email, link = _whom(addressee)
    if not email:
        return None
    context = preview_context(addressee.message) | {"name": name, "link": link}
    return letter("message", to=email, context=context)


def preview_context(message: Message) -> dict:
    return {"message": message, "event": message.event}


def _whom(addressee: Addressee) -> tuple[str, str, str]:
    """Name, address and the own page, which nobody else gets."""
    pair, guest, site = addressee.pair, addressee.guest, settings.SITE_URL
    if guest is not None:
        return guest.name, guest.email, site + reverse("guest", args=[guest.token])
    order = pair.order
    if pair.is_hosted_by_the_buyer:
        page = reverse("order", args=[order.reference, order.token])
    else:
        page = reverse("host", args=[pair.host_token])
    return pair.host_name, pair.host_email, site + page
