"""Questions to the database about what all said; a few, however many answered."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from community.questionnaires.models import (
    HIGHEST,
    LOWEST,
    Answer,
    Option,
    Question,
    Questionnaire,
    Response,
)
from community.questionnaires.rules import (
    SMALLEST,
    Line,
    is_close,
    shown_groups,
    tally,
    ties,
    told_groups,
)
from community.working_groups.representation import Meter, meter
from home.charts import Share, shares
from home.models import Role

Kind = Question.Kind
SENT = {"response__state": Response.State.SENT}


@dataclass
class Breakdown:
    """What some groups said beside each other; the others are in all together."""

    groups: list[tuple[str, int]]
    lines: list[tuple[str, list[int]]]
    hides: bool


@dataclass
class Result:
    """What all said at one question."""

    question: Question
    people: int
    shares: list[Share] = field(default_factory=list)
    mean: float | None = None
    lines: list[Line[Option]] = field(default_factory=list)
    ties: list[list[Option]] = field(default_factory=list)
    is_close: bool = False
    breakdown: Breakdown | None = None
    answers: int = 0  # open ones, to be read by everybody
    is_too_few: bool = False  # who knows who took part would know what they said

    @property
    def most_points(self) -> int:
        return max([line.points for line in self.lines] + [1])

    @property
    def bars(self) -> list[tuple[Line[Option], int]]:
        return [
            (line, round(100 * line.points / self.most_points)) for line in self.lines
        ]


def results(
    questionnaire: Questionnaire, *, public: bool, with_groups: bool
) -> list[Result]:
    """Per question; `with_groups` when no more answers come in."""
    questions = questionnaire.questions.prefetch_related("options")
    questions = questions.select_related("questionnaire")
    if public:
        questions = questions.filter(is_public=True)
    people = _people(questionnaire)
    counted = _counted(questionnaire)
    shown = dict(_open(questionnaire, is_shown=True))
    groups = _by_group(questionnaire) if with_groups else None
    found = [Result(each, people.get(each.pk, 0)) for each in questions]
    for result in found:
        result.is_too_few = _is_too_few(result, public=public)
        if not result.is_too_few:
            _fill_in(result, counted[result.question.pk], shown, groups)
    return found


def _is_too_few(result: Result, *, public: bool) -> bool:
    """Words of who answered in confidence are read by a lead before they are shown."""
    asked, is_open = result.question.questionnaire, result.question.is_open
    is_hidden = asked.is_anonymous or (public and not asked.is_named and not is_open)
    return is_hidden and 0 < result.people < SMALLEST


def to_read_one_by_one(questionnaire: Questionnaire) -> list[Question]:
    """Of an anonymous one not those that a handful answered."""
    questions = list(questionnaire.questions.all())
    if not questionnaire.is_anonymous:
        return questions
    people = _people(questionnaire)
    return [each for each in questions if people.get(each.pk, 0) >= SMALLEST]


def who_answered(questionnaire: Questionnaire) -> Meter:
    """By role, as small as `told_groups` lets it be."""
    sent = questionnaire.responses.sent().order_by().values_list("role")
    told, others = told_groups(dict(sent.annotate(Count("pk"))))
    roles = Role.objects.filter(pk__in=told)
    return meter(((role, told[role.pk], False) for role in roles), unknown=others)


def _people(questionnaire: Questionnaire) -> dict[int, int]:
    """How many answered each question."""
    answers = Answer.objects.filter(question__questionnaire=questionnaire, **SENT)
    counted = answers.order_by().values_list("question")
    return dict(counted.annotate(people=Count("response", distinct=True)))


Key = tuple[int | None, int | None, int | None]  # option, place, number


def _counted(questionnaire: Questionnaire) -> dict[int, dict[Key, int]]:
    """How often each answer that is no words was given."""
    answers = Answer.objects.filter(
        question__questionnaire=questionnaire, text="", **SENT
    )
    found: dict[int, dict[Key, int]] = defaultdict(dict)
    rows = answers.order_by().values_list("question", "option", "place", "number")
    for question, *key, times in rows.annotate(times=Count("pk")):
        found[question][tuple(key)] = times
    return found


def _open(questionnaire: Questionnaire, **said):
    answers = Answer.objects.filter(
        question__questionnaire=questionnaire, option=None, number=None, **SENT
    )
    counted = answers.filter(**said).order_by().values_list("question")
    return counted.annotate(times=Count("pk"))


@dataclass
class Groups:
    """By the role that people gave: how many answered, and what."""

    names: dict[int | None, str]
    people: dict[int, dict[int | None, int]]
    counted: dict[int, dict[int | None, dict[tuple, int]]]


def _by_group(questionnaire: Questionnaire) -> Groups:
    answers = Answer.objects.filter(
        question__questionnaire=questionnaire, text="", **SENT
    ).order_by()
    role = "response__role"
    people: dict = defaultdict(dict)
    rows = answers.values_list("question", role)
    for question, group, number in rows.annotate(n=Count("response", distinct=True)):
        people[question][group] = number
    counted: dict = defaultdict(lambda: defaultdict(dict))
    by_answer = answers.values_list("question", role, "option", "number")
    for question, group, *key, times in by_answer.annotate(n=Count("pk")):
        counted[question][group][tuple(key)] = times
    names: dict[int | None, str] = dict(Role.objects.values_list("pk", "plural"))
    return Groups(names, people, counted)


def _fill_in(found: Result, counted: dict[Key, int], shown, groups) -> None:
    question = found.question
    if question.is_open:
        found.answers = shown.get(question.pk, 0)
        return
    if question.kind == Kind.TOP:
        _as_top(found, counted)
    else:
        _as_shares(found, counted)
    if groups is not None:
        found.breakdown = _breakdown(question, groups)


def _as_top(found: Result, counted: dict[Key, int]) -> None:
    options = found.question.options.all()
    stood = {
        option: [counted.get((option.pk, place, None), 0) for place in (1, 2, 3)]
        for option in options
    }
    found.lines = tally(stood)
    found.ties = ties(found.lines)
    found.is_close = is_close(found.lines, people=found.people)


def _as_shares(found: Result, counted: dict[Key, int]) -> None:
    named = [
        (name, counted.get((option, None, number), 0))
        for name, option, number in _keys(found.question)
    ]
    found.shares = shares(named)
    if found.question.kind == Kind.SCALE and found.people:
        total = sum(int(name) * times for name, times in named)
        found.mean = total / found.people


def _keys(question: Question) -> list[tuple[str, int | None, int | None]]:
    """The name, the option and the number of all that can be answered."""
    if question.kind == Kind.SCALE:
        return [(str(n), None, n) for n in range(LOWEST, HIGHEST + 1)]
    return [(str(option), option.pk, None) for option in question.options.all()]


def _breakdown(question: Question, groups: Groups) -> Breakdown | None:
    """None where no group is large enough, or where there is only one."""
    sizes = dict(groups.people[question.pk])
    others = sizes.pop(None, 0)
    shown = shown_groups(sizes, others=others)
    if not shown:
        return None
    counted = groups.counted[question.pk]
    lines = [
        (name, [counted[group].get((option, number), 0) for group in shown])
        for name, option, number in _keys(question)
    ]
    named = [(groups.names.get(group, ""), sizes[group]) for group in shown]
    return Breakdown(named, lines, hides=len(shown) < len(sizes) or bool(others))


def public_answers(question: Question, day: date):
    """Open answers that a lead read and put on the site; in no order of arrival."""
    shown = question.answers.filter(is_shown=True, **SENT).with_interest(day)
    return shown.select_related("response").order_by("text", "pk")
