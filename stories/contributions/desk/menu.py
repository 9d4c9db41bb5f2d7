"""The way in for editors."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from stories.contributions.desk.views import may_edit_contributions
from stories.contributions.models import Contribution


class ContributionsMenuItem(MenuItem):
    """For who writes stories."""

    def __init__(self):
        super().__init__(
            "Bijdragen", reverse("contributions"), icon_name="edit", order=105
        )

    def is_shown(self, request):
        return may_edit_contributions(request.user)


class HandedInPanel(Component):
    """How many pieces wait for an editor; nothing when none do."""

    order = 110
    template_name = "stories/contributions/desk/panel.html"

    def get_context_data(self, parent_context):
        waiting = Contribution.objects.filter(status=Contribution.Status.HANDED_IN)
        return {"waiting": waiting.count()}
