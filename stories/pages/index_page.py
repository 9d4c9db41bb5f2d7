"""The index of all stories, with its filters."""

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
        stories = story_filter.narrow(cards())
        pages = Paginator(stories, A_PAGE).get_page(request.GET.get("pagina"))
        pages.object_list = as_cards(pages.object_list)
        return context | {"filter": story_filter, "pages": pages}
