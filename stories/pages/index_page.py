"""The index of all stories, with its filters."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from wagtail.models import Page
from wagtail.search import index

from home.pages.base import BasePage
from stories.pages.cards import as_cards
from stories.pages.filters import StoryFilter
from stories.pages.story_page import cards

A_PAGE = 24


class StoryIndexPage(BasePage):
    """Everything that was published, newest first."""

    template = "stories/story_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage", "stories.SeriesPage"]
    max_count = 1
    page_description = "Het overzicht van alle verhalen"
    summary_field = "lead"

    lead = models.TextField("inleiding", max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, "lead"]
    search_fields = [*Page.search_fields, index.SearchField("lead")]

    class Meta:
        verbose_name = "overzicht van verhalen"
        verbose_name_plural = "overzichten van verhalen"

    def get_context(self, request, *args, **kwargs):
        """One page of cards and the form that narrows them down."""
        context = super().get_context(request, *args, **kwargs)
        story_filter = StoryFilter(request.GET)
        paginator = Paginator(story_filter.narrow(cards()), A_PAGE)
        paginator.count = story_filter.number  # counted already
        pages = paginator.get_page(request.GET.get("pagina"))
        pages.object_list = as_cards(pages.object_list)
        address = self._known_as(story_filter, pages.number)
        return context | {"filter": story_filter, "pages": pages, "canonical": address}

    def _known_as(self, story_filter: StoryFilter, number: int) -> str:
        """A topic or a series alone has a page of its own."""
        given = story_filter.given
        if given in ([story_filter.topic], [story_filter.series]) and number == 1:
            own = {"onderwerp": "/onderwerpen/{}/", "reeks": f"{self.url}{{}}/"}
            return settings.SITE_URL + own[given[0].name].format(given[0].chosen)
        page = urlencode({"pagina": number}) if number > 1 else ""
        query = "&".join(filter(None, [story_filter.query, page]))
        return f"{self.canonical}?{query}" if query else self.canonical
