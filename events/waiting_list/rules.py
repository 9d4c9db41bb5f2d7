"""How long an offer stands; pure."""

from datetime import datetime, timedelta

from django.utils import timezone

from events.tickets.models import DuoTicket, Event
from events.tickets.rules import closes_at

SHORTEST = timedelta(hours=1)
MORNING, EVENING = 8, 22  # nobody loses a place asleep
SHARE = 4  # of the time that is left, so that others still get their turn


def offer_until(event: Event, ticket: DuoTicket, now: datetime) -> datetime:
    """As long as the event says; near its day a quarter of what is left, an hour at
    least, and never past the end of the sale. The night does not count."""
    near = max((event.starts_at - now) / SHARE, SHORTEST)
    stands = min(timedelta(hours=event.offer_hours), near)
    return min(_awake(now) + stands, closes_at(event, ticket))


def _awake(now: datetime) -> datetime:
    """Now, or the morning that comes."""
    local = timezone.localtime(now)
    if MORNING <= local.hour < EVENING:
        return now
    if local.hour >= EVENING:
        local += timedelta(days=1)
    return local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
