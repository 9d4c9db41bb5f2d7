"""The two halves of a pair: what its host shows, and what its guest shows."""

from urllib.parse import urlsplit

from django.conf import settings

from events.guests.models import Guest
from events.orders.models import Pair
from events.passes.halves import Half
from events.tickets.models import Event

BRING_PROOF = "Je komt mee op leeftijd: neem een legitimatiebewijs mee."


def of_host(pair: Pair) -> Half:
    """The half of a sold pair that has a host."""
    order = pair.order
    return Half(
        side="host",
        role="Gastheer",
        name=pair.host_name,
        event=order.event,
        code=pair.host_code,
        reference=f"{order.reference}-{pair.number}",
        uid=_uid(f"duo-{pair.pk}-gastheer"),
        since=order.paid_at or order.created_at,
    )


def of_guest(guest: Guest) -> Half:
    """The half of a guest who was admitted; before that there is none (rule 3)."""
    order = guest.pair.order
    if guest.admitted_at is None:
        raise ValueError("a guest who was not admitted has no half")
    return Half(
        side="guest",
        role=f"Gast, {ground_in_words(guest, order.event)}",
        name=guest.name,
        event=order.event,
        code=guest.code,
        reference=f"{order.reference}-{guest.pair.number}",
        uid=_uid(f"gast-{guest.pk}"),
        since=guest.admitted_at,
        note=BRING_PROOF if guest.ground == Guest.Ground.AGE else "",
    )


def ground_in_words(guest: Guest, event: Event) -> str:
    """Why this guest may come; the limit is the event's own."""
    if guest.ground == Guest.Ground.AGE:
        return f"jonger dan {event.age_limit}"
    return "andere sector"


def _uid(name: str) -> str:
    return f"{name}@{urlsplit(settings.SITE_URL).hostname}"
