"""Where rankings stand in the working space, and on the page of the group."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from community.rankings.models import Ranking
from community.working_groups.doors import Door, door
from community.working_groups.piles import Pile, piles_up
from community.working_groups.sections import section

MOST = 3

door(
    Door(
        50,
        "Rangschikkingen",
        "Laat kiezen welke punten eerst komen, en schrijf op wat volgt.",
        "rankings_desk",
    )
)


def _to_conclude(group):
    now = timezone.now()  # noqa: TID251  # what is over, is over at this moment
    over = Ranking.objects.filter(questionnaire__closes_at__lte=now, concluded_at=None)
    return over.filter(questionnaire__group=group)


def _since(moment: datetime) -> Q:
    return Q(questionnaire__closes_at__gt=moment)


piles_up(
    Pile(
        "rangschikking die op jullie conclusie wacht",
        "rangschikkingen die op jullie conclusie wachten",
        "rankings_desk",
        _to_conclude,
        _since,
    )
)


@section(25, "community/rankings/section.html")
def rankings_of(group) -> dict | None:
    """The latest, also while people choose."""
    made = Ranking.objects.filter(questionnaire__group=group)
    found = list(made.select_related("questionnaire__group").order_by("-pk")[:MOST])
    now = timezone.now()  # noqa: TID251  # the page is drawn at this moment
    return {"rankings": found, "now": now} if found else None
