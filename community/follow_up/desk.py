"""What the owners said, under the outcome; and what the lead hears of."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.follow_up.models import FollowUp
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.piles import Pile, piles_up
from community.working_groups.sections import OUTCOME, section

LATEST = 10
A_DAY = timedelta(days=1)


@section(7, "community/follow_up/reports.html", of=OUTCOME)
def reports(outcome) -> dict | None:
    if outcome.pk is None:
        return None
    said = FollowUp.objects.filter(outcome=outcome.pk, answered_at__isnull=False)
    found = list(said.select_related("asked").order_by("-answered_at")[:LATEST])
    return {"reports": found} if found else None


def _without_owner(group) -> QuerySet[OutcomePage]:
    outcomes = OutcomePage.objects.child_of(group).live()
    return outcomes.without_owner(timezone.localdate())


def _left_since(moment: datetime) -> Q:
    """Of whom the last day in the group came after the last mail, or a day before."""
    day = timezone.localdate(moment) - A_DAY
    return Q(responsible__memberships__until__gte=day) | Q(
        latest_revision_created_at__gt=moment
    )


piles_up(
    Pile(
        "uitkomst zoekt een nieuwe eigenaar",
        "uitkomsten zoeken een nieuwe eigenaar",
        "outcomes_of_group",
        _without_owner,
        _left_since,
    )
)
