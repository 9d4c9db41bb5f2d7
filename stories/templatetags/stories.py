"""Stories for pages of other apps."""

from django import template

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
