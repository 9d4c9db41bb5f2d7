"""The page of one order in the back office, and the forms to do something about it."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views import generic

from events.cancellations.services import left_of
from events.guests import corrections, services
from events.guests.models import Guest
from events.organiser import reports
from events.organiser.one_order import acts
from events.organiser.one_order.forms import (
    BuyerForm,
    NoteForm,
    PersonForm,
    SendAgainForm,
)
from events.organiser.one_order.history import history_of
from events.organiser.permissions import own_orders
from events.organiser.views import DeskForm
from events.resales.services import may_put_back

REFUSALS: dict[type[Exception], str] = {
    acts.NothingToSend: "Dit valt niet meer te sturen: er is intussen iets veranderd.",
    corrections.IsTheBuyer: "Deze gastheer is de koper. Wijzig de gegevens van de "
    "koper; die van de gastheer gaan dan mee.",
    services.AlreadyNamed: "Er is intussen al iemand genoemd. Ververs de pagina.",
    services.AlreadyConfirmed: "De gast heeft intussen bevestigd en heeft een kaartje.",
    services.EventOver: "Het evenement is voorbij; bevestigen kan niet meer.",
    services.NotCurrent: "Dit kan niet meer: het duo is niet (meer) verkocht, of er is "
    "intussen iemand anders.",
    services.SamePerson: "Dit is het adres van wie er nu staat. Vul het adres van "
    "iemand anders in, of kies dat het dezelfde persoon is.",
    services.TooSoon: "De uitnodiging ging net al weg. Na 10 minuten kan het nog eens.",
}


class OrderView(generic.InspectView):
    """How it stands, and all that happened; nothing here opens a personal page."""

    page_title = "Bestelling"

    def get_object(self, queryset=None):
        if not self.user_has_permission("view"):
            raise PermissionDenied
        orders = reports.with_history(own_orders(self.request.user))
        return get_object_or_404(orders, pk=self.pk)

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "order": self.object,
            "history": history_of(self.object),
            "may_act": self.request.user.has_perm("events.change_order"),
            "sendable": acts.sendable(self.object),
            "left": left_of(self.object),
            "may_put_back": [
                pair.number
                for pair in self.object.pairs.all()
                if may_put_back(pair, now=timezone.now())
                and all(resale.ended_at for resale in pair.resales.all())
            ],
        }


@method_decorator(
    permission_required("events.change_order", raise_exception=True), name="dispatch"
)
class ActView(DeskForm):
    """Something about one order, and back to it."""

    done = ""
    refusals = REFUSALS

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        orders = reports.with_history(own_orders(request.user))
        self.order = get_object_or_404(orders, pk=kwargs["pk"])

    def form_valid(self, form):
        answer = super().form_valid(form)
        if not form.errors:
            messages.success(self.request, self.done)
        return answer

    def get_success_url(self):
        return reverse("organiser_orders:inspect", args=[self.order.pk])

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organiser_orders:index"), "label": "Bestellingen"},
            {
                "url": reverse("organiser_orders:inspect", args=[self.order.pk]),
                "label": self.order.reference,
            },
            {"url": "", "label": self.get_page_title()},
        ]


@permission_required("events.change_order", raise_exception=True)
@require_POST
def guest_seen(request, guest_id):
    """A guest with the mail domain of who asked them is fine; the order tells who."""
    guests = Guest.objects.select_related("pair__order")
    own = guests.filter(pair__order__in=own_orders(request.user))
    guest = get_object_or_404(own, pk=guest_id)
    acts.look_at(guest=guest, by=request.user, now=timezone.now())
    return redirect("organiser_orders:inspect", guest.pair.order_id)


class NoteView(ActView):
    """Something to remember."""

    form_class = NoteForm
    page_title = "Notitie maken"
    done = "De notitie staat erbij."

    def act(self, form):
        acts.note(
            order=self.order,
            text=form.cleaned_data["text"],
            **self.by_me_now(),
        )


class SendAgainView(ActView):
    """A mail that got lost."""

    form_class = SendAgainForm
    page_title = "Opnieuw sturen"
    explanation = "Dezelfde mail gaat nog eens naar hetzelfde adres, met dezelfde link."
    button = "Stuur nog eens"
    done = "De mail gaat nu nog eens weg."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"sendable": acts.sendable(self.order)}

    def act(self, form):
        acts.send_again(
            order=self.order,
            what=form.cleaned_data["what"],
            **self.by_me_now(),
        )


class BuyerView(ActView):
    """A name that was wrong, a new address, an invoice for another department."""

    form_class = BuyerForm
    page_title = "Gegevens van de koper wijzigen"
    explanation = (
        "Facturen die er al zijn veranderen niet. Een ander e-mailadres krijgt de "
        "bevestiging met een nieuwe link en, als de koper zelf gastheer is, een nieuw "
        "kaartje; de oude link en het oude kaartje werken dan niet meer."
    )
    done = "De gegevens van de koper zijn gewijzigd."

    def get_initial(self):
        order = self.order
        who = {"name": order.buyer_name, "email": order.buyer_email}
        return who | {name: getattr(order, name) for name in corrections.INVOICE_FIELDS}

    def act(self, form):
        acts.change_buyer(
            order=self.order,
            **self.by_me_now(),
            **form.cleaned_data,
        )


class PairView(ActView):
    """Of one pair, by its number in the order."""

    form_class = PersonForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        pairs = {pair.number: pair for pair in self.order.pairs.all()}
        if kwargs["number"] not in pairs:
            raise Http404
        self.pair = pairs[kwargs["number"]]
        self.pair.order = self.order

    def whom(self) -> dict[str, str]:
        """Who stands there now, if anybody does."""
        raise NotImplementedError

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"someone": bool(self.whom())}

    def get_initial(self):
        return self.whom()

    def answers(self, form) -> dict:
        return {
            "pair": self.pair,
            "name": form.cleaned_data["name"],
            "email": form.cleaned_data["email"],
            "is_other": form.is_other,
            **self.by_me_now(),
        }


class HostView(PairView):
    """Name a host, write one right, or put another in the place."""

    explanation = (
        "Een ander e-mailadres krijgt een nieuw kaartje; de oude link en het oude "
        "kaartje werken dan niet meer. Komt er iemand anders, dan mailen we dat ook "
        "aan wie er nu staat. De gast blijft."
    )
    done = "De gastheer is gewijzigd."

    def get_page_title(self):
        return f"Gastheer van duo {self.pair.number}"

    def whom(self):
        pair = self.pair
        if not pair.has_a_host:
            return {}
        return {"name": pair.host_name, "email": pair.host_email}

    def act(self, form):
        acts.change_host(**self.answers(form))


class GuestView(PairView):
    """Name a guest, write one right, or invite another; no deadline here."""

    explanation = (
        "De sluitdatum geldt hier niet. Een nieuwe gast krijgt een uitnodiging en "
        "bevestigt zelf; wie er nu staat krijgt bericht, en de oude link en het oude "
        "kaartje werken meteen niet meer."
    )
    done = "De gast is gewijzigd."

    def get_page_title(self):
        return f"Gast van duo {self.pair.number}"

    def whom(self):
        for guest in self.pair.guests.all():
            if guest.is_current:
                return {"name": guest.name, "email": guest.email}
        return {}

    def act(self, form):
        acts.change_guest(**self.answers(form))
