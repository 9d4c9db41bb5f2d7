"""The mail in which an organisation is asked to answer."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from home.mail.letters import letter
from home.mail.registry import builds
from stories.field_tests.models import LINK_LASTS, Reply
from stories.field_tests.services import MAIL


@builds(MAIL, about=Reply)
def reply_asked(reply: Reply) -> EmailMessage | None:
    if not reply.email or not reply.is_shown:  # forgotten, or off the site meanwhile
        return None
    context = {
        "reply": reply,
        "days": LINK_LASTS.days,
        "address": settings.SITE_URL + reverse("field_reply", args=[reply.token]),
    }
    return letter("reply_asked", to=reply.email, context=context)
