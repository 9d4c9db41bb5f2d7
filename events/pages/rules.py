"""What an event page says about buying: pure decisions, no queries and no clock."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum

from events.tickets.models import DuoTicket, Event
from events.tickets.rules import Asking, Window, asking, opens_at, window_of


class State(Enum):
    """Which of the sentences of the buy box is true."""

    OPEN = "open"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    SOLD_OUT = "sold_out"
    OVER = "over"
    NO_TICKETS = "no_tickets"
    CALLED_OFF = "called_off"


@dataclass(frozen=True)
class Choice:
    """A ticket type as it can be bought now."""

    ticket: DuoTicket
    left: int
    asking: Asking
    window: Window = Window.OPEN
    opens_at: datetime | None = None

    @property
    def numbers(self) -> range:
        """Of pairs in one order; nothing when fewer are left than it takes."""
        most = min(self.left, self.ticket.most_pairs)
        return range(self.ticket.least_pairs, most + 1)

    @property
    def is_open(self) -> bool:
        return self.window is Window.OPEN and len(self.numbers) > 0

    @property
    def vat(self) -> Decimal:
        """Inside the price of now."""
        return self.ticket.vat_at(self.asking.price)


@dataclass(frozen=True)
class Room:
    """Who has the places of an event at this moment."""

    taken: dict[int, int]  # pairs of each ticket type
    kept: Counter[int] = field(default_factory=Counter)  # offered to who waited
    coded: int = 0  # free for who has a code
    put_back: dict[int, int] = field(default_factory=dict)  # sold last, of each type
    is_waited_for: bool = False


@dataclass(frozen=True)
class Sale:
    """What can be bought, and how many places there are."""

    state: State
    choices: list[Choice]
    left: int
    capacity: int
    opens_at: datetime | None = None
    takes_a_code: bool = False  # for what nobody else can order

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def cheapest(self) -> Choice | None:
        """What the bar at the bottom of a small screen names."""
        there = [choice for choice in self.choices if choice.is_open] or self.choices
        return min(there, key=lambda choice: choice.asking.price, default=None)

    @property
    def differs(self) -> bool:
        """Some type has fewer pairs left than the event: then each says its own."""
        return any(0 < choice.left < self.left for choice in self.choices)


def sale_of(event: Event, tickets: list[DuoTicket], room: Room, now: datetime) -> Sale:
    """While somebody is in line what comes free is theirs, and sold out to others."""
    taken, coded = room.taken, room.coded
    empty = event.capacity - sum(taken.values()) - room.kept.total() - coded
    shown = {ticket.pk for ticket in tickets if not ticket.only_with_code}
    put_back = sum(room.put_back.get(pk, 0) for pk in shown)
    left = max(0, empty + put_back)
    if room.is_waited_for:
        left = 0
    choices = [_choice(event, ticket, room, (empty, left), now) for ticket in tickets]
    hidden = [choice for choice in choices if choice.ticket.pk not in shown]
    choices = [choice for choice in choices if choice.ticket.pk in shown]
    waiting = [choice for choice in choices if choice.window is Window.NOT_YET]
    opens = [choice.opens_at for choice in waiting if choice.opens_at]
    state = _state(event, choices, now)
    opened = [choice for choice in hidden if choice.window is Window.OPEN]
    return Sale(
        state,
        choices,
        left,
        event.capacity,
        min(opens, default=None),
        (bool(opened) and left + coded > 0) or (coded > 0 and state is State.SOLD_OUT),
    )


def _choice(
    event: Event, ticket: DuoTicket, room: Room, places: tuple[int, int], now: datetime
) -> Choice:
    """`places` are those that are empty, and all that are left with what was put back;
    in the place of a pair of its own type the cap of a type does not count."""
    empty, left = max(0, places[0]), places[1]
    taken = room.taken.get(ticket.pk, 0)
    if ticket.capacity is not None:
        empty = min(empty, ticket.capacity - taken - room.kept[ticket.pk])
    return Choice(
        ticket,
        min(left, max(0, empty + room.put_back.get(ticket.pk, 0))),
        asking(ticket, ticket.early_prices, taken=taken, now=now),
        window_of(event, ticket, now),
        opens_at(event, ticket),
    )


def _state(event: Event, choices: list[Choice], now: datetime) -> State:
    if event.called_off_at or event.ends_at <= now:
        return State.CALLED_OFF if event.called_off_at else State.OVER
    if event.sales_until and event.sales_until <= now:
        return State.CLOSED
    if not choices:
        return State.NO_TICKETS
    windows = {choice.window for choice in choices}
    if any(choice.is_open for choice in choices):
        return State.OPEN
    if Window.OPEN in windows:
        return State.SOLD_OUT
    return State.NOT_YET if Window.NOT_YET in windows else State.CLOSED
