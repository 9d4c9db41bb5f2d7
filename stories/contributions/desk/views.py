"""The list of pieces, one piece, and the writers with what they earned."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from home.numbers import row_number
from stories.contributions.desk.forms import NoteForm, WriterForm
from stories.contributions.editing import (
    OPEN,
    NotOnTheDesk,
    ask,
    decline,
    make_story,
)
from stories.contributions.models import (
    Contribution,
    Contributor,
    ContributorSettings,
    Reward,
)
from stories.contributions.rules import short_of

A_PAGE = 25
Status = Contribution.Status


def may_edit_contributions(user) -> bool:
    return user.has_perm("stories.change_contribution")


class Desk(WagtailAdminTemplateMixin, TemplateView):
    """For who writes stories."""

    header_icon = "edit"

    user: Any  # of the back office: somebody is logged in

    def dispatch(self, request, *args, **kwargs):
        self.user = request.user
        if not may_edit_contributions(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("contributions"), "label": "Bijdragen"},
            {"url": "", "label": self.get_page_title()},
        ]


class ContributionsView(Desk):
    """What waits for an editor first."""

    template_name = "stories/contributions/desk/list.html"
    page_title = "Bijdragen"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        pieces = Contribution.objects.exclude(status=Status.ASKED)
        all_of_them = "alles" in self.request.GET
        if not all_of_them:
            pieces = pieces.filter(status__in=[*OPEN, Status.MADE])
        latest_first = F("handed_in_at").desc(nulls_last=True)
        pieces = pieces.defer("text").order_by(latest_first, "-pk")
        pages = Paginator(pieces, A_PAGE).get_page(self.request.GET.get("pagina"))
        return {
            **super().get_context_data(**kwargs),
            "pages": pages,
            "all_of_them": all_of_them,
        }


class ContributionView(Desk):
    """Read it, ask, decline, or make a story of it."""

    template_name = "stories/contributions/desk/piece.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        pieces = Contribution.objects.exclude(status=Status.ASKED)
        pieces = pieces.select_related("reader", "story")
        self.piece = get_object_or_404(pieces, pk=kwargs["pk"])

    def get_page_title(self):
        return self.piece.title

    def post(self, request, *args, **kwargs):
        act = request.POST.get("act")
        form: Any = NoteForm(request.POST)
        if act == "make":
            form = WriterForm(request.POST, name=self.piece.name)
        if not form.is_valid():
            name = "writer" if act == "make" else "form"
            context = self.get_context_data(**{name: form})
            return self.render_to_response(context, status=422)
        try:
            return self._act(act, **form.cleaned_data)
        except NotOnTheDesk:
            messages.warning(request, "Dit stuk ligt niet (meer) bij de redactie.")
        return redirect(request.path)

    def _act(self, act: str | None, **said):
        if act == "make":
            story = make_story(contribution=self.piece, by=self.user, **said)
            messages.success(
                self.request, "Het concept staat klaar, met de naam erbij."
            )
            return redirect("wagtailadmin_pages:edit", story.pk)
        act_on = decline if act == "decline" else ask
        by, now = self.user, timezone.now()
        act_on(contribution=self.piece, by=by, now=now, **said)
        messages.success(self.request, "De schrijver krijgt je bericht per mail.")
        return redirect(self.request.path)

    def get_context_data(self, **kwargs):
        piece = self.piece
        known = Contributor.objects.filter(reader=piece.reader_id)
        return {
            "form": NoteForm(),
            "writer": WriterForm(name=piece.name),
            "piece": piece,
            "is_on_the_desk": piece.status in OPEN,
            "known": known.select_related("person").first(),
            "photos": piece.photos.order_by("pk"),
            "notes": piece.notes.select_related("by").order_by("pk"),
            **super().get_context_data(**kwargs),
        }


class WritersView(Desk):
    """Who is one piece short stands first; and what everybody earned."""

    template_name = "stories/contributions/desk/writers.html"
    page_title = "Schrijvers"

    def post(self, request, *args, **kwargs):
        """An editor honoured the code."""
        number = row_number(request.POST.get("reward", ""))
        earned = Reward.objects.filter(pk=number)
        if earned.filter(redeemed_at=None).update(redeemed_at=timezone.now()):
            messages.success(request, "De code staat als ingewisseld.")
        return redirect(request.get_full_path())

    def get_context_data(self, **kwargs):
        rule = ContributorSettings.load()
        writers = Contributor.objects.with_figures().select_related("person", "reader")
        rewards = Prefetch("person__rewards", Reward.objects.order_by("round"))
        short = (F("rounds") + 1) * rule.pieces - F("pieces")
        writers = writers.alias(short=short).order_by("short", "person__name", "pk")
        pages = Paginator(writers.prefetch_related(rewards), A_PAGE)
        shown = pages.get_page(self.request.GET.get("pagina"))
        for writer in shown.object_list:
            earned = writer.rounds
            writer.short = short_of(writer.pieces, earned=earned, a_round=rule.pieces)
        return {
            **super().get_context_data(**kwargs),
            "pages": shown,
            "rule": rule,
            "today": timezone.localdate(),
        }
