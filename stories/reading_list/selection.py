"""The selection of a visitor, as it stands in the session."""

from dataclasses import dataclass

from stories.pages.cards import Card, as_cards
from stories.pages.story_page import cards
from stories.reading_list.rules import Entry

KEY = "selectie"
KEPT = 90 * 24 * 60 * 60  # seconds after the last change


@dataclass
class Kept:
    """A story with its note, ready to be shown."""

    story: Card
    note: str


def selection_of(session) -> list[Entry]:
    """What was put aside; reading it sets no cookie."""
    return [Entry(*entry) for entry in session.get(KEY, [])]


def keep(request, entries: list[Entry]) -> None:
    """The first time, this is where the one cookie comes from."""
    request.session[KEY] = [list(entry) for entry in entries]
    if not request.user.is_authenticated:
        request.session.set_expiry(KEPT)


def as_kept(entries: list[Entry]) -> list[Kept]:
    """Those that everybody may read, in the order of the list, in 3 queries."""
    found = as_cards(cards().filter(pk__in=[entry.story for entry in entries]))
    by_number = {card.pk: card for card in found}
    return [
        Kept(by_number[entry.story], entry.note)
        for entry in entries
        if entry.story in by_number
    ]
