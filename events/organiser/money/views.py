"""One page about the money with its buttons, and one for each payout."""

from datetime import timedelta

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import ListView, TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import any_permission_required
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.ledger.days import days, sums
from events.ledger.matters import find, in_words, waiting
from events.ledger.models import Check, Movement, Payout
from events.organiser.exports.rows import line_of_payout
from events.organiser.exports.views import Download
from events.organiser.money import acts
from events.organiser.money.forms import DecisionForm
from events.organiser.permissions import ALL_MONEY, orders_on_money_page, own_events
from events.payments import excess, quarantine, refunds, stripe_api
from home import dutch

RIGHTS = ("events.view_order", ALL_MONEY)
RIGHTS_TO_DECIDE = ("events.change_order", ALL_MONEY)
ON_A_PAGE = 20
DAYS_ON_A_PAGE = 31
PAYOUTS_ON_A_PAGE = 10
FRESH = timedelta(hours=3)
SILENT = "Stripe antwoordt op dit moment niet. Probeer het over een minuut opnieuw."
REFUSALS: dict[type[Exception], str] = {
    refunds.NoNote: "Schrijf er kort bij waarom, of hoe.",
    excess.NothingTooMuch: "Dit is intussen al geregeld.",
    refunds.NothingFailed: "Dit is intussen al geregeld.",
    quarantine.NotWaiting: "Hier is intussen al over besloten.",
    quarantine.NotPaid: "Er is niets betaald. Kies ‘Geld terug’: dan komen de plaatsen "
    "vrij.",
    quarantine.BankDecides: "De bank heeft nog geen uitslag gegeven. Kies opnieuw als "
    "die er is.",
    quarantine.OtherAmount: "Het bedrag klopt niet met de bestelling. Kies ‘Geld "
    "terug’; de koper kan opnieuw bestellen.",
    stripe_api.Unreachable: SILENT,
    stripe_api.Refused: SILENT,
    stripe_api.NotOpen: SILENT,
}


@method_decorator(any_permission_required(*RIGHTS), name="dispatch")
class MoneyView(WagtailAdminTemplateMixin, TemplateView):
    """ "Alles klopt", with the sums per day beside Stripe's; or what waits."""

    template_name = "events/organiser/money.html"
    page_title = "Geld"
    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        now = timezone.now()
        finished = Check.objects.filter(finished_at__isnull=False)
        last = finished.order_by("-began_at").first()
        user, asked = self.request.user, self.request.GET
        orders = orders_on_money_page(user)
        lines = Paginator(waiting(now=now, orders=orders), ON_A_PAGE).get_page(
            asked.get("b")
        )
        payouts = Payout.objects.with_sums().order_by("-arrives_on", "-pk")
        on = Paginator(days(orders), DAYS_ON_A_PAGE).get_page(asked.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "lines": lines,
            "matters": in_words(lines, now=now),
            "is_all": orders is None,
            "own": set(own_events(user).values_list("pk", flat=True)),
            "needs_a_note": acts.NEEDS_A_NOTE,
            "last": last,
            "is_fresh": last is not None and now < last.began_at + FRESH,
            "payouts": orders is None
            and Paginator(payouts, PAYOUTS_ON_A_PAGE).get_page(asked.get("u")),
            "days": on,
            "sums": sums(on, orders),
            "may_act": any(map(user.has_perm, RIGHTS_TO_DECIDE)),
        }


@any_permission_required(*RIGHTS_TO_DECIDE)
@require_POST
def decide(request, kind, about, what):
    """One act about one matter that this organiser may see."""
    now = timezone.now()
    matter = find(kind, about, now=now, orders=orders_on_money_page(request.user))
    form = DecisionForm(request.POST)
    if matter is None:
        messages.warning(request, REFUSALS[refunds.NothingFailed])
    elif what not in dict(matter.acts):
        raise Http404
    elif not form.is_valid():
        messages.error(request, "De notitie kan niet zo. Hoogstens 280 tekens.")
    else:
        note = form.cleaned_data["note"]
        try:
            acts.act(matter=matter, what=what, note=note, by=request.user, now=now)
            messages.success(request, f"Genoteerd: {dict(matter.acts)[what].lower()}.")
        except tuple(REFUSALS) as reason:
            messages.error(request, REFUSALS[type(reason)])
    return redirect("organiser_money:index")


whole_account_only = method_decorator(
    permission_required(ALL_MONEY, raise_exception=True), name="dispatch"
)


@whole_account_only
class PayoutView(WagtailAdminTemplateMixin, ListView):
    """Its lines, oldest first; it crosses events, so no organiser's alone."""

    template_name = "events/organiser/payout.html"
    header_icon = "clipboard-list"
    paginate_by = 50
    context_object_name = "lines"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        payouts = Payout.objects.with_sums()
        self.payout = get_object_or_404(payouts, pk=kwargs["pk"])

    def get_page_title(self):
        return f"Uitbetaling van {dutch.day_short(self.payout.arrives_on)}"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organiser_money:index"), "label": "Geld"},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_queryset(self):
        return lines_of(self.payout)

    def get_context_data(self, **kwargs):
        return super().get_context_data(payout=self.payout, **kwargs)


@whole_account_only
class PayoutSheet(Download):
    """The same lines for the bookkeeper."""

    def get(self, request, pk, file_format):
        payout = get_object_or_404(Payout, pk=pk)
        if file_format not in self.FORMATS:
            raise Http404
        rows = map(line_of_payout, lines_of(payout).iterator())
        name = f"uitbetaling-{payout.arrives_on.isoformat()}"
        return self.download("uitbetaling", rows, name, file_format)


def lines_of(payout: Payout):
    lines = Movement.objects.filter(payout=payout)
    return lines.select_related("payment__order__event").order_by("at", "pk")
