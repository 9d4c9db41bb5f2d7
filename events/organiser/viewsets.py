"""Events, ticket types and orders in Wagtail's back office."""

from django.contrib.auth.models import Permission
from django.forms import CheckboxSelectMultiple
from django.urls import path, reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.admin.panels.group import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets.button import Button

from events.orders.models import Order
from events.organiser import reports
from events.organiser.calling_off.views import CallOffView
from events.organiser.copying.views import CopyEventView
from events.organiser.dashboard.views import DashboardView
from events.organiser.exports.views import ExportView
from events.organiser.filters import OrderFilters
from events.organiser.forms import EventForm, TicketForm
from events.organiser.messages.views import MessageView
from events.organiser.money.viewset import MoneyViewSet
from events.organiser.moving.views import MoveView
from events.organiser.one_order.by_hand_views import GivePairsView, SellPairsView
from events.organiser.one_order.money_views import CancelView, RefundView
from events.organiser.one_order.views import (
    BuyerView,
    GuestView,
    HostView,
    NoteView,
    OrderView,
    SendAgainView,
    guest_seen,
)
from events.organiser.permissions import own_orders
from events.organiser.privacy.viewset import PersonViewSet
from events.organiser.resales.views import put_back, take_back
from events.organiser.views import (
    AddEventView,
    AddView,
    ChangeEventView,
    ChangeView,
    EventListView,
    HistoryView,
    RemoveEventView,
    RemoveTicketView,
    TicketListView,
    UsageView,
)
from events.organiser.vouchers.viewset import VoucherViewSet
from events.organiser.waiting.views import WaitingView
from events.tickets.models import DuoTicket, Event
from home import dutch


class OrderListView(generic.IndexView):
    """Who ordered what; found by name, mail address or reference."""

    is_searchable = True

    filterset_class = OrderFilters

    def get_base_queryset(self):
        return reports.for_list(own_orders(self.request.user))

    @cached_property
    def add_item_label(self):
        return "Duo’s weggeven"

    @property
    def header_more_buttons(self):
        sell = Button(
            SellPairsView.page_title,
            url=reverse("organiser_orders:sell"),
            icon_name="plus",
        )
        may = self.request.user.has_perm("events.add_order")
        return super().header_more_buttons + [sell] * may

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        return reports.search_orders(queryset, self.search_query)


class EventViewSet(ModelViewSet):
    """What is on: when, where, for how many pairs and until when."""

    model = Event
    name = "evenementen"
    url_namespace = "organiser_events"
    icon = "calendar-alt"
    menu_label = "Evenementen"
    add_to_reference_index = False
    inspect_view_enabled = True
    inspect_view_class = DashboardView
    inspect_template_name = DashboardView.template_name
    index_view_class = EventListView
    add_view_class = AddEventView
    edit_view_class = ChangeEventView
    delete_view_class = RemoveEventView
    history_view_class = HistoryView
    usage_view_class = UsageView
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
        Column("waiting", label="Op de wachtlijst", accessor="waiting_number"),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([TitleFieldPanel("name"), "slug"], heading="Naam"),
            MultiFieldPanel(
                ["starts_at", "ends_at", "changes_until"], heading="Wanneer"
            ),
            MultiFieldPanel(["venue", "address", "city"], heading="Waar"),
            MultiFieldPanel(
                ["capacity", "age_limit", "home_sector", "offer_hours"],
                heading="Wie erbij kan zijn",
            ),
            MultiFieldPanel(
                ["sales_from", "sales_until", "withdrawal"], heading="Verkoop"
            ),
            MultiFieldPanel(
                ["cancel_free_until", "cancel_fee", "cancel_until"],
                heading="Annuleren door de koper",
                help_text="Leeg: een koper annuleert niet zelf. Wie al besteld heeft, "
                "houdt de regels van toen.",
            ),
            MultiFieldPanel(
                [FieldPanel("organisers", widget=CheckboxSelectMultiple)],
                heading="Wie het regelt",
            ),
        ],
        base_form_class=EventForm,
    )

    @property
    def copy_view(self):
        """With a form of its own: a name and a day."""
        return CopyEventView.as_view()

    def get_urlpatterns(self):
        export = "<int:pk>/export/<slug:what>.<slug:file_format>"
        return [
            *super().get_urlpatterns(),
            path(export, ExportView.as_view(), name="export"),
            path("<int:pk>/bericht/", MessageView.as_view(), name="message"),
            path("<int:pk>/wachtlijst/", WaitingView.as_view(), name="waiting"),
            path("<int:pk>/verzetten/", MoveView.as_view(), name="move"),
            path("<int:pk>/niet-door/", CallOffView.as_view(), name="call_off"),
        ]

    def get_permissions_to_register(self):
        """To look is for who may change."""
        return super().get_permissions_to_register().exclude(codename="view_event")


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
    history_view_class = HistoryView
    usage_view_class = UsageView
    ordering = ["-event__starts_at", "position", "pk"]
    search_fields = ["name", "event__name"]
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
            MultiFieldPanel(
                [
                    "price",
                    InlinePanel("tiers", label="vroegboekprijs"),
                    "vat_rate",
                    "vat_text",
                ],
                heading="Wat het kost",
            ),
            MultiFieldPanel(
                ["part_price", "part_rate", "part_name"],
                heading="Eten en drinken in de prijs",
                classname="collapsed",
                help_text="Alleen invullen als daar een ander btw-tarief voor geldt "
                "dan voor het duoticket zelf. Op de factuur staat het dan apart.",
            ),
            MultiFieldPanel(
                ["sales_from", "sales_until", "only_with_code"], heading="Verkoop"
            ),
            MultiFieldPanel(
                [
                    "capacity",
                    "least_pairs",
                    "most_pairs",
                    "most_per_buyer",
                    "position",
                ],
                heading="Hoeveel en in welke volgorde",
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
        pair = "<int:pk>/duo/<int:number>/"
        return [
            *(each for each in super().get_urlpatterns() if each.name in kept),
            path("weggeven/", GivePairsView.as_view(), name="add"),
            path("<int:pk>/notitie/", NoteView.as_view(), name="note"),
            path("<int:pk>/opnieuw/", SendAgainView.as_view(), name="send_again"),
            path("buiten-stripe/", SellPairsView.as_view(), name="sell"),
            path("<int:pk>/annuleren/", CancelView.as_view(), name="cancel"),
            path("<int:pk>/terugbetalen/", RefundView.as_view(), name="refund"),
            path("<int:pk>/koper/", BuyerView.as_view(), name="buyer"),
            path(f"{pair}gastheer/", HostView.as_view(), name="host"),
            path(f"{pair}gast/", GuestView.as_view(), name="guest"),
            path(f"{pair}terugzetten/", put_back, name="put_back"),
            path(f"{pair}terugnemen/", take_back, name="take_back"),
            path("gast/<int:guest_id>/bekeken/", guest_seen, name="guest_seen"),
        ]

    def get_permissions_to_register(self):
        return Permission.objects.filter(
            content_type__app_label="events",
            codename__in=["view_order", "add_order", "change_order"],
        )


class EventsGroup(ModelViewSetGroup):
    """The organiser's menu."""

    menu_label = "Evenementen"
    menu_icon = "calendar-alt"
    menu_order = 250
    items = (
        EventViewSet,
        TicketViewSet,
        VoucherViewSet,
        OrderViewSet,
        MoneyViewSet,
        PersonViewSet,
    )
