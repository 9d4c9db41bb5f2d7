"""What the owners said, under the outcome; and what the lead hears of."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.follow_up.models import FollowUp
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.piles import Pile, piles_up
from community.working_groups.sections import OUTCOME, section
from home.profiles.models import declared_by

LATEST = 10


@section(7, "community/follow_up/reports.html", of=OUTCOME)
def reports(outcome) -> dict | None:
    if outcome.pk is None:
        return None
    said = FollowUp.objects.filter(outcome=outcome.pk, answered_at__isnull=False)
    said = said.annotate(interest=declared_by("asked", timezone.localdate()))
    found = list(said.select_related("asked").order_by("-answered_at")[:LATEST])
    return {"reports": found} if found else None


def _without_owner(group) -> QuerySet[OutcomePage]:
    outcomes = OutcomePage.objects.child_of(group).live()
    return outcomes.without_owner(timezone.localdate())


def _told_elsewhere(moment: datetime) -> Q:
    """Each has a mail of its own (`seek_owners`); here it is only counted."""
    return Q(pk__in=[])


piles_up(
    Pile(
        "uitkomst zoekt een nieuwe eigenaar",
        "uitkomsten zoeken een nieuwe eigenaar",
        "outcomes_of_group",
        _without_owner,
        _told_elsewhere,
    )
)
