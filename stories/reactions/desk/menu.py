"""The way in: a menu item, and what waits on the first page of the back office."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from stories.field_tests.models import FieldTest
from stories.reactions.desk.views import may_moderate
from stories.reactions.models import Comment


class ModerationMenuItem(MenuItem):
    """For moderators."""

    def __init__(self):
        address = reverse("moderation")
        super().__init__("Reacties", address, icon_name="comment", order=120)

    def is_shown(self, request):
        return may_moderate(request.user)


class WaitingPanel(Component):
    """How much waits for somebody to look at; nothing when nothing does."""

    order = 120
    template_name = "stories/reactions/desk/panel.html"

    def get_context_data(self, parent_context):
        return {
            "waiting": Comment.objects.to_look_at().count(),
            "reasons": FieldTest.objects.to_look_at().count(),
        }
