"""Which function builds which kind of mail; upper floors register theirs here."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.mail import EmailMessage
from django.db.models import Model

type Build[About] = Callable[[About], EmailMessage | None]


class Kind(NamedTuple):
    """What the mail is about, and who writes it."""

    model: type[Model]
    build: Build[Any]


_kinds: dict[str, Kind] = {}


def builds[About: Model](
    kind: str, *, about: type[About]
) -> Callable[[Build[About]], Build[About]]:
    """Register a builder; it returns None when the mail has lost its sense."""

    def register(build: Build[About]) -> Build[About]:
        _kinds[kind] = Kind(about, build)
        return build

    return register


def kind_of(name: str) -> Kind:
    """Raises KeyError for a kind that nobody builds."""
    return _kinds[name]
