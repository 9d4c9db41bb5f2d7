"""What the door says about one person, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from events.guests.models import Guest
from events.orders.models import Pair


class Verdict(StrEnum):
    """The answers of the door, each with its colour on the screen."""

    WELCOME = "welcome"
    ALREADY = "already"
    UNCONFIRMED = "unconfirmed"  # the guest's half is not valid yet (rule 3)
    ASK_AGAIN = "ask_again"  # admitted on age, for another day (rule 4)
    REPLACED = "replaced"
    RESOLD = "resold"  # put back, and somebody else has the place
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Visitor:
    """Who is one of the two of a pair, or was, as the door sees them."""

    pair: Pair
    code: str  # of the ticket, and so of the person
    name: str
    guest: Guest | None  # None: a host
    is_replaced: bool
    in_since: datetime | None
    other_in_since: datetime | None = None  # who had this half before, and came in

    @property
    def is_guest(self) -> bool:
        return self.guest is not None

    @property
    def must_show_proof(self) -> bool:
        """Who came in on age shows it once, at the door; nothing of it is kept."""
        return self.guest is not None and self.guest.ground == Guest.Ground.AGE


def verdict(visitor: Visitor, *, first_day: date) -> Verdict:
    """Refusals first, each with its own reason."""
    guest = visitor.guest
    if visitor.pair.is_resold:
        return Verdict.RESOLD
    if not visitor.pair.is_sold:
        return Verdict.CANCELLED
    if visitor.is_replaced:
        return Verdict.REPLACED
    if guest is not None and not guest.is_admitted:
        return Verdict.UNCONFIRMED
    if guest is not None and not guest.is_valid_for(first_day):
        return Verdict.ASK_AGAIN
    return Verdict.ALREADY if visitor.in_since else Verdict.WELCOME
