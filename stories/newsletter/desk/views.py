"""Look at who gets an issue, send yourself a proof, send it, stop it."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from stories.newsletter.desk.figures import (
    by_theme,
    earlier_this_month,
    of_subscribers,
    progress_of,
    readers_of,
)
from stories.newsletter.desk.forms import PlanForm
from stories.newsletter.desk.permissions import may_compose
from stories.newsletter.models import Mailing
from stories.newsletter.pages import IssuePage
from stories.newsletter.sending import (
    AlreadyPlanned,
    NothingToStop,
    go_on,
    plan,
    send_proof,
    stop,
)

LIST = {"url_name": "nieuwsbrief:index", "label": "Nieuwsbrief"}


class Desk(WagtailAdminTemplateMixin, TemplateView):
    """In Wagtail's frame, below the list of issues."""

    header_icon = "mail"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(LIST["url_name"]), "label": LIST["label"]},
            {"url": "", "label": self.get_page_title()},
        ]


class SendView(Desk):
    """Who may edit an issue may proof it; who may publish it may send it."""

    template_name = "stories/newsletter/desk/send.html"
    page_title = "Proef en versturen"

    user: Any  # of the back office: somebody is logged in

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now, self.user = timezone.now(), request.user
        live = get_object_or_404(IssuePage, pk=kwargs["pk"])
        rights = live.permissions_for_user(request.user)
        if not rights.can_edit():
            raise PermissionDenied
        self.may_send = rights.can_publish()
        self.issue = live.get_latest_revision_as_object()
        self.mailing = Mailing.objects.filter(issue=live.pk).first()
        asked = request.POST if request.POST.get("act") == "send" else None
        self.form = PlanForm(asked, now=self.now)

    def post(self, request, *args, **kwargs):
        acts = {"send": self.send, "stop": self.stop, "go_on": self.go_on}
        wanted = request.POST.get("act")
        if wanted == "proof":
            self.proof()
        elif wanted in acts:
            if not self.may_send:
                raise PermissionDenied
            if not acts[wanted]():
                return self.render_to_response(self.get_context_data(), status=422)
        return redirect("newsletter_send", pk=self.issue.pk)

    def proof(self):
        to = self.user.email
        if not to:
            messages.error(self.request, "Er staat geen e-mailadres bij je account.")
            return
        try:
            send_proof(issue=self.issue, to=to)
        except OSError:
            messages.error(
                self.request,
                "De mailserver nam de proef niet aan. Probeer het straks nog eens.",
            )
        else:
            messages.success(self.request, f"De proef is onderweg naar {to}.")

    def send(self) -> bool:
        if not self.form.is_valid():
            return False
        at = self.form.cleaned_data["at"]
        try:
            plan(issue=self.issue, at=at, by=self.user, now=self.now)
        except AlreadyPlanned:
            messages.warning(self.request, "Dit nummer was al gepland of verstuurd.")
        except ValidationError as half:
            messages.error(self.request, f"Nog niet af: {self.fields_in(half)}.")
        return True

    def fields_in(self, half: ValidationError) -> str:
        """By the names that they have in the form."""
        fields = self.issue._meta.fields
        named = [field for field in fields if field.name in half.message_dict]
        return ", ".join(str(field.verbose_name) for field in named)

    def stop(self) -> bool:
        if self.mailing:
            try:
                stop(mailing=self.mailing, now=self.now)
            except NothingToStop:
                messages.warning(self.request, "Alles was al verstuurd.")
        return True

    def go_on(self) -> bool:
        if self.mailing:
            go_on(mailing=self.mailing)
        return True

    @property
    def is_changed(self) -> bool:
        """Whether somebody wrote on after it was planned."""
        planned = self.mailing and self.mailing.revision_id
        return bool(planned) and planned != self.issue.latest_revision_id

    def get_context_data(self, **kwargs):
        shown = {teaser.pk for teaser in self.issue.teasers_in()}
        items = self.issue.items.all()
        return {
            **super().get_context_data(**kwargs),
            "issue": self.issue,
            "mailing": self.mailing,
            "is_changed": self.is_changed,
            "progress": progress_of(self.mailing) if self.mailing else None,
            "readers": readers_of(self.issue),
            "themes": [theme.name for theme in self.issue.themes.all()],
            "earlier": earlier_this_month(self.issue, self.now),
            "is_empty": not shown,
            "left_out": [item.page for item in items if item.page_id not in shown],
            "may_send": self.may_send,
            "form": self.form,
            "media": self.form.media,
            "edit_address": reverse("wagtailadmin_pages:edit", args=[self.issue.pk]),
        }


class SubscribersView(Desk):
    """Numbers only: nobody needs the addresses to write a newsletter."""

    template_name = "stories/newsletter/desk/subscribers.html"
    page_title = "Abonnees"

    def dispatch(self, request, *args, **kwargs):
        if not may_compose(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        figures = of_subscribers(timezone.now())
        context = super().get_context_data(**kwargs)
        return {**context, "figures": figures, "themes": by_theme()}
