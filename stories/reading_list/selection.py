"""The selection of a visitor: in the session, and of a member in the account too."""

from dataclasses import dataclass

from home.accounts.arrivals import on_arrival
from stories.pages.cards import Card, as_cards
from stories.pages.story_page import StoryPage, cards
from stories.reading_list.models import OwnList
from stories.reading_list.rules import Entry, add, annotate

KEY = "selectie"
KEPT = 90 * 24 * 60 * 60  # seconds after the last change


@dataclass
class Kept:
    """A story with its note, ready to be shown."""

    story: Card
    note: str


def selection_of(request) -> list[Entry]:
    """What was put aside, by a member in whichever browser; reading sets no cookie."""
    member = request.user.is_authenticated
    own = OwnList.objects.filter(user=request.user).first() if member else None
    return _entries(own.entries if own else request.session.get(KEY, []))


def _entries(rows: list) -> list[Entry]:
    return [Entry(*row) for row in rows]


def keep(request, entries: list[Entry]) -> None:
    """The first time, this is where the one cookie comes from."""
    as_rows = [list(entry) for entry in entries]
    request.session[KEY] = as_rows
    if request.user.is_authenticated:
        OwnList.objects.update_or_create(
            user=request.user, defaults={"entries": as_rows}
        )
    else:
        request.session.set_expiry(KEPT)


@on_arrival
def join(request, user) -> None:
    """What was put aside before logging in comes after what the account has."""
    own = OwnList.objects.filter(user=user).first()
    entries = _entries(own.entries) if own else []
    for entry in _entries(request.session.get(KEY, [])):
        known = add(entries, entry.story)
        entries = annotate(known, entry.story, entry.note) if entry.note else known
    if entries:
        keep(request, entries)


def still_open(entries: list[Entry]) -> list[Entry]:
    """Without those that are gone, or that not everybody may read any more."""
    numbers = [entry.story for entry in entries]
    found = StoryPage.objects.open().filter(pk__in=numbers).values_list("pk", flat=True)
    there = set(found)
    return [entry for entry in entries if entry.story in there]


def as_kept(entries: list[Entry]) -> list[Kept]:
    """Those that everybody may read, in the order of the list, in 3 queries."""
    found = as_cards(cards().filter(pk__in=[entry.story for entry in entries]))
    by_number = {card.pk: card for card in found}
    return [
        Kept(by_number[entry.story], entry.note)
        for entry in entries
        if entry.story in by_number
    ]
