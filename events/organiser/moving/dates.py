"""Which dates go along with the day. Closing dates do; what was announced stays.

A sale that is open does not close again, and a price that was promised until a day is
not taken away sooner: those are named on the page, with a link to change them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from events.organiser.copying.rules import moved
from events.tickets.models import DuoTicket, Event
from home import dutch


@dataclass(frozen=True)
class Stays:
    """A moment to come that does not go along, and where it is changed."""

    what: str
    at: datetime
    link: str
    is_too_late: bool


def move_closing_dates(event: Event, days: timedelta) -> None:
    """Of the event, which the caller saves, and of its ticket types."""
    event.sales_until = _closes(event, days)
    for name in ("cancel_free_until", "cancel_until"):
        until = moved(getattr(event, name), days)
        setattr(event, name, until and min(until, event.starts_at))
    for ticket in event.tickets.exclude(sales_until=None):
        mine = DuoTicket.objects.filter(pk=ticket.pk)
        mine.update(sales_until=_closes(ticket, days))


def _closes(row: Event | DuoTicket, days: timedelta) -> datetime | None:
    """Never before it opens: then it stays, and closes with the event."""
    until = moved(row.sales_until, days)
    if until and row.sales_from and until <= row.sales_from:
        return row.sales_until
    return until


def what_stays(event: Event, now: datetime) -> list[Stays]:
    """In a fixed number of queries."""
    page = reverse("organiser_events:edit", args=[event.pk])
    found = [("De verkoop begint", event.sales_from, page)]
    for ticket in DuoTicket.objects.filter(event=event).with_tiers().in_order():
        page = reverse("organiser_tickets:edit", args=[ticket.pk])
        found.append((f"De verkoop van {ticket.name} begint", ticket.sales_from, page))
        found += [
            (f"{ticket.name} kost {dutch.euro(tier.price)} tot", tier.until, page)
            for tier in ticket.early_prices
        ]
    return [
        Stays(what, at, link, at >= event.starts_at)
        for what, at, link in found
        if at and at > now
    ]
