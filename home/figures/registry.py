"""Each floor and feature adds its numbers here, so that nothing imports upward."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple


class Figure(NamedTuple):
    """One number; `number` may also be a word: "3 dagen"."""

    label: str
    number: int | str


class Figures(NamedTuple):
    """A heading, and its numbers; `note` says how they are counted."""

    title: str
    rows: list[Figure]
    note: str = ""
    as_bars: bool = False  # parts of one whole; whole numbers only

    @property
    def bars(self) -> list[tuple[Figure, int]]:
        """Each with its length, in percent of the longest."""
        longest = max(int(row.number) for row in self.rows)
        return [(row, round(100 * int(row.number) / longest)) for row in self.rows]


type Count = Callable[[datetime], Figures]  # as of that moment

_counts: list[tuple[int, Count]] = []


def counts(place: int) -> Callable[[Count], Count]:
    """Register; `place` (10, 20 …) says where it stands. A few questions at most."""

    def register(count: Count) -> Count:
        _counts.append((place, count))
        return count

    return register


def all_figures(now: datetime) -> list[Figures]:
    """What has nothing to count yet is left out."""
    told = (count(now) for _, count in sorted(_counts, key=lambda each: each[0]))
    return [figures for figures in told if any(row.number for row in figures.rows)]
