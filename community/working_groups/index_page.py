"""The page that names all working groups."""

from django.db import models

from community.working_groups.group_page import groups_as_cards
from home.pages.base import BasePage


class WorkingGroupIndexPage(BasePage):
    """Each group with its question and its latest outcome."""

    template = "community/working_group_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["community.WorkingGroupPage"]
    max_count = 1
    page_description = "Het overzicht van alle werkgroepen"
    summary_field = "lead"

    lead = models.TextField(
        "inleiding",
        max_length=400,
        help_text="Wat werkgroepen zijn, in een paar zinnen.",
    )

    content_panels = [*BasePage.content_panels, "lead"]

    class Meta:
        verbose_name = "overzicht van werkgroepen"
        verbose_name_plural = "overzichten van werkgroepen"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "groups": groups_as_cards()}
