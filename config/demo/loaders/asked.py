"""The questionnaires of the groups, the points and the ranking that came of them."""

from datetime import datetime, timedelta

from django.utils import timezone

from community.models import (
    Answer,
    OutcomePage,
    Point,
    Question,
    Questionnaire,
    Ranking,
    Response,
    Support,
    WorkingGroupPage,
)
from community.points.services import count_support
from community.questionnaires.desk.services import Asked, Details, ask, publish, write
from community.rankings.services import Plan, conclude, rank
from community.traces.services import trace_to
from config.demo import asked
from config.demo.days import days_before
from config.demo.loaders.reactions import reader
from home.models import Person, Role
from home.readers.services import reader_for

Kind, State = Question.Kind, Response.State


def load(now: datetime) -> dict[str, int]:
    groups = {group.slug: group for group in WorkingGroupPage.objects.all()}
    answers = _first(groups["kwaliteit"], now)
    _next(groups["mens"], now)
    points = sum(_wish(groups[wish.group], wish, now) for wish in asked.WISHES)
    count_support(Point.objects.all())
    ballots = _ranking(groups["kwaliteit"], now)
    if points:  # once: a lead who took a trace away wants it gone
        _traces()
    return {"antwoorden": answers + ballots, "verbeterpunten": points}


def _first(group: WorkingGroupPage, now: datetime) -> int:
    """The questionnaire that the movement began with: about thirty people."""
    if group.questionnaires.filter(title=asked.FIRST).exists():
        return 0
    opened, closed = days_before(now, 215), days_before(now, 190)
    about = (asked.FIRST, asked.FIRST_INTRO)
    found = _write(group, about, "anoniem", (opened, closed))
    top = _ask(
        found,
        asked.MOST_NEEDED,
        Kind.TOP,
        asked.IMPROVEMENTS.values(),
        required=True,
    )
    need = _ask(found, asked.OWN_NEED, Kind.OPEN)
    heard = _ask(found, asked.HEARD, Kind.SCALE)
    why = _ask(found, "Waarom doe je mee?", Kind.SEVERAL, asked.REASONS.values())
    publish(questionnaire=found, now=opened)
    roles = {role.slug: role for role in Role.objects.all()}
    for role, letters, number, reasons, words in asked.ANSWERS:
        response = found.responses.create(
            is_anonymous=True,
            role=roles.get(role),
            state=State.SENT,
            begun_on=timezone.localdate(found.opens_at),
            sent_on=timezone.localdate(found.opens_at),
        )
        _choose(response, top, letters)
        _choose(response, why, reasons)
        response.answers.create(question=heard, number=number)
        if words:
            response.answers.create(
                question=need,
                text=words,
                is_read=words not in asked.NOT_READ,
                is_shown=words not in asked.NOT_SHOWN | asked.NOT_READ,
            )
    return len(asked.ANSWERS)


def _write(
    group,
    words: tuple[str, str],
    privacy: str,
    open_at: tuple[datetime, datetime],
) -> Questionnaire:
    """A draft with this title and introduction."""
    title, intro = words
    opens_at, closes_at = open_at
    details = Details(
        title=title,
        intro=intro,
        thanks="",
        opens_at=opens_at,
        closes_at=closes_at,
        audience=Questionnaire.Audience.EVERYONE,
        privacy=privacy,
        results=Questionnaire.Results.AFTERWARDS,
        asks_role=True,
    )
    return write(group=group, details=details, by=None, now=opens_at)


def _ask(
    found: Questionnaire,
    text: str,
    kind: str,
    options=(),
    *,
    help_text="",
    required=False,
) -> Question:
    words = Asked(
        text, help_text, kind, required, is_public=True, options=tuple(options)
    )
    return ask(questionnaire=found, asked=words)


