"""A series: stories that belong together, such as a row of portraits."""

from django.core.paginator import Paginator
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from home.blocks import TextBlock
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet
from stories.pages import structured_data
from stories.pages.cards import as_cards

A_PAGE = 24


class SeriesPage(BasePage):
    """What the series is after, and its stories."""

    template = "stories/series_page.html"
    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []
    page_description = "Een reeks verhalen die bij elkaar horen"
    summary_field = "lead"
    text_field = "body"
    found_as = ("verhalen", "Verhalen")

    lead = models.TextField("inleiding", max_length=400)
    rhythm = models.CharField(
        "verschijnt",
        max_length=80,
        blank=True,
        help_text="Bijvoorbeeld: elke eerste maandag van de maand.",
    )
    body = StreamField(
        [("text", TextBlock())], blank=True, verbose_name="over deze reeks"
    )

    objects = PageManager.from_queryset(OpenPageQuerySet)()

    content_panels = [*BasePage.content_panels, "lead", "rhythm", "body"]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.AutocompleteField("lead"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "reeks"
        verbose_name_plural = "reeksen"

    crumbs = [{"title": "Verhalen", "url": "/verhalen/"}]

    def get_context(self, request, *args, **kwargs):
        """The stories, 24 at a time."""
        context = super().get_context(request, *args, **kwargs)
        stories = self.stories.for_cards()
        pages = Paginator(stories, A_PAGE).get_page(request.GET.get("pagina"))
        pages.object_list = as_cards(pages.object_list)
        return context | {"pages": pages}

    def json_ld(self):
        return structured_data.of_list(self.title, self.url or "/verhalen/")
