"""The kinds of source that this package knows itself: stories and other outcomes."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef

from community.traces.models import Trace
from community.traces.sources import Source, Told, comes_from
from community.working_groups.outcome_page import OutcomePage
from home.pages.base import shown_with_it
from stories.models import StoryPage


def _pages(model):
    def tell(pks: Iterable[int]) -> dict[int, Told]:
        pages = model.objects.open().filter(pk__in=pks)
        return {page.pk: Told(page.title, page.url) for page in pages.only(*COLUMNS)}

    return tell


COLUMNS = ["title", "url_path", "slug", "path", "depth", "locale"]


def _stories(group):
    """Of the theme of the group first."""
    stories = StoryPage.objects.open().order_by("-date", "-pk")
    return stories.filter(theme=group.theme_id)


def _outcomes(group):
    return OutcomePage.objects.for_list()


comes_from(Source(StoryPage, "verhaal", _pages(StoryPage), _stories))
comes_from(Source(OutcomePage, "uitkomst", _pages(OutcomePage), _outcomes))


@shown_with_it("StoryPage", "is_traced")
def is_traced() -> Exists:
    """Whether anything came of it: most stories then ask no further."""
    kind = ContentType.objects.filter(app_label="stories", model="storypage")
    return Exists(Trace.objects.filter(content_type__in=kind, object_id=OuterRef("pk")))
