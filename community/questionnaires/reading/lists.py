"""Which answers in words of their own wait for a lead."""

from django.db.models import Count, Q
from django.utils import timezone

from community.questionnaires.models import Answer, Question, Questionnaire, Response
from community.questionnaires.rules import SMALLEST

LONGEST = 120  # of the title of a point


def shortened(text: str) -> str:
    """The first line, whole words."""
    first = text.strip().splitlines()[0] if text.strip() else ""
    if len(first) <= LONGEST:
        return first
    return first[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _of_enough_people(group):
    """The open questions that more than a handful answered."""
    sent = Q(answers__response__state=Response.State.SENT)
    asked = Question.objects.filter(questionnaire__group=group, kind=Question.Kind.OPEN)
    answered = asked.order_by().annotate(people=Count("answers", filter=sent))
    return answered.filter(people__gte=SMALLEST).values("pk")


def to_read(group):
    """Open answers that a lead may read and did not; of this moment."""
    now = timezone.now()  # noqa: TID251  # what waits, waits now
    safe = ~Q(question__questionnaire__privacy=Questionnaire.Privacy.ANONYMOUS)
    closed = Q(question__questionnaire__closes_at__lte=now)
    safe |= closed & Q(question__in=_of_enough_people(group))
    return Answer.objects.filter(
        safe,
        question__questionnaire__group=group,
        question__kind=Question.Kind.OPEN,
        response__state=Response.State.SENT,
        is_read=False,
    )
