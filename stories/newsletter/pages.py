"""The page of the newsletter: what it is, and where one joins."""

from django.db import models
from wagtail.models import Page
from wagtail.search import index

from home.pages.base import BasePage
from stories.newsletter.forms import SignUpForm


class NewsletterPage(BasePage):
    """What a reader gets, the form."""

    template = "stories/newsletter/newsletter_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "De nieuwsbrief: aanmelden"
    summary_field = "lead"

    lead = models.TextField("inleiding", max_length=400)

    content_panels = [*Page.content_panels, "lead"]
    search_fields = [*Page.search_fields, index.SearchField("lead")]

    class Meta:
        verbose_name = "pagina van de nieuwsbrief"
        verbose_name_plural = "pagina’s van de nieuwsbrief"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"form": SignUpForm()}
