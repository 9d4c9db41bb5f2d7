"""A story in a list: no more of its row than a card and the feed show."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import attrgetter

from django.conf import settings
from django.db.models import Case, F, Value, When

from home.dutch import day_short
from home.pages.photo import Photo
from home.pages.pictures import Size, bring_renditions
from home.pages.references import local_address
from stories.pages.credits import Credit, Name, credits_of
from stories.pages.kinds import Kind


def of_its_series(name: str) -> Case:
    """Nothing, as long as a reader would not find it."""
    open_one = When(series__live=True, then=F(f"series__{name}"))
    return Case(open_one, default=Value(""))


OF_THE_STORY = [
    *("pk", "title", "url_path", "kind", "date", "lead", "reading_time"),
    *(
        "last_published_at",
        "theme__name",
        "theme__slug",
        of_its_series("title"),
        "interest",
    ),
    "from_elsewhere",
]
# what finding its renditions takes, in the order of the model, as `from_db` asks
OF_ITS_PHOTO = [
    *("id", "title", "file", "description", "width", "height"),
    *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    *("consent", "consent_until", "withdrawn"),
]
ON_A_CARD = [*OF_THE_STORY, *(f"photo__{name}" for name in OF_ITS_PHOTO)]


@dataclass
class Card:
    """A page is forty columns and a model; a card is a dozen values."""

    pk: int
    title: str
    url_path: str
    kind: str
    date: date
    lead: str
    reading_time: int
    last_published_at: datetime | None
    theme: str | None
    theme_slug: str | None
    series: str
    interest: str
    from_elsewhere: bool
    url: str = ""
    reason: str = ""  # why it stands beside another story
    photo: Photo | None = None
    credited: list[Name] = field(default_factory=list)

    @property
    def full_url(self) -> str:
        return settings.SITE_URL + self.url

    @property
    def label(self) -> str:
        """The series says more than the kind."""
        return self.series or str(Kind(self.kind).label)

    @property
    def line(self) -> str:
        """When, by whom, how long it takes to read, and what to know beforehand."""
        return self.line_by(self.byline)

    def line_by(self, said: str) -> str:
        minutes = self.reading_time
        length = f"{minutes} {'minuut' if minutes == 1 else 'minuten'}"
        elsewhere = "uit een andere branche" if self.from_elsewhere else ""
        parts = [day_short(self.date), said, length, elsewhere, self.interest]
        return " · ".join(filter(None, parts))

    @property
    def largest_picture(self) -> Size | None:
        """Of its photo, as a JPEG that is made already; nothing is made for it."""
        made = self.photo.made.items() if self.photo else ()
        plain = [size for (spec, _), size in made if spec.endswith("format-jpeg")]
        return max(plain, key=attrgetter("width"), default=None)

    @property
    def byline(self) -> str:
        """What a card says of the authors: the first, and that there are more."""
        authors = [name for name in self.credited if name.part in Credit.AUTHORS]
        names = [author.name for author in authors] or ["redactie"]
        return names[0] if len(names) == 1 else f"{names[0]} e.a."


def read_cards(rows: Iterable[tuple]) -> list[Card]:
    """From rows of ON_A_CARD; their renditions and credits are still to be brought."""
    cards = []
    for row in rows:
        card = Card(*row[: len(OF_THE_STORY)])
        card.url = local_address(card.url_path)
        photo = row[len(OF_THE_STORY) :]
        if photo[0]:
            card.photo = Photo.from_db(None, OF_ITS_PHOTO, photo)
        cards.append(card)
    return cards


def bring_credits(stories: Iterable) -> None:
    """One query for everybody who had a part in one of these stories."""
    credited: dict[int, list[Name]] = {story.pk: [] for story in stories}
    for pk, name in credits_of(credited):
        credited[pk].append(name)
    for story in stories:
        story.credited = credited[story.pk]


def as_cards(rows: Iterable[tuple]) -> list[Card]:
    """Ready to be shown: two queries more, however many there are."""
    cards = read_cards(rows)
    if cards:
        bring_renditions(card.photo for card in cards)
        bring_credits(cards)
    return cards
