"""What happened in a group, latest first; who has something to tell registers here."""

from collections.abc import Callable, Iterable
from datetime import date
from heapq import nlargest
from typing import Any, NamedTuple

from community.working_groups.outcome_page import OutcomePage
from community.working_groups.phases import GroupPhase

LATEST = 8
TOLD = {
    GroupPhase.Name.EXPLORE: "De groep begint te verkennen",
    GroupPhase.Name.WORK_OUT: "De groep werkt het uit",
    GroupPhase.Name.DECIDE: "De groep gaat besluiten",
    GroupPhase.Name.CARRY_OUT: "De groep gaat het uitvoeren",
    GroupPhase.Name.DONE: "De groep is klaar",
}


class Happening(NamedTuple):
    """One line: on which day, what, and where to read on (or "")."""

    day: date
    what: str
    url: str = ""


type Tell = Callable[[Any, date], Iterable[Happening]]  # of the group, until today

_tellers: list[Tell] = []


def happens(tell: Tell) -> Tell:
    """Register; give at most `LATEST`, the latest, in one question."""
    _tellers.append(tell)
    return tell


def latest_of(group, today: date) -> list[Happening]:
    told = (each for tell in _tellers for each in tell(group, today))
    return nlargest(LATEST, told, key=lambda each: each.day)


@happens
def outcomes(group, today: date) -> list[Happening]:
    pages = OutcomePage.objects.child_of(group).for_list().filter(date__lte=today)
    return [
        Happening(
            page.date,
            f"{page.title}: versie {page.version}, {page.get_status_display()}",
            page.url,
        )
        for page in pages[:LATEST]
    ]


@happens
def phases(group, today: date) -> list[Happening]:
    return [
        Happening(phase.since, TOLD[phase.name])
        for phase in group.known_phases
        if phase.since <= today
    ]
