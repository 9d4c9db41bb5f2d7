"""Ask the organisation of a practice story for its answer, or take that away."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from stories.field_tests.forms import AskForm
from stories.field_tests.models import LINK_LASTS, Reply
from stories.field_tests.services import ask_organisation
from stories.models import StoryPage


class AskView(WagtailAdminTemplateMixin, TemplateView):
    """For who may edit the story."""

    template_name = "stories/field_tests/desk/ask.html"
    page_title = "Praktijktoets"
    header_icon = "glasses"

    user: Any  # of the back office: somebody is logged in

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.story = get_object_or_404(StoryPage, pk=kwargs["pk"])
        self.user = request.user
        if not self.story.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if not self.story.is_tested:
            raise Http404
        self.reply = Reply.objects.filter(story=self.story).first()

    def get_page_subtitle(self):
        """Of which story: the way that leads here is folded up."""
        return self.story.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self._edit_address, "label": self.story.title},
            {"url": "", "label": self.page_title},
        ]

    @property
    def _edit_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.story.pk])

    def post(self, request, *args, **kwargs):
        if "weg" in request.POST:
            Reply.objects.filter(story=self.story).delete()
            messages.success(request, "Weg, en de link werkt niet meer.")
            return redirect(request.path)
        if not self.story.live:
            messages.warning(request, "Dit kan zodra het verhaal op de site staat.")
            return redirect(request.path)
        form = AskForm(request.POST)
        if not form.is_valid():
            context = self.get_context_data(form=form)
            return self.render_to_response(context, status=422)
        email, by = form.cleaned_data["email"], self.user
        ask_organisation(story=self.story, email=email, by=by, now=timezone.now())
        messages.success(request, f"De link is onderweg naar {email}.")
        return redirect(request.path)

    def get_context_data(self, **kwargs):
        return {
            "form": AskForm(),
            "story": self.story,
            "reply": self.reply,
            "days": LINK_LASTS.days,
            "edit_address": self._edit_address,
            **super().get_context_data(**kwargs),
        }


class AskMenuItem(ActionMenuItem):
    """At a practice story with the field test on."""

    name = "action-field-test"
    label = "Praktijktoets"
    icon_name = "glasses"
    order = 6

    def is_shown(self, context):
        page = context.get("page")
        is_story = context["view"] == "edit" and isinstance(page, StoryPage)
        return is_story and page.is_tested

    def get_url(self, parent_context):
        return reverse("field_test_ask", args=[parent_context["page"].pk])
