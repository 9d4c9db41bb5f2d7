"""Until when a pair can be sold again; pure."""

from datetime import datetime

from events.orders.models import Pair
from events.tickets.rules import closes_at


def sells_until(pair: Pair) -> datetime:
    """As long as its type is on sale, and at most until it begins: then they are in."""
    event = pair.order.event
    return min(closes_at(event, pair.ticket), event.starts_at)
