"""Who says that they are somebody: confirm, or refuse with a reason."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from home.claims.forms import RefusalForm
from home.claims.models import Claim
from home.claims.services import NotOpen, OwnClaim, Taken, confirm_claim, refuse_claim
from home.numbers import row_number

A_PAGE = 25
REFUSALS = {
    NotOpen: "Hier is intussen al over besloten.",
    OwnClaim: "Over jezelf besluit een ander.",
    Taken: "Deze persoon of dit account hoort al bij iemand. Wijs het dus af.",
}


def may_decide(user) -> bool:
    return user.has_perm("home.change_claim")


class ClaimsView(WagtailAdminTemplateMixin, TemplateView):
    """What waits, the oldest first; or what was decided."""

    template_name = "home/claims/desk.html"
    page_title = "Dit ben ik"
    header_icon = "user"

    user: Any  # of the back office: somebody is logged in

    def dispatch(self, request, *args, **kwargs):
        self.user = request.user
        if not may_decide(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def post(self, request, *args, **kwargs):
        number = row_number(request.POST.get("claim", ""))
        asked = get_object_or_404(Claim, pk=number)
        form = RefusalForm(request.POST)
        is_refused = request.POST.get("act") == "refuse"
        if is_refused and not form.is_valid():
            messages.error(request, "Zeg waarom niet: wie het vroeg, leest dat.")
        else:
            reason = form.cleaned_data["reason"] if is_refused else None
            self._decide(asked, reason)
        return redirect(request.get_full_path())

    def _decide(self, asked: Claim, reason: str | None):
        by, now = self.user, timezone.now()
        try:
            if reason is None:
                confirm_claim(asked=asked, by=by, now=now)
            else:
                refuse_claim(asked=asked, reason=reason, by=by, now=now)
        except tuple(REFUSALS) as refusal:
            messages.warning(self.request, REFUSALS[type(refusal)])
        else:
            messages.success(self.request, "Besloten. Wie het vroeg, krijgt een mail.")

    def get_context_data(self, **kwargs):
        claims = Claim.objects.select_related("person__user", "user", "decided_by")
        all_of_them = "alles" in self.request.GET
        found = (
            claims.order_by("-asked_at", "-pk")
            if all_of_them
            else claims.open().order_by("asked_at", "pk")
        )
        return {
            **super().get_context_data(**kwargs),
            "pages": Paginator(found, A_PAGE).get_page(self.request.GET.get("pagina")),
            "all_of_them": all_of_them,
        }
