"""A plain page: colofon, privacy, terms, how it began."""

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import TextBlock
from home.pages.base import BasePage


class ContentPage(BasePage):
    """Text under a heading."""

    template = "home/content_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = "Een gewone pagina met tekst"
    summary_field = "lead"
    text_field = "body"

    lead = models.TextField("inleiding", max_length=400, blank=True)
    body = StreamField([("text", TextBlock())], blank=True, verbose_name="tekst")
    shows_details = models.BooleanField(
        "toon de gegevens van de site",
        default=False,
        help_text="Voor het colofon: naam, adres, KvK en btw-id.",
    )

    content_panels = [*BasePage.content_panels, "lead", "body", "shows_details"]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.AutocompleteField("lead"),
        index.AutocompleteField("body"),
    ]

    class Meta:
        verbose_name = "gewone pagina"
        verbose_name_plural = "gewone pagina’s"
