"""Ask for a fact check, and see what came of it, beside the story."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from stories.checks.forms import AskForm
from stories.checks.models import OPEN_FOR
from stories.checks.services import NothingToRead, ask
from stories.pages.story_page import StoryPage


class ChecksView(WagtailAdminTemplateMixin, TemplateView):
    """For who may edit the story."""

    template_name = "stories/checks/desk.html"
    page_title = "Feitencheck"
    header_icon = "check"

    user: Any  # of the back office: somebody is logged in

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now, self.user = timezone.now(), request.user
        self.story = get_object_or_404(StoryPage, pk=kwargs["pk"])
        if not self.story.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.form = AskForm(request.POST or None)

    def post(self, request, *args, **kwargs):
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        asked = self.form.cleaned_data
        try:
            ask(story=self.story, by=self.user, now=self.now, **asked)
        except NothingToRead:
            messages.error(request, "Bewaar het verhaal eerst als concept.")
        else:
            messages.success(request, f"De vraag is onderweg naar {asked['email']}.")
        return redirect("story_checks", pk=self.story.pk)

    def get_page_subtitle(self):
        """Of which story: the way that leads here is folded up."""
        return self.story.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("verhalen:index"), "label": "Verhalen"},
            {
                "url": reverse("wagtailadmin_pages:edit", args=[self.story.pk]),
                "label": self.story.get_admin_display_title(),
            },
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        checks = self.story.checks.select_related("asked_by").order_by("-asked_at")
        return super().get_context_data(
            **kwargs,
            story=self.story,
            form=self.form,
            checks=[(check, check.is_open(self.now)) for check in checks],
            days=OPEN_FOR.days,
            latest=self.story.latest_revision_id,
        )
