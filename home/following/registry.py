"""What can be followed, and what members are told of; each floor registers its own."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet


class Followable(NamedTuple):
    """One kind of thing: which rows everybody may see, and how to speak of one."""

    readable: Callable[[], QuerySet]
    title: Callable[[Any], str]
    address: Callable[[Any], str]


class Kind(NamedTuple):
    """One kind of notice; each has a switch for its mail."""

    label: str  # "nieuwe verhalen bij wat je volgt"
    is_urgent: bool = False  # a mail of its own, at once


_followables: dict[str, Followable] = {}
_kinds: dict[str, Kind] = {}


def followable(kind: str, thing: Followable) -> None:
    _followables[kind] = thing


def tells(kind: str, of: Kind) -> None:
    _kinds[kind] = of


def find(kind: str, about_id: int) -> Model | None:
    """Nothing for a kind that nobody registered, or what not everybody may see."""
    thing = _followables.get(kind)
    return thing.readable().filter(pk=about_id).first() if thing else None


def followable_of(kind: str) -> Followable:
    return _followables[kind]


def followables() -> list[str]:
    return list(_followables)


def kind_of(kind: str) -> Kind:
    """Raises KeyError for a kind that nobody registered."""
    return _kinds[kind]


def kinds() -> dict[str, Kind]:
    return dict(_kinds)
