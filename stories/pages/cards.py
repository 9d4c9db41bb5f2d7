"""What cards show beside the story itself, fetched for a whole list at once."""

from collections.abc import Iterable

from home.pages.pictures import bring_renditions
from stories.pages.credits import Credit, Name


def bring_credits(stories: Iterable) -> None:
    """One query for everybody who had a part in one of these stories."""
    credited: dict[int, list[Name]] = {story.pk: [] for story in stories}
    for pk, name in Credit.objects.of_stories(credited):
        credited[pk].append(name)
    for story in stories:
        story.credited = credited[story.pk]


def as_cards(stories: Iterable) -> list:
    """Ready to be shown: two queries more, however many there are."""
    stories = list(stories)
    if stories:
        bring_renditions(story.photo for story in stories)
        bring_credits(stories)
    return stories
