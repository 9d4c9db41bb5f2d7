"""How long an offer stands; pure."""

from datetime import datetime, timedelta

from events.tickets.models import DuoTicket, Event
from events.tickets.rules import closes_at

SHORTEST = timedelta(hours=1)
SHARE = 4  # of the time that is left, so that others still get their turn


def offer_until(event: Event, ticket: DuoTicket, now: datetime) -> datetime:
    """As long as the event says; near its day a quarter of what is left, an hour at
    least, and never past the end of the sale."""
    near = max((event.starts_at - now) / SHARE, SHORTEST)
    stands = min(timedelta(hours=event.offer_hours), near)
    return min(now + stands, closes_at(event, ticket))
