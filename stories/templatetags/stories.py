"""Stories for pages of other apps, and how a story becomes a card."""

from django import template

from home.dutch import day_short
from stories.pages.cards import Card, as_cards
from stories.pages.story_page import StoryPage, cards

register = template.Library()


@register.simple_tag
def latest_stories(number: int = 4) -> list[Card]:
    """The newest featured story first, then the newest others, in 4 queries."""
    featured = list(cards().filter(featured=True)[:1])
    others = cards().exclude(pk__in=[pk for pk, *_ in featured])
    return as_cards([*featured, *others[: number - len(featured)]])


@register.simple_tag
def number_of_stories() -> int:
    """How many there are to read."""
    return StoryPage.objects.open().count()


@register.simple_tag
def story_line(story: Card) -> str:
    """When, by whom, and how long it takes to read."""
    minutes = story.reading_time
    length = f"{minutes} {'minuut' if minutes == 1 else 'minuten'}"
    return f"{day_short(story.date)} · {story.byline} · {length}"
