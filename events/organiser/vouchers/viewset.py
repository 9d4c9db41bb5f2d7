"""Codes in the back office, of the own events only."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.panels.group import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from events.organiser.views import AddView, ChangeView, HistoryView, UsageView
from events.organiser.vouchers.forms import VoucherForm
from events.organiser.vouchers.views import (
    RemoveVoucherView,
    VoucherListView,
)
from events.vouchers.models import Voucher
from home import dutch


def _discount(voucher: Voucher) -> str:
    if voucher.kind == Voucher.Kind.PERCENT:
        return f"{voucher.value.normalize():f}%".replace(".", ",")
    return dutch.euro(voucher.value)


class VoucherViewSet(ModelViewSet):
    """What a code takes off, for how many pairs, and what was used of it."""

    model = Voucher
    name = "kortingscodes"
    url_namespace = "organiser_vouchers"
    icon = "key"
    menu_label = "Kortingscodes"
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = VoucherListView
    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = RemoveVoucherView
    history_view_class = HistoryView
    usage_view_class = UsageView
    ordering = ["-event__starts_at", "code"]
    search_fields = ["code", "note", "event__name"]
    list_display = [
        "code",
        Column("note", label="Voor wie", accessor="note"),
        Column("event", label="Evenement", accessor="event.name"),
        Column("discount", label="Korting", accessor=_discount),
        Column(
            "used",
            label="Gebruikt",
            accessor=lambda voucher: f"{voucher.used} van {voucher.most}",
        ),
        Column(
            "keeps",
            label="Houdt plaatsen apart",
            accessor=lambda voucher: "ja" if voucher.keeps_places else "nee",
        ),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("event"),
            MultiFieldPanel(["code", "note"], heading="De code"),
            MultiFieldPanel(["kind", "value"], heading="Wat er af gaat"),
            MultiFieldPanel(["most", "keeps_places"], heading="Hoe vaak"),
            MultiFieldPanel(["valid_from", "valid_until"], heading="Wanneer"),
            FieldPanel("tickets"),
        ],
        base_form_class=VoucherForm,
    )
