"""When a type is on sale, and what the next pairs of it cost; no queries, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from events.tickets.models import DuoTicket, Event
from events.tickets.tiers import Tier
from events.tickets.vat_rates import rates_on


class Window(Enum):
    """Where a moment stands to the sale of one type."""

    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"


def opens_at(event: Event, ticket: DuoTicket) -> datetime | None:
    """Both the event and the type must be open; None: from the start."""
    moments = [m for m in (event.sales_from, ticket.sales_from) if m is not None]
    return max(moments, default=None)


def closes_at(event: Event, ticket: DuoTicket) -> datetime:
    """Whichever comes first; at the latest when the event ends or is called off."""
    ends = (event.ends_at, event.called_off_at)
    moments = (event.sales_until, ticket.sales_until, *ends)
    return min(moment for moment in moments if moment is not None)


def window_of(event: Event, ticket: DuoTicket, now: datetime) -> Window:
    opens = opens_at(event, ticket)
    if closes_at(event, ticket) <= now:
        return Window.CLOSED
    if opens is not None and now < opens:
        return Window.NOT_YET
    return Window.OPEN


def price_of(
    ticket: DuoTicket, tiers: Iterable[Tier], *, taken: int, now: datetime
) -> Decimal:
    """Of the pair that comes after `taken` others: the lowest that applies to it."""
    early = [tier.price for tier in tiers if _applies(tier, taken, now)]
    return min([ticket.price, *early])


def prices_of(
    ticket: DuoTicket,
    tiers: Iterable[Tier],
    *,
    taken: int,
    pairs: int,
    now: datetime,
) -> list[Decimal]:
    """Of each of the next pairs: the last cheap one may be the first of an order."""
    tiers = list(tiers)
    return [
        price_of(ticket, tiers, taken=taken + before, now=now)
        for before in range(pairs)
    ]


def rates_not_on(day: date, ticket: DuoTicket) -> list[str]:
    """The fields with a rate that does not hold on that day; exempt always does."""
    fine = [None, *rates_on(day)]
    rates = {"vat_rate": ticket.vat_rate, "part_rate": ticket.part_rate}
    return [name for name, rate in rates.items() if rate not in fine]


@dataclass(frozen=True)
class Asking:
    """What a pair costs now, for how many more or until when, and what after that."""

    price: Decimal
    left: int | None = None
    until: datetime | None = None
    then: Decimal | None = None


def asking(
    ticket: DuoTicket, tiers: Iterable[Tier], *, taken: int, now: datetime
) -> Asking:
    """For the page of the event."""
    tiers = list(tiers)
    price = price_of(ticket, tiers, taken=taken, now=now)
    this = [t for t in tiers if _applies(t, taken, now) and t.price == price]
    if price == ticket.price or not this:
        return Asking(price)
    # the one that lasts longest; a date says more than a number that may be gone
    last = max(this, key=lambda t: (t.until is not None, t.until or now, t.first or 0))
    if last.until is not None:
        then = price_of(ticket, tiers, taken=taken, now=last.until)
        return Asking(price, until=last.until, then=then)
    then = price_of(ticket, tiers, taken=last.first or 0, now=now)
    return Asking(price, left=(last.first or 0) - taken, then=then)


def _applies(tier: Tier, taken: int, now: datetime) -> bool:
    """By date or by number, never both (`tier_by_date_or_by_number`)."""
    if tier.until is not None:
        return now < tier.until
    return taken < (tier.first or 0)
