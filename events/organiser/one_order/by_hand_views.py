"""The two forms that make an order: for nothing, or paid outside Stripe."""

from django.contrib.auth.decorators import permission_required
from django.urls import reverse
from django.utils.decorators import method_decorator
from wagtail.admin import messages

from events.orders.places import SoldOut
from events.organiser.one_order import made_by_hand
from events.organiser.one_order.by_hand_forms import GivePairsForm, SellPairsForm
from events.organiser.permissions import own_events
from events.organiser.views import DeskForm
from events.payments.outside import NothingToPay
from events.tickets.models import DuoTicket


@method_decorator(
    permission_required("events.add_order", raise_exception=True), name="dispatch"
)
class ByHandView(DeskForm):
    """Of the own events that are still to come."""

    button = "Maak de bestelling"
    refusals = {
        made_by_hand.CalledOff: "Dit evenement gaat niet door.",
        made_by_hand.EventOver: "Dit evenement is voorbij.",
        made_by_hand.MadeJustNow: "Deze bestelling is net al gemaakt: je vindt haar "
        "bij Bestellingen. Moet er echt nog zo een bij, wacht dan 10 minuten.",
        NothingToPay: "Dit duoticket kost niets. Kies bij Bestellingen voor Duo’s "
        "weggeven.",
    }

    def get_form_kwargs(self):
        now = self.by_me_now()["now"]
        events = own_events(self.request.user).filter(
            ends_at__gt=now, called_off_at=None
        )
        tickets = DuoTicket.objects.filter(event__in=events).select_related("event")
        listed = tickets.order_by("event__starts_at", "position", "pk")
        return super().get_form_kwargs() | {"tickets": listed}

    def form_valid(self, form):
        try:
            answer = super().form_valid(form)
        except SoldOut as reason:
            form.add_error("pairs", _there_are(reason))
            return self.form_invalid(form)
        if not form.errors:
            done = "De bestelling is gemaakt; de mail gaat weg."
            messages.success(self.request, done)
        return answer

    def get_success_url(self):
        return reverse("organiser_orders:inspect", args=[self.order.pk])

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organiser_orders:index"), "label": "Bestellingen"},
            {"url": "", "label": self.get_page_title()},
        ]


class GivePairsView(ByHandView):
    """Complimentary pairs."""

    form_class = GivePairsForm
    page_title = "Duo’s weggeven"
    explanation = (
        "Een bestelling zonder betaling, bijvoorbeeld voor een spreker of een partner. "
        "De gasten bevestigen zelf, net als bij een gekochte bestelling."
    )

    def act(self, form):
        asked = form.cleaned_data
        self.order = made_by_hand.give_pairs(
            ticket=asked["ticket"],
            pairs=asked["pairs"],
            to=form.to,
            why=asked["why"],
            **self.by_me_now(),
        )


class SellPairsView(ByHandView):
    """Of an organisation that cannot pay with iDEAL or a card."""

    form_class = SellPairsForm
    page_title = "Bestelling buiten Stripe om"
    explanation = (
        "Voor wie het geld overmaakte. Doe dit als het binnen is: de koper krijgt de "
        "bevestiging met een factuur waarop staat dat er betaald is. Geld dat later "
        "teruggaat, maak je zelf over; bij Geld staat wat er nog moet."
    )

    def act(self, form):
        asked = form.cleaned_data
        self.order = made_by_hand.sell_pairs(
            ticket=asked["ticket"],
            pairs=asked["pairs"],
            to=form.to,
            how=asked["how"],
            **self.by_me_now(),
        )


def _there_are(reason: SoldOut) -> str:
    left = f"Er zijn nog {reason.left} plaatsen."
    if reason.left < 2:
        left = "Er is nog 1 plaats." if reason.left else "Er is geen plaats meer."
    if not reason.offered:
        return left
    are = "is" if reason.offered == 1 else "zijn"
    offered = f"{reason.offered} {are} aangeboden aan wie op de wachtlijst staat"
    return f"{left} Nog {offered}."
