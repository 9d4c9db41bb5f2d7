"""What pages of other apps may show of the events."""

from dataclasses import dataclass
from datetime import date, datetime

from django import template
from django.db.models import F, QuerySet
from django.utils import timezone

from events.orders.models import Order
from events.orders.rules import Lines, lines_of
from events.pages.event_page import EventPage
from events.pages.jurors import Juror
from events.pages.known_jurors import open_juries
from events.terms.rules import (
    cancellation_in_words,
    rules_in_words,
    withdrawal_in_words,
)
from home.models import Person, Reader
from home.statements import NOW, Rows

MOST_ORDERS = 20

register = template.Library()
register.filter("cancellation", cancellation_in_words)
register.filter("rules", rules_in_words)
register.filter("withdrawal", withdrawal_in_words)


@dataclass(frozen=True)
class NextEvent:
    """The event that comes first, with what a teaser needs."""

    title: str
    slogan: str
    lead: str
    url: str
    first_day: date
    starts_at: datetime
    place: str
    city: str
    places_left: int
    places_kept: int  # for who has a code
    capacity: int
    on_sale: bool
    is_called_off: bool


@register.simple_tag
def next_event() -> NextEvent | None:
    """The first event that is not over yet and has a page; None when there is none.

    One that was called off only when nothing else is coming."""
    now = timezone.now()
    page = NEXT.one(now=now)
    return _told(page, now) if page else None


def _next() -> QuerySet:
    happening_first = F("event__called_off_at").asc(nulls_first=True)
    pages = EventPage.objects.open().upcoming(NOW)
    return pages.order_by(happening_first, "event__starts_at", "pk")[:1]


NEXT = Rows(_next)


def _told(page: EventPage, now: datetime) -> NextEvent:
    event = page.event
    return NextEvent(
        title=page.title,
        slogan=page.slogan,
        lead=page.lead,
        url=page.url,
        first_day=event.first_day,
        starts_at=event.starts_at,
        place=event.venue,
        city=event.city,
        places_left=page.places_left,
        places_kept=page.places_kept,
        capacity=event.capacity,
        on_sale=event.sells_at(now),
        is_called_off=event.called_off_at is not None,
    )


@register.simple_tag
def order_lines(pairs) -> Lines:
    """Those of an order as they stand on the page, in the mail and at the bank."""
    return Lines(lines_of(pairs))


@register.simple_tag
def orders_of(reader: Reader | None) -> list[Order]:
    """What was bought with this confirmed address, each with its event."""
    if reader is None:
        return []
    paid = Order.objects.filter(
        buyer_email__iexact=reader.email, status=Order.Status.PAID
    )
    return list(paid.select_related("event").order_by("-pk")[:MOST_ORDERS])


@register.simple_tag
def juries_of(person: Person) -> list[Juror]:
    """Where somebody judges, each with its `page`, the latest first; in 1 query."""
    theirs = open_juries().filter(person=person).select_related("page__event")
    return list(theirs.order_by("-page__event__starts_at", "pk"))
