"""Points, questionnaires and rankings as steps of the chain towards an outcome."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from community.points.models import Point
from community.points.services import points_from_any
from community.questionnaires.models import Answer, Questionnaire
from community.rankings.models import RankedPoint, Ranking
from community.traces.sources import Key, Source, Told, comes_from
from community.working_groups.group_page import WorkingGroupPage

Steps = list[tuple[int, Key]]


def _points(pks: Iterable[int]) -> dict[int, Told]:
    shown = Point.objects.readable().shown().filter(pk__in=pks)
    return {each.pk: Told(str(each), each.get_absolute_url()) for each in shown}


def _points_of(group):
    shown = Point.objects.shown().filter(group=group, merged_into=None)
    return shown.most_supported()


def _before_points(pks: Iterable[int]) -> Steps:
    """What a point was taken from; of an answer the questionnaire, never whose."""
    came = Point.objects.filter(pk__in=pks, origin_type__isnull=False)
    of_an_answer = ContentType.objects.get_for_model(Answer)
    answers: dict[int, int] = {}
    steps: Steps = []
    for pk, kind, number in came.values_list("pk", "origin_type", "origin_id"):
        if number is None:
            continue
        if kind == of_an_answer.pk:
            answers[number] = pk
        elif model := ContentType.objects.get_for_id(kind).model_class():
            steps.append((pk, (model, number)))
    given = Answer.objects.filter(pk__in=answers).values_list(
        "pk", "question__questionnaire"
    )
    return steps + [(answers[pk], (Questionnaire, number)) for pk, number in given]


def _published():
    now = timezone.now()  # noqa: TID251  # what everybody may see, at this moment
    groups = WorkingGroupPage.objects.open()
    return Questionnaire.objects.published().filter(group__in=groups, opens_at__lte=now)


def _questionnaires(pks: Iterable[int]) -> dict[int, Told]:
    found = _published().filter(pk__in=pks)
    return {each.pk: Told(each.title, each.get_absolute_url()) for each in found}


def _questionnaires_of(group):
    return _published().filter(group=group, ranking=None).order_by("-pk")


def _after_questionnaires(pks: Iterable[int]) -> list[Key]:
    """The points that its answers became."""
    answers = Answer.objects.filter(question__questionnaire__in=pks)
    points = points_from_any(Answer, answers.values("pk"))
    shown = Point.objects.readable().shown().filter(pk__in=points.values("pk"))
    return [(Point, pk) for pk in shown.values_list("pk", flat=True)]


def _after_points(pks: Iterable[int]) -> list[Key]:
    """The rankings in which they stood."""
    asked = Ranking.objects.filter(
        points__point__in=pks, questionnaire__in=_published()
    )
    return [(Ranking, pk) for pk in asked.distinct().values_list("pk", flat=True)]


def _rankings(pks: Iterable[int]) -> dict[int, Told]:
    found = Ranking.objects.filter(
        pk__in=pks, questionnaire__in=_published()
    ).select_related("questionnaire__group")
    return {each.pk: Told(str(each), each.get_absolute_url()) for each in found}


def _rankings_of(group):
    made = Ranking.objects.filter(questionnaire__group=group)
    return made.select_related("questionnaire").order_by("-pk")


def _before_rankings(pks: Iterable[int]) -> Steps:
    ranked = RankedPoint.objects.filter(ranking__in=pks).order_by("option__position")
    rows = ranked.values_list("ranking", "point")
    return [(ranking, (Point, point)) for ranking, point in rows]


comes_from(
    Source(Point, "verbeterpunt", _points, _points_of, _before_points, _after_points)
)
comes_from(
    Source(
        Questionnaire,
        "vragenlijst",
        _questionnaires,
        _questionnaires_of,
        after=_after_questionnaires,
    )
)
comes_from(
    Source(
        Ranking,
        "rangschikking",
        _rankings,
        _rankings_of,
        before=_before_rankings,
        column="questionnaire__title",
    )
)
