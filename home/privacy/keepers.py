"""Who keeps what of people: the page, the daily command and the desk read this list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.utils import timezone

# of who was erased, where a row must have an address; no mail goes there
NOBODY = "gewist@gewist.invalid"
YEARS_IN_THE_BOOKS = 7  # art. 52 AWR, counted from the end of the year

Rows = list[dict[str, Any]]  # each row: label → value
Files = Iterable[FieldFile]


@dataclass(frozen=True)
class Promise:
    """One line of the privacy page."""

    what: str
    how_long: str


class Forget(Protocol):
    """Deletes or empties what is past its term; says how many rows."""

    def __call__(self, *, now: datetime) -> int: ...


def nothing(_email: str) -> dict[str, Rows]:
    return {}


def no_files(_email: str) -> Files:
    return []


def nobody(*, email: str, now: datetime) -> int:  # the protocol
    return 0


@dataclass(frozen=True)
class Keeper:
    """A feature that keeps something of people; its `retention.py` makes one.

    `about` gives all there is of a mail address, under headings; `erase` removes or
    empties what no law wants kept, whatever its term; `unname` leaves the words that
    others read, when the person wants that, and takes the name off; `files` are what
    they sent along. `fields` are those that `forget` takes care of; a test asks it of
    every column that can hold words."""

    promises: list[Promise]
    forget: Forget
    about: Callable[[str], dict[str, Rows]] = field(default=nothing)
    erase: Callable[..., int] = field(default=nobody)
    fields: dict[type[Model], list[str]] = field(default_factory=dict)
    unname: Callable[..., int] | None = None
    files: Callable[[str], Files] = field(default=no_files)

    def take_out(self, *, email: str, now: datetime, words_stay: bool) -> int:
        act = (self.unname if words_stay else None) or self.erase
        return act(email=email, now=now)


def books_begin(now: datetime) -> datetime:
    """What is older than this no law wants kept any more."""
    new_year = timezone.localtime(now).replace(month=1, day=1, hour=0, minute=0)
    this_year = new_year.replace(second=0, microsecond=0)
    return this_year.replace(year=this_year.year - YEARS_IN_THE_BOOKS)


_keepers: list[Keeper] = []


def keeps(keeper: Keeper) -> Keeper:
    """Register; in the order in which the page should tell it."""
    _keepers.append(keeper)
    return keeper


def keepers() -> list[Keeper]:
    return list(_keepers)


def promises() -> list[Promise]:
    return [promise for keeper in _keepers for promise in keeper.promises]
