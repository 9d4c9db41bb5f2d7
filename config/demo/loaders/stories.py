"""The first floor: topics, series and stories."""

from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from config.demo import writing
from config.demo.days import days_before
from config.demo.loaders.blocks import as_block
from config.demo.loaders.home import photo
from config.demo.markup import line, rich
from config.demo.people import SERIES, TOPICS
from config.demo.pictures import PICTURES
from config.demo.stories import STORIES
from home.models import Organisation, Person
from stories.checks.models import OPEN_FOR
from stories.models import (
    Check,
    Credit,
    SeriesPage,
    StoryIndexPage,
    StoryPage,
    Theme,
    Topic,
)

CHECKED = "onze-chatbot-mislukte-dit-leerden-we"


def load(words: dict[str, str], now: datetime) -> dict[str, int]:
    """Oldest first, so that a story can link to what came before it."""
    index = StoryIndexPage.objects.get()
    oldest_first = sorted(STORIES, key=lambda story: -story.days_ago)
    return {
        "onderwerpen": sum(map(_topic, TOPICS)),
        "reeksen": sum(_series(index, row, now) for row in SERIES),
        "verhalen": sum(_story(index, story, words, now) for story in oldest_first),
        "feitenchecks": _checks(now),
    }


def publish(parent: Page, page: Page, moment: datetime) -> None:
    """Below its parent, with a first version, as if it was published at that moment."""
    parent.refresh_from_db()
    page.first_published_at = page.last_published_at = moment
    parent.add_child(instance=page)
    revision = page.save_revision()
    type(page).objects.filter(pk=page.pk).update(
        has_unpublished_changes=False,
        live_revision=revision,
        latest_revision_created_at=moment,
    )


def _topic(row: tuple[str, str]) -> int:
    slug, theme = row
    _, is_new = Topic.objects.get_or_create(
        slug=slug, defaults={"name": slug, "theme": Theme.objects.get(slug=theme)}
    )
    return int(is_new)


def _series(
    index: StoryIndexPage, row: tuple[str, str, str, str, str], now: datetime
) -> int:
    slug, title, lead, rhythm, text = row
    if index.get_children().filter(slug=slug).exists():
        return 0
    body = [("text", rich(text))]
    page = SeriesPage(slug=slug, title=title, lead=lead, rhythm=rhythm, body=body)
    publish(index, page, now)
    return 1


def _story(
    index: StoryIndexPage, story: writing.Story, words: dict[str, str], now: datetime
) -> int:
    if index.get_children().filter(slug=story.slug).exists():
        return 0
    page = StoryPage(
        slug=story.slug,
        title=story.title,
        kind=story.kind,
        kicker=story.kicker,
        lead=story.lead.format(**words),
        date=timezone.localdate(now) - timedelta(days=story.days_ago),
        photo=photo(story.photo) if story.photo else None,
        photo_caption=PICTURES[story.photo].note if story.photo else "",
        theme=Theme.objects.get(slug=story.theme),
        series=SeriesPage.objects.filter(slug=story.series).first(),
        organisation=Organisation.objects.filter(slug=story.organisation).first(),
        featured=story.featured,
        testable=story.kind == StoryPage.Kind.PRACTICE,
        body=[as_block(block, words) for block in story.body],
        from_elsewhere=story.from_elsewhere,
        interest=story.interest,
        source=story.source[0],
        source_url=story.source[1],
        magazine_issue=story.magazine_issue,
        corrections=[_correction(row, now) for row in story.corrections],
        mentions=[
            ("mention", {"name": name, "url": url}) for name, url in story.mentions
        ],
        picked=[
            ("story", page) for page in StoryPage.objects.filter(slug__in=story.picked)
        ],
    )
    page.credits = [_credit(part, name) for part, name in story.credits]
    page.topics.add(*Topic.objects.filter(slug__in=story.topics))
    publish(index, page, days_before(now, story.days_ago, hour=7))
    return 1


def _checks(now: datetime) -> int:
    """One, with a remark that was taken over; nothing is mailed."""
    story = StoryPage.objects.get(slug=CHECKED)
    if story.checks.exists():
        return 0
    asked_at = now - timedelta(days=70)
    story.checks.create(
        revision=story.latest_revision,
        name="Bas Terpstra",
        email="bas.terpstra@lichtmeer.example",
        asked_at=asked_at,
        open_until=asked_at + OPEN_FOR,
        answer=Check.Answer.REMARKS,
        remarks="Er stond dat 6 mensen eraan bouwden. Het waren er 7.",
        answered_at=asked_at + timedelta(days=2),
    )
    return 1


def _credit(part: str, name: str) -> Credit:
    """A person of that name, or else the organisation."""
    person = Person.objects.filter(name=name).first()
    if person is not None:
        return Credit(part=part, person=person)
    return Credit(part=part, organisation=Organisation.objects.get(name=name))


def _correction(row: tuple[int, str], now: datetime) -> tuple:
    days_ago, text = row
    day = timezone.localdate(now) - timedelta(days=days_ago)
    return "correction", {"day": day, "text": line(text)}