def _choose(response: Response, question: Question, letters: str) -> None:
    options = list(question.options.all())
    is_top = question.kind == Kind.TOP
    Answer.objects.bulk_create(
        Answer(
            response=response,
            question=question,
            option=options["ABCDEFGH".index(letter)],
            place=place if is_top else None,
        )
        for place, letter in enumerate(letters, start=1)
    )


def _next(group: WorkingGroupPage, now: datetime) -> None:
    """Open now, for whoever reads this."""
    if group.questionnaires.filter(title=asked.NEXT).exists():
        return
    opened = days_before(now, 5)
    closes = days_before(now, 0) + timedelta(days=16, hours=10)
    words = (asked.NEXT, asked.NEXT_INTRO)
    found = _write(group, words, "vertrouwelijk", (opened, closes))
    for text, help_text, kind, options, required in asked.NEXT_QUESTIONS:
        _ask(found, text, kind, options, help_text=help_text, required=required)
    publish(questionnaire=found, now=opened)


def _wish(group: WorkingGroupPage, wish: asked.Wish, now: datetime) -> int:
    if group.points.filter(title=wish.title).exists():
        return 0
    moment = days_before(now, wish.days_ago)
    is_moved = wish.status != Point.Status.SUBMITTED
    origin = None
    if wish.origin == Point.Origin.ANSWER:
        origin = Answer.objects.filter(text=asked.BECAME_A_POINT).first()
    point = Point.objects.create(
        group=group,
        reader=reader(wish.name or wish.title, moment)
        if wish.origin == "formulier"
        else None,
        title=wish.title,
        text=wish.text,
        name=wish.name,
        state=wish.state,
        ground=wish.ground,
        written_at=moment,
        shown_at=None if wish.state == "waiting" else moment,
        status=wish.status,
        answer=wish.answer,
        answered_at=days_before(now, wish.answered) if is_moved else None,
        merged_into=group.points.filter(title=wish.into).first(),
        origin_kind=wish.origin,
        origin=origin,
    )
    if wish.reported:
        point.reports.create(ground=wish.reported, reported_at=moment)
    for number in range(wish.supporters):
        known = reader_for(f"vakgenoot-{number + 1}@voorbeeld.example", now=moment)
        Support.objects.create(
            point=point, reader=known, asked_at=moment, given_at=moment
        )
    return 1


def _traces() -> None:
    """The chain from an answer to what a group settled."""
    ranking = Ranking.objects.get(questionnaire__title=asked.RANKING)
    for slug, title, why in asked.CAME_FROM:
        outcome = OutcomePage.objects.filter(slug=slug).first()
        source = Point.objects.filter(title=title).first() or ranking
        if outcome:
            trace_to(outcome=outcome, to=(type(source), source.pk), why=why)


def _ranking(group: WorkingGroupPage, now: datetime) -> int:
    if Ranking.objects.filter(questionnaire__title=asked.RANKING).exists():
        return 0
    points = {point.title: point for point in group.points.all()}
    plan = Plan(
        asked.RANKING, asked.RANKING_INTRO, days_before(now, 50), days_before(now, 36)
    )
    ranking = rank(
        group=group,
        plan=plan,
        points=[points[title] for title in asked.RANKED],
        by=None,
        now=days_before(now, 50),
    )
    questionnaire = ranking.questionnaire
    question = questionnaire.questions.get()
    day = timezone.localdate(days_before(now, 45))
    for number, letters in enumerate(asked.BALLOTS, start=1):
        known = reader_for(f"vakgenoot-{number}@voorbeeld.example", now=now)
        response = questionnaire.responses.create(
            is_anonymous=False,
            reader=known,
            state=State.SENT,
            begun_on=day,
            sent_on=day,
        )
        _choose(response, question, letters)
    conclude(
        ranking=ranking,
        conclusion=asked.CONCLUSION,
        next_step=asked.NEXT_STEP,
        owner=Person.objects.get(slug="els-dijkman"),
        by=None,
        now=days_before(now, 32),
    )
    return len(asked.BALLOTS)
