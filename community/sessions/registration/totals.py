"""What the page may say of who comes: totals, and those only of enough people."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count

from community.sessions.planning.models import Session
from community.sessions.planning.phases import Phase
from community.sessions.registration.models import Registration

ENOUGH = 5  # of fewer a total would tell who it was


class Reason(NamedTuple):
    """Why people came, in their words and in number."""

    words: str
    number: int


def in_total(session: Session, now: datetime) -> tuple[int, list[Reason]]:
    """How many have a seat, and why they came; one statement.

    While people come and go, two looks one registration apart tell one reason."""
    rows = session.registrations.placed().order_by().values_list("why")
    numbers = dict(rows.annotate(Count("pk")))
    is_over = session.phase(now) is Phase.OVER
    return sum(numbers.values()), told(numbers) if is_over else []


def told(numbers: dict[str, int]) -> list[Reason]:
    """The most named first; nothing at all when few said it."""
    said = {why: number for why, number in numbers.items() if why}
    if sum(said.values()) < ENOUGH:
        return []
    words = dict(Registration.Why.choices)
    order = sorted(said, key=lambda why: (-said[why], why))
    return [Reason(words[why], said[why]) for why in order]
