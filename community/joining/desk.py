"""What the lead sees of it in the working space."""

from datetime import datetime

from django.db.models import Q, QuerySet

from community.joining.models import JoinRequest
from community.working_groups.doors import Door, door
from community.working_groups.piles import Pile, piles_up


def _waiting(group) -> QuerySet[JoinRequest]:
    return JoinRequest.objects.waiting().filter(group=group.pk)


def _since(moment: datetime) -> Q:
    return Q(waiting_since__gt=moment)


piles_up(Pile("aanmelding", "aanmeldingen", "join_requests", _waiting, _since))
door(
    Door(
        20,
        "Aanmeldingen",
        "Wie mee wil doen, en wat je eerder antwoordde.",
        "join_requests",
    )
)
