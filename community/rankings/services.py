"""Put points beside each other, and write down what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from community.points.models import Point
from community.questionnaires.desk.services import Asked, Details, ask, publish, write
from community.questionnaires.models import Question, Questionnaire, Response
from community.rankings.models import RankedPoint, Ranking
from community.working_groups.group_page import WorkingGroupPage
from home.models import Person
from home.transactions import whole

FEWEST = 3


class NotClosed(Exception):
    """People are still choosing."""


class Chosen(Exception):
    """Somebody chose: that is not thrown away."""


@dataclass(frozen=True)
class Plan:
    """What is ranked, and when."""

    title: str
    intro: str
    opens_at: datetime
    closes_at: datetime


@whole
def rank(
    *,
    group: WorkingGroupPage,
    plan: Plan,
    points: Iterable[Point],
    by: User | None,
    now: datetime,
) -> Ranking:
    """In confidence and once per person; nobody sees numbers before it closes."""
    details = Details(
        title=plan.title,
        intro=plan.intro,
        thanks="",
        opens_at=plan.opens_at,
        closes_at=plan.closes_at,
        audience=Questionnaire.Audience.EVERYONE,
        privacy=Questionnaire.Privacy.CONFIDENTIAL,
        results=Questionnaire.Results.AFTERWARDS,
        asks_role=True,
    )
    questionnaire = write(group=group, details=details, by=by, now=now)
    named: dict[str, Point] = {}
    for point in points:  # two may say the same: then their number tells them apart
        name = str(point)
        named[f"{name} (punt {point.pk})" if name in named else name] = point
    question = ask(
        questionnaire=questionnaire,
        asked=Asked(
            text="Welke drie punten zijn het belangrijkst?",
            help="Het belangrijkste eerst. Minder dan drie mag ook.",
            kind=Question.Kind.TOP,
            is_required=True,
            is_public=True,
            options=tuple(named),
        ),
    )
    ranking = Ranking.objects.create(questionnaire=questionnaire)
    RankedPoint.objects.bulk_create(
        RankedPoint(ranking=ranking, point=named[option.text], option=option)
        for option in question.options.all()
    )
    publish(questionnaire=questionnaire, now=now)
    return ranking


@whole
def conclude(
    *,
    ranking: Ranking,
    conclusion: str,
    next_step: str,
    owner: Person,
    by: User | None,
    now: datetime,
) -> None:
    """For everybody to read; in better words again later. Raises NotClosed."""
    ranking = Ranking.objects.select_for_update(of=("self",)).get(pk=ranking.pk)
    if not ranking.questionnaire.is_closed(now):
        raise NotClosed
    ranking.conclusion, ranking.next_step = conclusion, next_step
    ranking.owner, ranking.concluded_by = owner, by
    ranking.concluded_at = ranking.concluded_at or now
    ranking.save()


@whole
def throw_away(*, ranking: Ranking) -> None:
    """With the sheets that nobody sent; the points stay. Raises Chosen."""
    # nobody begins a sheet meanwhile, and nobody sends one
    asked = Questionnaire.objects.select_for_update().get(pk=ranking.questionnaire_id)
    states = asked.responses.select_for_update().values_list("state", flat=True)
    if set(states) - {Response.State.DRAFT}:
        raise Chosen
    asked.responses.all().delete()
    ranking.delete()
    asked.delete()
