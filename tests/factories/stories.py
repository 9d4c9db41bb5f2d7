"""Themes, topics, series and stories."""

from datetime import date, datetime
from itertools import count

from wagtail.search.index import insert_or_update_object

from home.models import HomePage, Person, Reader
from stories import foundations
from stories.models import (
    Credit,
    SeriesPage,
    StoryIndexPage,
    StoryPage,
    Subscriber,
    Theme,
    Topic,
)
from tests.factories.home import (
    make_document,
    make_organisation,
    make_person,
    make_photo,
    make_site,
    make_term,
)

_number = count(1)


def make_story_index() -> StoryIndexPage:
    """The index at /verhalen/, with themes, topics and groups."""
    if not HomePage.objects.exists():
        make_site()
    return StoryIndexPage.objects.first() or foundations.lay()


def make_theme(slug: str = "mens") -> Theme:
    make_story_index()
    return Theme.objects.get(slug=slug)


def make_series(title: str = "Kloppend Hart", **fields) -> SeriesPage:
    fields = {"lead": "Op bezoek bij mensen die het werk doen.", **fields}
    return make_story_index().add_child(instance=SeriesPage(title=title, **fields))


def make_story(
    title: str | None = None,
    *,
    theme: str = "mens",
    by: Person | None = None,
    topics: list[str] = (),
    **fields,
) -> StoryPage:
    """The smallest story that may be live; `topics` are slugs."""
    index = make_story_index()
    number = next(_number)
    fields = {
        "kind": StoryPage.Kind.PORTRAIT,
        "date": date(2026, 11, 19),
        "lead": "In Amersfoort schenkt een mens de koffie.",
        "body": [("text", "<p>Wie de lift uitstapt, ziet een scherm.</p>")],
        **fields,
    }
    story = StoryPage(
        title=title or f"Verhaal {number}",
        slug=fields.pop("slug", f"verhaal-{number}"),
        theme=Theme.objects.get(slug=theme),
        **fields,
    )
    if by:
        story.credits = [Credit(person=by, part=Credit.Part.TEXT)]
    index.add_child(instance=story)
    if topics:
        story.topics.add(*Topic.objects.filter(slug__in=topics))
        story.save()
    insert_or_update_object(story)  # as publishing does
    return story


def _told() -> list[tuple]:
    """What was seen and said."""
    photo = make_photo(size=(60, 40), note="Genomen vóór de verhuizing")
    return [
        ("text", "<h2>Kop</h2><p>Wie de lift uitstapt, ziet een scherm.</p>"),
        ("photo", {"photo": photo, "caption": "Aan de koffietafel"}),
        (
            "quote",
            {
                "text": "Wie ons belt, zit vast.",
                "person": make_person("Sander Vermeij"),
                "source": "oprichter",
            },
        ),
    ]


def _asides() -> list[tuple]:
    """What stands beside the story."""
    return [
        (
            "facts",
            {
                "title": "Feiten en cijfers",
                "facts": [{"label": "Waar", "value": "Amersfoort"}],
            },
        ),
        ("question", {"question": "Waarom?", "answer": "<p>Daarom.</p>"}),
        (
            "table",
            {
                "title": "Aan tafel",
                "people": [
                    {"person": None, "name": "Els Dijkman", "about": "planner"},
                    {"person": make_person("Noor Aydin"), "name": "", "about": ""},
                ],
            },
        ),
        ("worked", {"worked": ["Een schrift"], "failed": ["Een bot"]}),
        (
            "reply",
            {"who": "De bouwer", "asked_on": date(2026, 11, 2), "answer": ""},
        ),
    ]


def _ways_on() -> list[tuple]:
    """What leads elsewhere."""
    return [
        (
            "embed",
            {"url": "https://youtu.be/abcdefghijk", "title": "De lijn", "text": ""},
        ),
        (
            "read_also",
            {"title": "Lees ook", "pages": [make_story_index(), make_story()]},
        ),
        (
            "call",
            {
                "text": "Meepraten?",
                "button": "Doe mee",
                "page": make_story_index(),
                "url": "",
            },
        ),
        ("file", {"document": make_document(), "text": "12 pagina’s"}),
        ("term", {"term": make_term(f"WFM {next(_number)}")}),
        ("note", {"text": "<p>Gelezen op feiten.</p>"}),
    ]


def make_full_story(**fields) -> StoryPage:
    """Everything that can stand on a story page."""
    return make_story(
        by=make_person(),
        topics=["planning", "opleiden"],
        photo=make_photo(size=(60, 40)),
        organisation=make_organisation(),
        body=[*_told(), *_asides(), *_ways_on()],
        **fields,
    )


def make_subscriber(
    email: str = "iris@voorbeeld.example",
    *,
    now: datetime,
    themes: list[Theme] = (),
    **fields,
) -> Subscriber:
    """Somebody who confirmed, and gets everything once a month unless told else."""
    reader = Reader.objects.create(email=email, asked_at=now, confirmed_at=now)
    fields = {"consent": 1, "asked_at": now, "confirmed_at": now, **fields}
    subscriber = Subscriber.objects.create(reader=reader, **fields)
    subscriber.themes.set(themes)
    return subscriber
