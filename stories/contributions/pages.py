"""The page that asks people to write."""

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import TextBlock
from home.pages.base import BasePage
from stories.contributions.forms import PitchForm
from stories.contributions.models import ContributorSettings
from stories.pages.themes import Theme


class ContributePage(BasePage):
    """How it goes, what it may be about, what it earns, and the form."""

    template = "stories/contributions/contribute_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "Schrijf mee: uitleg en formulier"
    summary_field = "lead"

    lead = models.TextField("inleiding", max_length=400)
    body = StreamField([("text", TextBlock())], blank=True, verbose_name="uitleg")

    content_panels = [*Page.content_panels, "lead", "body"]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "pagina Schrijf mee"

    def get_context(self, request, *args, **kwargs):
        """Topics under their themes, and what the settings promise now."""
        return super().get_context(request, *args, **kwargs) | {
            "form": PitchForm(),
            "themes": Theme.objects.prefetch_related("topics"),
            "rule": ContributorSettings.load(),
        }
