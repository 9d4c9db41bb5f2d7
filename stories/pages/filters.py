"""How the index is narrowed down: five questions in the address, all optional."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlencode

from django.db.models import CharField, Count

from home.models import Organisation
from home.page_cache.figures import until_written
from home.statements import Blank, Rows, Statement
from stories.pages.kinds import Kind
from stories.pages.series_page import SeriesPage
from stories.pages.story_page import StoryPage, StoryQuerySet
from stories.pages.themes import Theme, Topic
from stories.topics.told import topics_with_number


@dataclass
class Question:
    """One question, its answers, and how many stories each of them would give."""

    name: str  # in the address
    label: str
    all: str
    path: str  # what it asks of a story
    options: list[tuple[str, str]]  # value and label
    chosen: str = ""
    numbers: Counter = field(default_factory=Counter)

    @property
    def answers(self) -> list[tuple[str, str, int]]:
        """Those that give a story, and the one that was given."""
        return [
            (value, label, self.numbers[value])
            for value, label in self.options
            if self.numbers[value] or value == self.chosen
        ]

    @property
    def said(self) -> str:
        return dict(self.options).get(self.chosen, "")


Given = tuple[tuple[str, str], ...]  # what is asked of a story, and the answer

PATHS = ("theme__slug", "series__slug", "kind", "organisation__kind")
THEMES = Statement(lambda: Theme.objects.values_list("slug", "name", "pk"))
SERIES = Statement(
    lambda: SeriesPage.objects.open().order_by("title").values_list("slug", "title")
)


def _stories(given: Iterable[str]) -> StoryQuerySet:
    blanks = {path: Blank(path, CharField()) for path in given}
    return StoryPage.objects.open().filter(**blanks).order_by()


@until_written
def _topics(given: Given) -> list[Topic]:
    """Each with its number, within the stories that answer to these."""
    return _topic_rows(tuple(dict(given))).of(**dict(given))


@cache
def _topic_rows(given: tuple[str, ...]) -> Rows:
    return Rows(lambda: topics_with_number(_stories(given)))


@until_written
def _groups(given: Given) -> list[tuple]:
    """How many of those stories have the same four answers."""
    return _group_rows(tuple(dict(given))).rows(**dict(given))


@cache
def _group_rows(given: tuple[str, ...]) -> Statement:
    answers = _stories(given).values_list(*PATHS)
    return Statement(lambda: answers.annotate(number=Count("pk")))


class StoryFilter:
    """What the reader asked for; what does not exist is named and left out."""

    def __init__(self, asked):
        theme, series, kind, organisation = PATHS
        themes = THEMES.rows()
        names = [(slug, name) for slug, name, _ in themes]
        self.theme = Question("thema", "Thema", "Alles", theme, names)
        self.kind = Question("soort", "Soort", "Alle soorten", kind, Kind.choices)
        self.series = Question("reeks", "Reeks", "Alle reeksen", series, SERIES.rows())
        self.organisation = Question(
            "organisatie",
            "Gaat over",
            "Alle organisaties",
            organisation,
            Organisation.Kind.choices,
        )
        self.topic = Question(
            "onderwerp", "Onderwerp", "Alle onderwerpen", "topics__slug", []
        )
        self.of_the_story = [self.theme, self.series, self.kind, self.organisation]
        self.unknown = False
        for question in self.of_the_story:
            self._answer(question, asked.get(question.name))
        numbers = {slug: pk for slug, _, pk in themes}
        self.followed = numbers.get(self.theme.chosen)  # by who follows the theme
        self._count_topics()
        self._answer(self.topic, asked.get(self.topic.name))
        self._count_others()

    @property
    def questions(self) -> list[Question]:
        """All but the theme, in the order in which they are shown."""
        return [self.topic, self.series, self.kind, self.organisation]

    def _answer(self, question: Question, given: str | None) -> None:
        known = any(given == value for value, _ in question.options)
        self.unknown |= bool(given) and not known
        question.chosen = given if given and known else ""

    def _count_topics(self) -> None:
        """Those of the stories that answer to the other questions, in one query."""
        given = self._given(self.of_the_story)
        topics = _topics(given)
        self.topic.options = [(topic.slug, topic.name) for topic in topics]
        self.topic.numbers.update({topic.slug: topic.number for topic in topics})

    def _count_others(self) -> None:
        """One query for four questions: each is counted within the other three."""
        asked, given = self.of_the_story, self._given([self.topic])
        self.number = 0
        for *values, number in _groups(given):
            fits = [
                q.chosen in ("", value or "")
                for q, value in zip(asked, values, strict=True)
            ]
            self.number += number if all(fits) else 0
            for place, question in enumerate(asked):
                if all(fits[:place] + fits[place + 1 :]):
                    question.numbers[values[place] or ""] += number

    def narrow(self, stories):
        """The stories that answer to every question asked."""
        return stories.filter(*self._given([*self.of_the_story, self.topic]))

    def _given(self, questions: Iterable[Question]) -> Given:
        """What is asked of a story, by its path."""
        return tuple((each.path, each.chosen) for each in questions if each.chosen)

    @property
    def given(self) -> list[Question]:
        """The questions that have an answer, in a fixed order."""
        return [q for q in (*self.of_the_story, self.topic) if q.chosen]

    @property
    def said(self) -> list[str]:
        """The answers, in words."""
        return [question.said for question in self.given]

    @property
    def query(self) -> str:
        """The same questions, for the links to the next and previous page."""
        return urlencode({question.name: question.chosen for question in self.given})
