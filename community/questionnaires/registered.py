"""Where questionnaires stand in the working space, and on the page of the group."""

from django.db.models import Q
from django.utils import timezone

from community.questionnaires.models import Questionnaire
from community.questionnaires.reading.lists import to_read
from community.working_groups.doors import Door, door
from community.working_groups.piles import Pile, piles_up
from community.working_groups.sections import section

MOST = 5

door(
    Door(
        40,
        "Vragenlijsten",
        "Vragen stellen, mensen uitnodigen, antwoorden lezen.",
        "questionnaires_desk",
    )
)


def _since(moment) -> Q:
    """An answer knows its day and no more: of this day the lead hears once."""
    day = timezone.localdate(moment)
    is_today = day == timezone.localdate()
    return Q(pk=None) if is_today else Q(response__sent_on__gte=day)


piles_up(
    Pile(
        "antwoord in eigen woorden te lezen",
        "antwoorden in eigen woorden te lezen",
        "questionnaires_desk",
        to_read,
        _since,
    )
)


@section(30, "community/questionnaires/section.html")
def questionnaires_of(group) -> dict | None:
    """Open ones to fill in, and results to read; a ranking has its own place."""
    now = timezone.now()  # noqa: TID251  # the page is drawn at this moment
    begun = Questionnaire.objects.published().filter(
        group=group, opens_at__lte=now, ranking=None
    )
    found = list(begun.order_by("-closes_at", "-pk")[:MOST])
    if not found:
        return None
    return {
        "open": [
            each
            for each in found
            if each.is_open(now) and each.audience != Questionnaire.Audience.INVITED
        ],
        "results": [each for each in found if each.shows_results(now)],
    }
