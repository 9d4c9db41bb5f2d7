"""What an outcome can come forth from; each package registers its own kind."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet

type Key = tuple[type[Model], int]


class Told(NamedTuple):
    """What the chain shows of one thing."""

    title: str
    url: str


def _none(_pks: Iterable[int]) -> list:
    return []


class Source(NamedTuple):
    """A kind of thing; each function asks one question for any number of them."""

    model: type[Model]
    kind: str  # "verhaal"
    # of these, by number: those that everybody may see
    tell: Callable[[Iterable[int]], dict[int, Told]]
    # what the lead of a group may choose from, the likeliest first
    choose: Callable[[Any], QuerySet]
    # from what they come themselves: number and the key of each
    before: Callable[[Iterable[int]], list[tuple[int, Key]]] = _none
    # what came of them that may have led to an outcome in its turn
    after: Callable[[Iterable[int]], list[Key]] = _none
    column: str = "title"  # the words by which it is found


type After = Callable[[Iterable[int]], list[Key]]

_sources: dict[type[Model], Source] = {}
_came_later: dict[type[Model], list[After]] = {}


def comes_from(source: Source) -> Source:
    """Register."""
    _sources[source.model] = source
    return source


def goes_on(model: type[Model], after: After) -> None:
    """Register what a package further on makes of a kind that is not its own."""
    _came_later.setdefault(model, []).append(after)


def steps_after(model: type[Model], pks: Iterable[int]) -> list[Key]:
    """What may have led to an outcome in its turn."""
    source = _sources.get(model)
    steps = [*([source.after] if source else []), *_came_later.get(model, [])]
    return [key for step in steps for key in step(pks)]


def sources() -> list[Source]:
    return list(_sources.values())


def source_of(model: type[Model]) -> Source | None:
    return _sources.get(model)
