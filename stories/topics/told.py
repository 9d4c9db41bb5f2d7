"""Topics of which something can be read."""

from django.db.models import Count, Q, QuerySet

from home.search.themes import TOLD
from home.search.vocabulary import NAMES
from stories.pages.story_page import StoryPage
from stories.pages.themes import Theme, Topic


def topics_with_number(stories: QuerySet | None = None) -> QuerySet:
    """Every topic with `number`: how many of these stories are about it."""
    if stories is None:
        stories = StoryPage.objects.open()
    among = Q(story_topics__content_object__in=stories.order_by().values("pk"))
    number = Count("story_topics", filter=among)
    return Topic.objects.annotate(number=number).order_by("name")


def told() -> QuerySet:
    """The topics that have a page; each with its theme and `number`."""
    return topics_with_number().filter(number__gt=0).select_related("theme")


TOLD.append(lambda: Theme.objects.values_list("slug", "name"))
NAMES.append(lambda: told().order_by().values_list("name"))
