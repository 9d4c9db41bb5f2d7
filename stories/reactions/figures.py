"""How many of something a story has, as part of a question that is asked anyway."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stories.calls.models import Answer
from stories.field_tests.models import FieldTest
from stories.reactions.models import Comment


def said_of_a_story() -> dict[str, Coalesce]:
    """Of the story in the query around it."""
    return {
        "comment_count": _number(Comment.objects.shown()),
        "recognised": _number(verdicts(FieldTest.Verdict.SAME)),
        "contested": _number(verdicts(FieldTest.Verdict.OTHER)),
        "taking_part": _number(Answer.objects.counted()),
    }


def verdicts(verdict: str) -> QuerySet[FieldTest]:
    return FieldTest.objects.counted().filter(verdict=verdict)


def _number(rows: QuerySet) -> Coalesce:
    """Subqueries of a few rows by an index."""
    of_the_story = rows.filter(story=OuterRef("pk")).order_by().values("story")
    counted = of_the_story.annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
