"""What may happen to a selection: pure, on a list of entries."""

from typing import NamedTuple

MOST = 50  # stories; a session is no archive
LONGEST_NOTE = 300


class Entry(NamedTuple):
    """One story and why it is kept; a list in the session, which is JSON."""

    story: int
    note: str = ""


def add(entries: list[Entry], story: int) -> list[Entry]:
    """At the end; nothing changes when it is there, or when the list is full."""
    there = any(entry.story == story for entry in entries)
    return entries if there or len(entries) >= MOST else [*entries, Entry(story)]


def remove(entries: list[Entry], story: int) -> list[Entry]:
    return [entry for entry in entries if entry.story != story]


def move(entries: list[Entry], story: int, steps: int) -> list[Entry]:
    """Up or down; the first and the last stay where they are."""
    places = [place for place, entry in enumerate(entries) if entry.story == story]
    moved = list(entries)
    for place in places:
        entry = moved.pop(place)
        moved.insert(max(0, place + steps), entry)
    return moved


def annotate(entries: list[Entry], story: int, note: str) -> list[Entry]:
    """With its note, in one line and no longer than fits."""
    said = " ".join(note.split())[:LONGEST_NOTE]
    return [Entry(story, said) if each.story == story else each for each in entries]
