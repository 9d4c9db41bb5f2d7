"""What waits for a member: questions to answer, or to say how an outcome stands."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from community.follow_up.models import FollowUp
from community.questionnaires.models import Invitation, Questionnaire
from community.working_groups.membership import Membership
from home.models import Reader

MOST = 10  # of each kind

Audience, Privacy = Questionnaire.Audience, Questionnaire.Privacy


class Waiting(NamedTuple):
    """One line, which leads to where it is done."""

    title: str
    url: str
    about: str


def waits_for(
    reader: Reader, memberships: Sequence[Membership], now: datetime
) -> list[Waiting]:
    """Only where we know whether they did it: an anonymous answer to what everybody
    may answer leaves no trace."""
    return [*_questions(reader, memberships, now), *_outcomes(memberships)]


def _questions(reader, memberships, now) -> Iterator[Waiting]:
    theirs = Q(pk__in=reader.responses.sent().values("questionnaire"))
    theirs |= Q(pk__in=reader.invitations.filter(is_used=True).values("questionnaire"))
    todo = Questionnaire.objects.open_at(now).exclude(theirs).order_by("closes_at")
    untraced = Q(audience=Audience.EVERYONE, privacy=Privacy.ANONYMOUS)
    of_group = todo.filter(group__in=[each.group_id for each in memberships])
    for each in of_group.exclude(untraced | Q(audience=Audience.INVITED))[:MOST]:
        yield _asked(each, each.get_absolute_url())
    invited = Invitation.objects.filter(reader=reader, questionnaire__in=todo)
    for one in invited.select_related("questionnaire").order_by("pk")[:MOST]:
        yield _asked(one.questionnaire, reverse("invitation", args=[one.token]))


def _asked(questionnaire: Questionnaire, url: str) -> Waiting:
    return Waiting(questionnaire.title, url, "vragen om te beantwoorden")


def _outcomes(memberships) -> Iterator[Waiting]:
    """The last time that we asked, in a group where they still are."""
    later = FollowUp.objects.filter(outcome=OuterRef("outcome"), pk__gt=OuterRef("pk"))
    mine = Q()
    for place in memberships:
        below = place.group.path
        mine |= Q(asked=place.person_id, outcome__path__startswith=below)
    if not mine:
        return
    asked = FollowUp.objects.filter(mine, ~Exists(later), answered_at=None)
    for each in asked.select_related("outcome").order_by("due", "pk")[:MOST]:
        url = reverse("follow_up", args=[each.token])
        yield Waiting(each.outcome.title, url, "hoe staat het ervoor?")
