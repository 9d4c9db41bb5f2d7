"""How the index is narrowed down: four questions in the address, all optional."""

from urllib.parse import urlencode

from stories.pages.series_page import SeriesPage
from stories.pages.story_page import StoryPage
from stories.pages.themes import Theme, Topic


class StoryFilter:
    """What the reader asked for; what does not exist is named and left out."""

    def __init__(self, asked):
        self.themes = list(Theme.objects.all())
        self.topics = list(Topic.objects.all())
        self.series = list(SeriesPage.objects.open().order_by("title"))
        self.kinds = StoryPage.Kind.choices
        self.unknown = False
        self.theme = self._choose(asked.get("thema"), self.themes)
        self.topic = self._choose(asked.get("onderwerp"), self.topics)
        self.one_series = self._choose(asked.get("reeks"), self.series)
        self.kind = self._choose_kind(asked.get("soort"))

    def _choose(self, slug, choices):
        chosen = next((choice for choice in choices if choice.slug == slug), None)
        self.unknown |= bool(slug) and chosen is None
        return chosen

    def _choose_kind(self, kind):
        known = kind in StoryPage.Kind.values
        self.unknown |= bool(kind) and not known
        return kind if known else ""

    def narrow(self, stories):
        """The stories that answer to every question asked."""
        if self.theme:
            stories = stories.filter(theme=self.theme)
        if self.topic:
            stories = stories.filter(topics=self.topic)
        if self.one_series:
            stories = stories.filter(series=self.one_series)
        if self.kind:
            stories = stories.filter(kind=self.kind)
        return stories

    @property
    def query(self) -> str:
        """The same questions, for the links to the next and previous page."""
        asked = {
            "thema": self.theme and self.theme.slug,
            "onderwerp": self.topic and self.topic.slug,
            "reeks": self.one_series and self.one_series.slug,
            "soort": self.kind,
        }
        return urlencode({name: value for name, value in asked.items() if value})
