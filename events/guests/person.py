"""All there is of one mail address in orders and pairs, and how it is taken out."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from events.guests.models import FormerBuyer, FormerHost, Guest
from events.guests.services import decline
from events.orders.models import Order, Pair, new_code, new_secret
from events.orders.resales import Resale
from events.orders.services import release
from home.privacy.keepers import NOBODY, Rows

TYPED_BY_THE_BUYER = [
    "buyer_name",
    "buyer_email",
    "organisation",
    "street",
    "postal_code",
    "city",
    "vat_id",
    "purchase_order",
]


class StillComing(Exception):
    """Who bought for an event that is not over needs the order; `events` names them."""

    def __init__(self, events: list[str]) -> None:
        super().__init__(events)
        self.events = events


def about(email: str) -> dict[str, Rows]:
    """No link and no code: those open a page of somebody's."""
    orders = Order.objects.filter(buyer_email__iexact=email).select_related("event")
    hosts = Pair.objects.filter(host_email__iexact=email)
    guests = Guest.objects.filter(email__iexact=email)
    former = FormerHost.objects.filter(email__iexact=email)
    changed = FormerBuyer.objects.filter(email__iexact=email)
    resales = Resale.objects.filter(pair__order__buyer_email__iexact=email)
    event = "pair__order__event"
    return {
        "Bestellingen": [_order(each) for each in orders.order_by("created_at", "pk")],
        "Plaatsen als gastheer": [
            {"evenement": each.order.event.name, "naam": each.host_name}
            for each in hosts.select_related("order__event").order_by("pk")
        ],
        "Uitnodigingen als gast": [
            _guest(each)
            for each in guests.select_related(event, "sector").order_by("pk")
        ],
        "Duo’s die je terugzette in de verkoop": [
            {
                "evenement": each.pair.order.event.name,
                "teruggezet op": each.put_back_at,
                "afloop": each.get_how_display(),
            }
            for each in resales.select_related(event).order_by("pk")
        ],
        "Plaatsen die je overdroeg": [
            {
                "evenement": each.pair.order.event.name,
                "naam": each.name,
                "overgedragen op": each.handed_over_at,
            }
            for each in former.select_related(event).order_by("pk")
        ],
        "Bestellingen waarop je eerst stond": [
            {
                "bestelnummer": each.order.reference,
                "naam": each.name,
                "gewijzigd op": each.changed_at,
            }
            for each in changed.select_related("order").order_by("pk")
        ],
    }


def _order(order: Order) -> dict:
    labels = {field.name: field.verbose_name for field in Order._meta.fields}
    typed = {
        labels[name]: getattr(order, name)
        for name in TYPED_BY_THE_BUYER
        if getattr(order, name)
    }
    return {
        "bestelnummer": order.reference,
        "evenement": order.event.name,
        "stand": order.get_status_display(),
        "begonnen op": order.created_at,
        "akkoord met de voorwaarden": order.agreed_at,
        "betaald op": order.paid_at,
    } | typed


def _guest(guest: Guest) -> dict:
    return {
        "evenement": guest.pair.order.event.name,
        "naam": guest.name,
        "genoemd op": guest.created_at,
        "uitgenodigd op": guest.invited_at,
        "geopend op": guest.opened_at,
        "toegelaten op": guest.admitted_at,
        "grond": guest.get_ground_display(),
        "sector": guest.sector.name if guest.sector else "",
    }


def orders_with(email: str) -> QuerySet[Order]:
    """Bought by this person, or with this person in a pair, now or before."""
    theirs = Order.objects.filter(
        Q(buyer_email__iexact=email)
        | Q(pairs__host_email__iexact=email)
        | Q(pairs__guests__email__iexact=email)
        | Q(pairs__former_hosts__email__iexact=email)
        | Q(former_buyers__email__iexact=email)
    )
    return Order.objects.filter(pk__in=theirs.values("pk"))


@transaction.atomic
def erase(*, email: str, now: datetime) -> int:
    """What no law wants kept; raises StillComing, and then nothing is gone.

    A guest of an event to come declines, a host leaves the place open for another.
    Orders are locked before events, and events before pairs, as everywhere."""
    locked = orders_with(email).select_for_update(of=("self",), no_key=True)
    list(locked.order_by("pk"))
    orders = Order.objects.filter(buyer_email__iexact=email)
    paid = orders.exclude(status__in=["held", "lapsed"])
    over = ["cancelled", "returned"]
    coming = paid.filter(event__ends_at__gt=now).exclude(status__in=over)
    if coming.exists() or orders.filter(payments__status__in=LIVE).exists():
        names = orders.filter(event__ends_at__gt=now).values_list(
            "event__name", flat=True
        )
        raise StillComing(sorted(set(names)))
    for order in orders.filter(status=Order.Status.HELD).order_by("pk"):
        release(order=order)
    return _pairs(email, now) + _orders(orders, paid)


LIVE = ["new", "open", "processing", "quarantined"]  # payments that may still be paid


def _pairs(email: str, now: datetime) -> int:
    """Under the lock of each pair, so that nobody is replaced meanwhile."""
    theirs = Pair.objects.filter(
        Q(host_email__iexact=email) | Q(guests__email__iexact=email)
    )
    pairs = Pair.objects.filter(pk__in=theirs.values("pk"))
    list(pairs.select_for_update(of=("self",)).order_by("pk"))
    former = sum(
        who.objects.filter(email__iexact=email).update(name="", email="")
        for who in (FormerHost, FormerBuyer)
    )
    return former + _guests(email, now) + _hosts(email)


def _guests(email: str, now: datetime) -> int:
    theirs = Guest.objects.filter(email__iexact=email)
    guests = list(theirs.select_related("pair__order__event").order_by("pair", "pk"))
    for guest in guests:
        to_come = guest.pair.order.event.ends_at > now
        if to_come and guest.is_current and guest.pair.is_sold:
            decline(guest=guest, now=now)
        else:
            Guest.objects.filter(pk=guest.pk).update(name="", email="")
    return len(guests)


def _hosts(email: str) -> int:
    """The old link and code die with the name."""
    found = list(Pair.objects.filter(host_email__iexact=email).order_by("pk"))
    for pair in found:
        pair.host_name = pair.host_email = ""
        pair.host_token, pair.host_code = new_secret(), new_code()
    fields = ["host_name", "host_email", "host_token", "host_code"]
    return Pair.objects.bulk_update(found, fields)


def _orders(orders: QuerySet[Order], paid: QuerySet[Order]) -> int:
    """The invoice keeps what the law wants on it; the order no more than its sums."""
    paid_ones = [order.pk for order in paid]
    others = [order.pk for order in orders.exclude(pk__in=paid_ones)]
    Guest.objects.filter(pair__order__in=others).delete()
    Pair.objects.filter(order__in=others).update(host_name="", host_email="")
    empty = dict.fromkeys(TYPED_BY_THE_BUYER, "")
    Order.objects.filter(pk__in=others).update(**empty)
    Order.objects.filter(pk__in=paid_ones).update(**empty | {"buyer_email": NOBODY})
    return len(others) + len(paid_ones)
