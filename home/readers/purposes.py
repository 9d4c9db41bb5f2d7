"""What a reader can confirm; upper floors register theirs here."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from django.db.models import Model


class Act(Protocol):
    """Carries out what was asked, in the transaction that confirms."""

    def __call__(self, about: Any, /, *, now: datetime) -> None: ...


def _nothing(_about: Any) -> str:
    return ""


class Purpose(NamedTuple):
    """One kind of request, in words that fit the mail and the page."""

    model: type[Model]
    what: str  # after "Je vroeg om": "de nieuwsbrief"
    button: str
    accept: Act
    refuse: Act  # "Dit ben ik niet": nothing of it stays
    leads_to: Callable[[Any], str]  # where who confirmed goes next; "" is off the site
    shows: Callable[[Any], str] = _nothing  # the words that will stand in their name
    withdraws: Act | None = None  # by the same link, as long as it is there
    changes: str = ""  # the name of the address where its words may be changed
    mail: str = "home.confirm"  # what brings the link
    refusal: str = "Dit ben ik niet"

    @property
    def lasts(self) -> bool:
        """Whether the link has a use after the click."""
        return self.withdraws is not None


_purposes: dict[str, Purpose] = {}


def confirms(name: str, purpose: Purpose) -> Purpose:
    _purposes[name] = purpose
    return purpose


def purposes() -> dict[str, Purpose]:
    return dict(_purposes)


def purpose_of(name: str) -> Purpose:
    """Raises KeyError for a purpose that nobody registered."""
    return _purposes[name]
