"""The mail with the link to confirm."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from home.mail.letters import letter
from home.mail.registry import builds
from home.readers.models import LINK_LASTS, Confirmation
from home.readers.purposes import purpose_of


@builds("home.confirm", about=Confirmation)
def confirm(asked: Confirmation) -> EmailMessage | None:
    """Says what was asked, and that doing nothing is an answer too."""
    if asked.given_at is not None:
        return None
    context = {
        "asked": asked,
        "purpose": purpose_of(asked.purpose),
        "days": LINK_LASTS.days,
        "address": settings.SITE_URL + reverse("confirm", args=[asked.token]),
    }
    return letter("confirm", to=asked.reader.email, context=context)
