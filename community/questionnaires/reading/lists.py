"""Which answers in words of their own wait for a lead."""

from django.db.models import Q
from django.utils import timezone

from community.questionnaires.models import Answer, Question, Questionnaire, Response

LONGEST = 120  # of the title of a point


def shortened(text: str) -> str:
    """The first line, whole words."""
    first = text.strip().splitlines()[0] if text.strip() else ""
    if len(first) <= LONGEST:
        return first
    return first[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def to_read(group):
    """Open answers that a lead may read and did not; of this moment."""
    now = timezone.now()  # noqa: TID251  # what waits, waits now
    safe = ~Q(question__questionnaire__privacy=Questionnaire.Privacy.ANONYMOUS)
    safe |= Q(question__questionnaire__closes_at__lte=now)
    return Answer.objects.filter(
        safe,
        question__questionnaire__group=group,
        question__kind=Question.Kind.OPEN,
        response__state=Response.State.SENT,
        is_read=False,
    )
