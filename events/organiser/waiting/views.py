"""The waiting list of one event: who, in which order, since when, what was offered."""

from django.contrib.auth.decorators import permission_required
from django.db.models import Case, F, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.decorators import method_decorator
from django.views.generic import ListView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.orders.resales import Resale
from events.organiser.views import OfEvent
from events.tickets.models import Event
from events.waiting_list.models import WaitingEntry

State = WaitingEntry.State


def in_order(event: Event) -> QuerySet[WaitingEntry]:
    """Offers that stand, then the line with its numbers, then what is over.

    Who left is forgotten, so there is nobody to show."""
    rank = Case(
        When(state=State.OFFERED, then=Value(1)),
        When(state=State.WAITING, then=Value(2)),
        default=Value(3),
    )
    turn = [F("is_first").desc(), F("joined_at").asc(), F("pk").asc()]
    place = Window(RowNumber(), partition_by=F("state"), order_by=turn)
    known = event.waiting.exclude(state=State.LEFT).exclude(email="")
    return (
        known.select_related("ticket", "order")
        .annotate(rank=rank, place=place)
        .order_by("rank", *turn)
    )


@method_decorator(
    permission_required("events.view_order", raise_exception=True), name="dispatch"
)
class WaitingView(OfEvent, WagtailAdminTemplateMixin, ListView):
    """Nothing can be changed here: places are offered by themselves, in order."""

    template_name = "events/organiser/waiting.html"
    page_title = "Wachtlijst"
    header_icon = "list-ol"
    paginate_by = 50
    context_object_name = "entries"

    def get_queryset(self):
        return in_order(self.event)

    def get_context_data(self, **kwargs):
        resales = Resale.objects.standing().filter(pair__order__event=self.event)
        return super().get_context_data(put_back=resales.count(), **kwargs)
