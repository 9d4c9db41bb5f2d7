"""The mail with the answer of the lead."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from community.joining.models import JoinRequest
from community.working_groups.access import person_behind
from home.mail.letters import letter
from home.mail.registry import builds
from home.readers.models import LINK_LASTS, Confirmation

KIND, INVITES = "community.join_answered", "community.group_invitation"


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


@builds(INVITES, about=Confirmation)
def group_invitation(asked: Confirmation) -> EmailMessage | None:
    """Who asks, for which group, and the link to a page with a button.

    Of what the lead filled in only the name is in it: a mail carries nobody’s words."""
    invited = JoinRequest.objects.invited().filter(pk=asked.about_id).first()
    if invited is None or asked.given_at is not None:
        return None
    lead = person_behind(invited.answered_by)
    context = {
        "invited": invited,
        "lead": lead.name if lead else "De trekker",
        "group_address": invited.group.full_url,
        "address": settings.SITE_URL + reverse("confirm", args=[asked.token]),
        "days": LINK_LASTS.days,
    }
    return letter("group_invitation", to=asked.reader.email, context=context)
