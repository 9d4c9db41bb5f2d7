"""The mails to the owner of an outcome; without one, to a lead of its group."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from community.follow_up.models import FollowUp
from community.working_groups.membership import Membership, MembershipQuerySet
from community.working_groups.outcome_page import OutcomePage
from home.mail.letters import letter
from home.mail.registry import builds
from home.models import Person

KIND = "community.follow_up"
LOST = "community.owner_lost"


@builds(KIND, about=FollowUp)
def follow_up(asked: FollowUp) -> EmailMessage | None:
    """None when it was answered, or who was asked left the group or has no address."""
    to = _first(_reachable(asked.outcome).filter(person=asked.asked_id))
    if asked.answered_at is not None or not to:
        return None
    context = {
        "outcome": asked.outcome,
        "next_step": asked.outcome.next_step,
        "address": settings.SITE_URL + reverse("follow_up", args=[asked.token]),
    }
    return letter("follow_up", to=to, context=context)


def whom_to_ask(outcome: OutcomePage) -> Person | None:
    """The owner while a mail reaches them in the group; else who leads it."""
    places = _reachable(outcome).select_related("person")
    owners = places.filter(person=outcome.responsible_id)
    place = owners.first() or places.leads().first()
    return place.person if place else None


@builds(LOST, about=OutcomePage)
def owner_lost(outcome: OutcomePage) -> EmailMessage | None:
    """None when somebody took it over meanwhile, or nobody leads the group."""
    to = _first(_reachable(outcome).leads())
    if not to or outcome.has_owner(timezone.localdate()):
        return None
    desk = reverse("outcomes_of_group", args=[outcome.group.slug])
    context = {"outcome": outcome, "address": settings.SITE_URL + desk}
    return letter("owner_lost", to=to, context=context)


def _reachable(outcome: OutcomePage) -> MembershipQuerySet:
    places = Membership.objects.on(timezone.localdate()).filter(
        group=outcome.group, person__user__isnull=False
    )
    return places.exclude(person__user__email="").order_by("pk")


def _first(places: QuerySet[Membership]) -> str:
    return places.values_list("person__user__email", flat=True).first() or ""
