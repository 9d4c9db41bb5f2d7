"""What an event page says about buying: pure decisions, no queries and no clock."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from events.orders.services import MOST_PAIRS
from events.tickets.models import DuoTicket, Event


class State(Enum):
    """Which of the sentences of the buy box is true."""

    OPEN = "open"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    SOLD_OUT = "sold_out"
    OVER = "over"
    NO_TICKETS = "no_tickets"


@dataclass(frozen=True)
class Choice:
    """A ticket type as it can be bought now."""

    ticket: DuoTicket
    left: int

    @property
    def numbers(self) -> range:
        return range(1, min(self.left, MOST_PAIRS) + 1)


@dataclass(frozen=True)
class Sale:
    """What can be bought, and how many places there are."""

    state: State
    choices: list[Choice]
    left: int
    capacity: int

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def cheapest(self) -> Choice | None:
        """What the bar at the bottom of a small screen names."""
        there = [choice for choice in self.choices if choice.left] or self.choices
        return min(there, key=lambda choice: choice.ticket.price, default=None)


def sale_of(
    event: Event, tickets: list[DuoTicket], taken: dict[int, int], now: datetime
) -> Sale:
    """`taken` counts per ticket type the pairs that take a place now."""
    left = max(0, event.capacity - sum(taken.values()))
    choices = [
        Choice(ticket, _left_of(ticket, left, taken.get(ticket.pk, 0)))
        for ticket in tickets
    ]
    return Sale(_state(event, choices, now), choices, left, event.capacity)


def _left_of(ticket: DuoTicket, left: int, taken: int) -> int:
    if ticket.capacity is None:
        return left
    return max(0, min(left, ticket.capacity - taken))


def _state(event: Event, choices: list[Choice], now: datetime) -> State:
    if event.ends_at <= now:
        return State.OVER
    if event.sales_until and event.sales_until <= now:
        return State.CLOSED
    if not choices:
        return State.NO_TICKETS
    if event.sales_from and event.sales_from > now:
        return State.NOT_YET
    if not any(choice.left for choice in choices):
        return State.SOLD_OUT
    return State.OPEN
