"""Events, ticket types and orders in Wagtail's back office."""

from django.contrib.auth.models import Permission
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.panels.group import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from events.orders.models import Order
from events.organiser import reports
from events.organiser.forms import REFUSALS, EventForm, TicketForm, refusal_of
from events.organiser.services import (
    HasOrders,
    HasPage,
    remove_event,
    remove_ticket,
)
from events.tickets.models import DuoTicket, Event
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

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except REFUSALS as reason:
            return at_its_field(self, form, reason)


class RemoveView(generic.DeleteView):
    """Delete through a service; a refusal is a sentence, and nothing is gone."""

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


class EventListView(generic.IndexView):
    """Which events there are, and how the sale goes."""

    def get_base_queryset(self):
        return reports.events_for_list()


class TicketListView(generic.IndexView):
    """Which types there are, and how many were sold."""

    def get_base_queryset(self):
        return reports.tickets_for_list()


class OrderListView(generic.IndexView):
    """Who ordered what; found by name, mail address or reference."""

    is_searchable = True

    def get_base_queryset(self):
        return reports.orders_for_list()

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        return reports.search_orders(queryset, self.search_query)


class OrderView(generic.InspectView):
    """One order with its whole history; nothing here opens a personal page."""

    page_title = "Bekijken"

    def get_object(self, queryset=None):
        return get_object_or_404(reports.order_with_history(), pk=self.pk)

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "order": self.object, "mails": reports.mails_of(self.object)}


class EventViewSet(ModelViewSet):
    """What is on: when, where, for how many pairs and until when."""

    model = Event
    name = "evenementen"
    url_namespace = "organiser_events"
    icon = "calendar-alt"
    menu_label = "Evenementen"
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = EventListView
    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = RemoveEventView
    ordering = "-starts_at"
    search_fields = ["name", "city", "venue"]
    list_display = [
        "name",
        Column(
            "first_day",
            label="Eerste dag",
            accessor=lambda event: dutch.day_short(event.first_day),
            sort_key="starts_at",
        ),
        "city",
        Column(
            "sold",
            label="Verkocht",
            accessor=lambda event: f"{event.sold} van {event.capacity}",
        ),
        Column("held", label="Vastgehouden", accessor="held"),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([TitleFieldPanel("name"), "slug"], heading="Naam"),
            MultiFieldPanel(
                ["starts_at", "ends_at", "changes_until"], heading="Wanneer"
            ),
            MultiFieldPanel(["venue", "address", "city"], heading="Waar"),
            MultiFieldPanel(
                ["capacity", "age_limit", "home_sector"], heading="Wie erbij kan zijn"
            ),
            MultiFieldPanel(
                ["sales_from", "sales_until", "withdrawal"], heading="Verkoop"
            ),
        ],
        base_form_class=EventForm,
    )


class TicketViewSet(ModelViewSet):
    """What a pair costs, per type."""

    model = DuoTicket
    name = "duotickets"
    url_namespace = "organiser_tickets"
    icon = "tag"
    menu_label = "Duotickets"
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = TicketListView
    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = RemoveTicketView
    ordering = ["-event__starts_at", "position", "pk"]
    search_fields = ["name", "event__name"]
    list_filter = ["event"]
    list_display = [
        "name",
        Column("event", label="Evenement", accessor="event.name"),
        Column(
            "price",
            label="Prijs voor twee",
            accessor=lambda ticket: dutch.euro(ticket.price),
            sort_key="price",
        ),
        Column("sold", label="Verkocht", accessor="sold"),
        Column(
            "capacity",
            label="Hoogstens",
            accessor=lambda ticket: ticket.capacity or "als het evenement",
        ),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("event"),
            MultiFieldPanel(["name", "description"], heading="Wat je koopt"),
            MultiFieldPanel(["price", "vat_rate"], heading="Wat het kost"),
            MultiFieldPanel(
                ["capacity", "position"], heading="Hoeveel en in welke volgorde"
            ),
        ],
        base_form_class=TicketForm,
    )


class OrderViewSet(ModelViewSet):
    """Orders are made by buyers; an organiser looks."""

    model = Order
    name = "bestellingen"
    url_namespace = "organiser_orders"
    icon = "clipboard-list"
    menu_label = "Bestellingen"
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = OrderListView
    inspect_view_class = OrderView
    inspect_template_name = "events/organiser/order.html"
    form_fields = []
    ordering = ["-created_at", "-pk"]
    list_per_page = 50
    list_filter = ["event", "status"]
    list_display = [
        "reference",
        Column("status", label="Stand", accessor="get_status_display"),
        Column(
            "buyer_name", label="Koper", accessor="buyer_name", sort_key="buyer_name"
        ),
        Column("buyer_email", label="E-mailadres", accessor="buyer_email"),
        Column("pairs", label="Duo’s", accessor=lambda order: len(order.pairs.all())),
        Column("guests", label="Gasten bevestigd", accessor=reports.guests_confirmed),
        Column("total", label="Totaal", accessor=lambda order: dutch.euro(order.total)),
        Column("event", label="Evenement", accessor="event.name"),
        Column(
            "created_at",
            label="Begonnen op",
            accessor=lambda order: dutch.moment(order.created_at),
            sort_key="created_at",
        ),
    ]

    def get_urlpatterns(self):
        """The list and one order: there is no address to add, change or delete at."""
        kept = {"index", "index_results", "inspect"}
        return [path for path in super().get_urlpatterns() if path.name in kept]

    def get_permissions_to_register(self):
        return Permission.objects.filter(
            content_type__app_label="events", codename="view_order"
        )


class LookOnly(ModelPermissionPolicy):
    """Nobody adds, changes or deletes an order here, not even the operator."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)


class EventsGroup(ModelViewSetGroup):
    """The organiser's menu."""

    menu_label = "Evenementen"
    menu_icon = "calendar-alt"
    menu_order = 250
    items = (EventViewSet, TicketViewSet, OrderViewSet)
