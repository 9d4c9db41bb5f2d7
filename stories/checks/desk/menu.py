"""The way to it, at the foot of a story."""

from django.urls import reverse
from wagtail.admin.action_menu import ActionMenuItem

from stories.pages.story_page import StoryPage


class CheckMenuItem(ActionMenuItem):
    """For every story that was kept once."""

    name = "action-fact-check"
    label = "Feitencheck"
    icon_name = "check"
    order = 6

    def is_shown(self, context):
        page = context.get("page")
        return context["view"] == "edit" and isinstance(page, StoryPage)

    def get_url(self, parent_context):
        return reverse("story_checks", args=[parent_context["page"].pk])
