"""The mail with the answer of the lead."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from community.joining.models import JoinRequest
from home.mail.letters import letter
from home.mail.registry import builds

KIND = "community.join_answered"


@builds(KIND, about=JoinRequest)
def join_answered(asked: JoinRequest) -> EmailMessage | None:
    """Welcome with the way in, or why not."""
    space = reverse("group_space", args=[asked.group.slug])
    context = {
        "asked": asked,
        "is_in": asked.state == JoinRequest.State.ACCEPTED,
        "space": settings.SITE_URL + space,
        "group_address": asked.group.full_url,
    }
    return letter("join_answered", to=asked.reader.email, context=context)
