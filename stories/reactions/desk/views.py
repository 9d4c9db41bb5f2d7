"""The queue: what waits and what was reported, and everything else to look back at."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from stories.field_tests.models import FieldTest
from stories.reactions.desk.forms import TERMS, RulingForm
from stories.reactions.models import A_RULE, Comment, Ruling, Said
from stories.reactions.moderation import TooLate, ban, lift, rule

A_PAGE = 25
ALL = "alles"
DONE: dict[str, str] = dict.fromkeys([Ruling.Act.BAN, Ruling.Act.LIFT], "De schrijver")


def may_moderate(user) -> bool:
    return user.has_perm("stories.change_comment")


class ModerationView(WagtailAdminTemplateMixin, TemplateView):
    """A page of what readers wrote, each with the decisions that make sense."""

    template_name = "stories/reactions/desk/moderation.html"
    page_title = "Reacties"
    header_icon = "comment"
    model: type[Said] = Comment
    comes_with = ["parent"]
    and_with = ["reports"]

    user: Any  # of the back office: somebody is logged in

    def dispatch(self, request, *args, **kwargs):
        self.user = request.user
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def post(self, request, *args, **kwargs):
        form = RulingForm(request.POST, of=self.model)
        if not form.is_valid():
            messages.error(request, " ".join(form.reasons))
        else:
            self._rule(**form.cleaned_data)
        return redirect(request.get_full_path())

    def _rule(self, *, said: Any, act: str, ground: str, days: int):
        always: Any = {"said": said, "by": self.user, "now": timezone.now()}
        try:
            if act == Ruling.Act.BAN:
                ruling = ban(ground=ground, days=days, **always)
            elif act == Ruling.Act.LIFT:
                ruling = lift(**always)
            else:
                ruling = rule(act=act, ground=ground, **always)
        except TooLate:
            messages.warning(self.request, "Hier is intussen al over besloten.")
        else:
            messages.success(
                self.request, f"{DONE.get(act, 'Dat')} is {ruling.get_act_display()}."
            )

    def get_context_data(self, **kwargs):
        all_of_them = ALL in self.request.GET
        said: Any = self.model._default_manager.exclude(state=Said.State.ASKED)
        if not all_of_them:
            said = said.to_look_at()
        said = said.select_related("story", "reader", *self.comes_with)
        bans = Ruling.objects.banning(timezone.now())
        bans = Prefetch("reader__bans", bans, to_attr="banned")
        said = said.prefetch_related(*self.and_with, bans).order_by("-pk")
        pages = Paginator(said, A_PAGE).get_page(self.request.GET.get("pagina"))
        return {
            **super().get_context_data(**kwargs),
            "pages": pages,
            "all_of_them": all_of_them,
            "grounds": A_RULE,
            "terms": TERMS,
            "here": self.request.path,
        }


class ReasonsView(ModerationView):
    """What readers wrote with their verdict on a practice story."""

    page_title = "Praktijktoets"
    header_icon = "glasses"
    model = FieldTest
    comes_with = []
    and_with = []
