"""The mail that asks the owner of an outcome, or else a lead of its group."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from community.follow_up.models import FollowUp
from community.working_groups.membership import Membership
from home.mail.letters import letter
from home.mail.registry import builds

KIND = "community.follow_up"


@builds(KIND, about=FollowUp)
def follow_up(asked: FollowUp) -> EmailMessage | None:
    """None when it was answered, or nobody in the group can be mailed."""
    to = _address(asked)
    if asked.answered_at is not None or not to:
        return None
    context = {
        "outcome": asked.outcome,
        "next_step": asked.outcome.next_step,
        "address": settings.SITE_URL + reverse("follow_up", args=[asked.token]),
    }
    return letter("follow_up", to=to, context=context)


def _address(asked: FollowUp) -> str:
    """Of the owner while they are in the group; then of who leads it."""
    places = Membership.objects.on(timezone.localdate()).filter(
        group=asked.outcome.group, person__user__isnull=False
    )
    places = places.exclude(person__user__email="").select_related("person__user")
    owner = places.filter(person=asked.asked_id).first()
    place = owner or places.leads().order_by("pk").first()
    return place.person.user.email if place and place.person.user else ""
