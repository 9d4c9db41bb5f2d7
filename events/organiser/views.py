"""Lists of events and ticket types, and their forms; saving is a service."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from events.orders.models import Pair
from events.organiser import reports
from events.organiser.filters import TicketFilters
from events.organiser.permissions import own, own_events
from events.organiser.refusals import REFUSALS, refusal_of
from events.organiser.services import (
    CodeNeedsIt,
    HasOrders,
    HasPage,
    remove_event,
    remove_ticket,
)
from events.tickets.models import Event
from home import dutch


def at_its_field(view, form, reason: Exception):
    """A service that refuses becomes an error at the field; what was typed stays."""
    form.add_error(*refusal_of(reason))
    view.produced_error_code = "validation_error"
    view.produced_error_message = view.get_error_message()
    return view.form_invalid(form)


class AddView(generic.CreateView):
    """A new event or ticket type."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except REFUSALS as reason:
            return at_its_field(self, form, reason)


class ChangeView(generic.EditView):
    """What was decided earlier, as far as it can still change."""

    def get_queryset(self):
        return own(self.model, self.request.user)

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except REFUSALS as reason:
            return at_its_field(self, form, reason)


class AddEventView(AddView):
    """Not in the past."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"now": timezone.now()}


def _named(buttons: list, dashboard: str) -> list:
    """What Wagtail calls inspecting is here how the sale goes."""
    for button in buttons:
        if button.url == dashboard:
            button.label = "Hoe het staat"
    return buttons


WHEN_AND_WHERE = {"starts_at", "ends_at", "venue", "address", "city"}
UNTOLD = (
    "Wie een kaartje heeft, weet nog niet van de andere tijd of plaats. Stuur hun "
    "een bericht."
)


def tell_of_rates(request, event: Event) -> None:
    """Of each type that needs another rate of VAT now; nothing changes by itself."""
    for ticket in reports.types_at_another_rate(event):
        address = reverse("organiser_tickets:edit", args=[ticket.pk])
        messages.warning(
            request,
            f"Een btw-tarief van {ticket.name} geldt niet op "
            f"{dutch.day_short(event.first_day)}. Wie al besteld heeft, houdt de "
            "factuur die er is.",
            buttons=[messages.button(address, "Kies een ander tarief")],
        )


class ChangeEventView(ChangeView):
    """Not into the past; who comes does not hear of it by itself."""

    def form_valid(self, form):
        answer = super().form_valid(form)
        if not form.errors:
            tell_of_rates(self.request, form.instance)
        sold = Pair.objects.of_event(form.instance).filter(state=Pair.State.SOLD)
        if not form.errors and WHEN_AND_WHERE & {*form.changed_data} and sold.exists():
            write = reverse("organiser_events:message", args=[form.instance.pk])
            button = messages.button(write, "Bericht sturen")
            messages.warning(self.request, UNTOLD, buttons=[button])
        return answer

    @property
    def header_more_buttons(self):
        return _named(super().header_more_buttons, self.get_inspect_url())

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"now": timezone.now()}


class RemoveView(generic.DeleteView):
    """Delete through a service; a refusal is a sentence, and nothing is gone."""

    def get_queryset(self):
        return own(self.model, self.request.user)

    def remove(self):
        raise NotImplementedError

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except HasOrders as reason:
            why = "Dit kan niet weg: er hoort al 1 bestelling bij."
            if reason.orders > 1:
                why = f"Dit kan niet weg: er horen al {reason.orders} bestellingen bij."
        except HasPage:
            why = (
                "Dit kan niet weg: er is een pagina die erover vertelt. "
                "Verwijder eerst die pagina."
            )
        except CodeNeedsIt as reason:
            why = (
                f"Dit kan niet weg: de kortingscode {reason.code} geldt alleen "
                "hiervoor. Kies daar eerst een andere soort, of verwijder de code."
            )
        messages.error(self.request, why)
        return HttpResponseRedirect(self.get_success_url())

    @transaction.atomic
    def delete_action(self):
        log(
            instance=self.object,
            action="wagtail.delete",
            user=self.request.user,
            deleted=True,
        )
        self.remove()


class RemoveEventView(RemoveView):
    """An event that nobody ordered."""

    def remove(self):
        remove_event(event=self.object)


class RemoveTicketView(RemoveView):
    """A type that nobody ordered."""

    def remove(self):
        remove_ticket(ticket=self.object)


class HistoryView(history.HistoryView):
    """Who changed the event or the ticket type itself."""

    def get_base_object_queryset(self):
        return own(self.model, self.request.user)


class UsageView(usage.UsageView):
    """Which pages refer to it."""

    def get_base_object_queryset(self):
        return own(self.model, self.request.user)


class EventListView(generic.IndexView):
    """Which events there are, and how the sale goes."""

    def get_base_queryset(self):
        return reports.with_sales(own(self.model, self.request.user))

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        return _named(buttons, self.get_inspect_url(instance))


class TicketListView(generic.IndexView):
    """Which types there are, and how many were sold."""

    filterset_class = TicketFilters

    def get_base_queryset(self):
        return reports.tickets_with_sales(own(self.model, self.request.user))


class OfEvent(WagtailAdminTemplateMixin, View):
    """Before a view of the desk about one event; another organiser's is a 404."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.event = get_object_or_404(own_events(request.user), pk=kwargs["pk"])

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organiser_events:index"), "label": "Evenementen"},
            {
                "url": reverse("organiser_events:inspect", args=[self.event.pk]),
                "label": self.event.name,
            },
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(event=self.event, **kwargs)


class DeskForm(WagtailAdminTemplateMixin, FormView):
    """A form in Wagtail's frame that says what will happen, and then does it."""

    template_name = "events/organiser/act.html"
    explanation = ""
    button = "Bewaar"
    refusals: dict[type[Exception], str] = {}

    def act(self, form) -> None:
        """One service; what it raises is in `refusals`."""
        raise NotImplementedError

    def form_valid(self, form):
        try:
            self.act(form)
        except tuple(self.refusals) as reason:
            form.add_error(None, self.refusals[type(reason)])
            return self.form_invalid(form)
        return redirect(self.get_success_url())

    def by_me_now(self) -> dict:
        """Who does it, and when: the last arguments of every act."""
        return {"by": self.request.user, "now": timezone.now()}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "media": context["form"].media,  # a calendar to choose a day from
            "explanation": self.explanation,
            "submit_button_label": self.button,
            "submit_button_active_label": "Bezig…",
        }
