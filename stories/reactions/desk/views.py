"""The queue: what waits and what was reported, and everything else to look back at."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from stories.reactions.desk.forms import RulingForm
from stories.reactions.models import A_RULE, Comment
from stories.reactions.moderation import TooLate, rule

A_PAGE = 25
ALL = "alles"


def may_moderate(user) -> bool:
    return user.has_perm("stories.change_comment")


class ModerationView(WagtailAdminTemplateMixin, TemplateView):
    """A page of comments, each with the decisions that make sense."""

    template_name = "stories/reactions/desk/moderation.html"
    page_title = "Reacties"
    header_icon = "comment"

    user: Any  # of the back office: somebody is logged in

    def dispatch(self, request, *args, **kwargs):
        self.user = request.user
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def post(self, request, *args, **kwargs):
        form = RulingForm(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(form.reasons))
        else:
            self._rule(**form.cleaned_data)
        return redirect(request.get_full_path())

    def _rule(self, *, comment: Comment, act: str, ground: str):
        by, now = self.user, timezone.now()
        try:
            ruling = rule(comment=comment, act=act, ground=ground, by=by, now=now)
        except TooLate:
            messages.warning(self.request, "Hier is intussen al over besloten.")
        else:
            done = ruling.get_act_display()
            messages.success(self.request, f"De reactie is {done}.")

    def get_context_data(self, **kwargs):
        all_of_them = ALL in self.request.GET
        said = Comment.objects.exclude(state=Comment.State.ASKED)
        if not all_of_them:
            said = said.to_look_at()
        said = said.select_related("story", "reader", "parent")
        said = said.prefetch_related("reports").order_by("-pk")
        pages = Paginator(said, A_PAGE).get_page(self.request.GET.get("pagina"))
        return {
            **super().get_context_data(**kwargs),
            "pages": pages,
            "all_of_them": all_of_them,
            "grounds": A_RULE,
        }
