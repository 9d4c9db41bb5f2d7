"""One mail with every link of an address, or none when we do not know it."""

from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.urls import reverse

from events.guests.models import Guest
from events.my_links.models import LinkRequest
from events.orders.models import Order, Pair
from events.tickets.models import Event
from events.waiting_list.models import WaitingEntry
from home.mail.letters import letter
from home.mail.registry import builds


class Link(NamedTuple):
    """One line of the mail: what it opens, of which event."""

    what: str
    event: Event
    address: str


@builds("events.links", about=LinkRequest)
def links(request: LinkRequest) -> EmailMessage | None:
    """Who asked hears nothing when there is nothing, and a stranger learns nothing."""
    found = [
        *_orders(request),
        *_hosts(request),
        *_guests(request),
        *_waiting(request),
    ]
    if not found:
        return None
    found.sort(key=lambda link: (link.event.starts_at, link.event.pk))
    return letter("links", to=request.email, context={"links": found})


def _orders(request: LinkRequest) -> list[Link]:
    orders = Order.objects.filter(
        buyer_email__iexact=request.email,
        status=Order.Status.PAID,
        event__ends_at__gt=request.asked_at,
    )
    return [
        Link(
            f"je bestelling {order.reference}",
            order.event,
            _absolute("order", reference=order.reference, token=order.token),
        )
        for order in orders.select_related("event").order_by("pk")
    ]


def _hosts(request: LinkRequest) -> list[Link]:
    """Of a buyer who hosts, the page of the order shows the ticket."""
    pairs = Pair.objects.filter(
        host_email__iexact=request.email,
        state=Pair.State.SOLD,
        order__event__ends_at__gt=request.asked_at,
    ).exclude(host_email=F("order__buyer_email"))
    return [
        Link(
            "je kaartje als gastheer",
            pair.order.event,
            _absolute("host", token=pair.host_token),
        )
        for pair in pairs.select_related("order__event").order_by("pk")
    ]


def _guests(request: LinkRequest) -> list[Link]:
    guests = Guest.objects.current().filter(
        email__iexact=request.email,
        invited_at__isnull=False,
        pair__state=Pair.State.SOLD,
        pair__order__event__ends_at__gt=request.asked_at,
    )
    return [
        Link(
            "je kaartje als gast"
            if guest.is_valid_for(guest.pair.order.event.first_day)
            else "je uitnodiging als gast",
            guest.pair.order.event,
            _absolute("guest", token=guest.token),
        )
        for guest in guests.select_related("pair__order__event").order_by("pk")
    ]


def _waiting(request: LinkRequest) -> list[Link]:
    entries = WaitingEntry.objects.live().filter(
        email__iexact=request.email, event__ends_at__gt=request.asked_at
    )
    return [
        Link(
            "je plek op de wachtlijst",
            entry.event,
            _absolute("waiting_place", token=entry.token),
        )
        for entry in entries.select_related("event").order_by("pk")
    ]


def _absolute(name: str, **names: str) -> str:
    return settings.SITE_URL + reverse(name, kwargs=names)
