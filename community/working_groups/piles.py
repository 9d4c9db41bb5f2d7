"""What waits in a group for its lead; each package around it adds its own."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet


class Pile(NamedTuple):
    """One kind of work; `since` narrows it down to what came after a moment."""

    one: str  # "aanmelding"
    many: str
    desk: str  # the name of its address, which takes the slug of the group
    waiting: Callable[[Any], QuerySet]  # of the group
    since: Callable[[datetime], Q]


_piles: list[Pile] = []


def piles_up(pile: Pile) -> Pile:
    """Register; the lead sees it at the desk, and hears of it by mail."""
    _piles.append(pile)
    return pile


def piles() -> list[Pile]:
    return list(_piles)
