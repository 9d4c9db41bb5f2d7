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
from tests.factories.home import make_organisation, make_person, make_photo, make_site

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


def make_full_story(**fields) -> StoryPage:
    """Everything that can stand on a story page."""
    photo = make_photo(size=(60, 40), note="Genomen vóór de verhuizing")
    return make_story(
        by=make_person(),
        topics=["planning", "opleiden"],
        photo=make_photo(size=(60, 40)),
        organisation=make_organisation(),
        body=[
            ("text", "<h2>Kop</h2><p>Wie de lift uitstapt, ziet een scherm.</p>"),
            ("photo", {"photo": photo, "caption": "Aan de koffietafel"}),
            ("quote", {"text": "Wie ons belt, zit vast.", "source": "Sander"}),
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
                    "people": [{"name": "Els Dijkman", "about": "planner"}],
                },
            ),
            ("note", {"text": "<p>Gelezen op feiten.</p>"}),
        ],
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
