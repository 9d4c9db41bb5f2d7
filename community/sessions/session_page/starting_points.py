"""The questions that a session starts from, and what people answered to them."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.questionnaires.models import Question, Questionnaire
from community.questionnaires.results.counts import Result, results
from community.sessions.planning.models import Session
from community.working_groups.group_page import WorkingGroupPage

MOST_QUESTIONS = 3
MOST_TO_CHOOSE = 30  # the latest: of what a group asked longer ago nobody starts


class StartingPoint(NamedTuple):
    """A question; its result once everybody may see that."""

    question: Question
    result: Result | None


def starting_points(session: Session, now: datetime) -> list[StartingPoint]:
    """In the order in which they were asked."""
    chosen = list(_told(session.starts_from).select_related("questionnaire"))
    found: dict[int, Result] = {}
    for questionnaire in {question.questionnaire for question in chosen}:
        if questionnaire.shows_results(now):
            told = results(questionnaire, public=True, with_groups=False)
            found |= {result.question.pk: result for result in told}
    return [StartingPoint(question, found.get(question.pk)) for question in chosen]


def questions_to_start_from(groups, session: Session) -> QuerySet[Question]:
    """Of these groups the latest, and those that were chosen before."""
    latest = _told(Question.objects).filter(questionnaire__group__in=groups)
    latest = latest.order_by("-questionnaire__closes_at", "position")
    there = Q(pk__in=list(latest.values_list("pk", flat=True)[:MOST_TO_CHOOSE]))
    if session.pk:
        there |= Q(sessions=session)
    found = Question.objects.filter(there).distinct().select_related("questionnaire")
    return found.order_by("-questionnaire__closes_at", "position")


def _told(questions) -> QuerySet[Question]:
    """Of which everybody may read the question, and once the answers."""
    now = timezone.now()  # noqa: TID251  # what everybody may see, at this moment
    asked = Questionnaire.objects.published().filter(
        group__in=WorkingGroupPage.objects.open(), opens_at__lte=now, ranking=None
    )
    shown = questions.filter(is_public=True, questionnaire__in=asked)
    return shown.exclude(questionnaire__results=Questionnaire.Results.NEVER)
