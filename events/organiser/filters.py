"""How the list of orders is narrowed down, and what an organiser should look at."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from events.guests.models import Guest
from events.orders.models import Order, Pair
from events.orders.resales import Resale
from events.organiser.permissions import own_events
from events.payments.models import Payment, Refund
from events.tickets.models import DuoTicket, Event

ATTENTION = {
    "any": "iets van hieronder",
    "no_host": "een gastheer ontbreekt",
    "no_guest": "een gast is nog niet genoemd",
    "unconfirmed": "een gast heeft nog niet bevestigd",
    "ask_again": "een gast moet opnieuw bevestigen",
    "same_domain": "een gast heeft het maildomein van koper of gastheer",
    "payment": "een betaling klopt niet",
    "refund": "een terugbetaling is mislukt",
}


def needing_attention(
    orders: QuerySet[Order], what: str, now: datetime
) -> QuerySet[Order]:
    """Those with this kind of loose end, or with any of them."""
    loose_ends = _loose_ends(now)
    if what == "any":
        anything = Q()
        for condition in loose_ends.values():
            anything |= Q(condition)
        return orders.filter(anything)
    return orders.filter(loose_ends[what])


def _loose_ends(now: datetime) -> dict[str, Exists]:
    """Of people until the event is over: after that we forget them. Of money always."""
    sold = Pair.objects.filter(
        order=OuterRef("pk"), state=Pair.State.SOLD, order__event__ends_at__gt=now
    )
    guests = Guest.objects.current().filter(
        pair__order=OuterRef("pk"),
        pair__state=Pair.State.SOLD,
        pair__order__event__ends_at__gt=now,
    )
    named = Guest.objects.current().values("pair")
    elsewhen = guests.filter(ground=Guest.Ground.AGE).exclude(
        judged_for=TruncDate("pair__order__event__starts_at")
    )
    payments = Payment.objects.filter(order=OuterRef("pk"))
    refunds = Refund.objects.filter(payment__order=OuterRef("pk"))
    return {
        "no_host": Exists(sold.filter(host_email="", order__paid_at__isnull=False)),
        "no_guest": Exists(sold.exclude(pk__in=named)),
        "unconfirmed": Exists(guests.filter(admitted_at=None)),
        "ask_again": Exists(elsewhen),
        "same_domain": Exists(guests.to_look_at()),
        "payment": Exists(payments.filter(status=Payment.Status.QUARANTINED)),
        "refund": Exists(refunds.filter(status=Refund.Status.FAILED)),
    }


def _choices(request) -> QuerySet[Event]:
    return own_events(request.user).order_by("-starts_at", "pk")


class TicketFilters(WagtailFilterSet):
    """The types of one event."""

    event = ModelChoiceFilter(label="Evenement", queryset=_choices)

    class Meta:
        model = DuoTicket
        fields = ["event"]


class OrderFilters(WagtailFilterSet):
    """Event, state, and what needs attention."""

    event = ModelChoiceFilter(label="Evenement", queryset=_choices)
    status = ChoiceFilter(label="Stand", choices=Order.Status.choices)
    put_back = ChoiceFilter(
        label="Teruggezet",
        choices=[("now", "een duo staat weer in de verkoop")],
        method="by_put_back",
    )
    attention = ChoiceFilter(
        label="Aandacht nodig", choices=[*ATTENTION.items()], method="by_attention"
    )

    class Meta:
        model = Order
        fields = ["event", "status", "put_back", "attention"]

    def by_put_back(self, orders, name, value):
        resales = Resale.objects.standing().filter(pair__order=OuterRef("pk"))
        return orders.filter(Exists(resales))

    def by_attention(self, orders, name, value):
        now = timezone.now()  # noqa: TID251  # this is the edge: the filter of a view
        return needing_attention(orders, value, now)
