"""Which function builds which kind of mail; upper floors register theirs here."""

from collections.abc import Callable
from typing import NamedTuple

from django.core.mail import EmailMessage
from django.db.models import Model

Builder = Callable[[Model], EmailMessage | None]


class Kind(NamedTuple):
    """What the mail is about, and who writes it."""

    model: type[Model]
    build: Builder


_kinds: dict[str, Kind] = {}


def builds(kind: str, *, about: type[Model]) -> Callable[[Builder], Builder]:
    """Register a builder; it returns None when the mail has lost its sense."""

    def register(build: Builder) -> Builder:
        _kinds[kind] = Kind(about, build)
        return build

    return register


def kind_of(name: str) -> Kind:
    """Raises KeyError for a kind that nobody builds."""
    return _kinds[name]
