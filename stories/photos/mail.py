"""The mail about a photo whose consent is about to end."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from home.mail.letters import letter
from home.mail.registry import builds
from home.models import Photo
from stories.newsroom import chiefs

KIND = "stories.consent_ends"
AHEAD = timedelta(days=30)


@builds(KIND, about=Photo)
def consent_ends(photo: Photo) -> EmailMessage | None:
    """To all chiefs; not when somebody asked again in the meantime."""
    until = photo.consent_until
    if not until or photo.is_withheld or until > timezone.localdate() + AHEAD:
        return None
    to = chiefs()
    if not to:
        return None
    address = settings.SITE_URL + reverse("wagtailimages:edit", args=[photo.pk])
    context = {"photo": photo, "address": address}
    mail = letter("consent_ends", to=to[0], context=context)
    mail.to = to
    return mail
