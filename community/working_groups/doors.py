"""What can be done in the working space of a group; each package adds its own."""

from typing import NamedTuple


class Door(NamedTuple):
    """A way on from the first page of the working space."""

    place: int  # 10, 20 …: from the top
    title: str
    what: str  # one sentence
    name: str  # of its address, which takes the slug of the group
    for_leads: bool = True  # or for every member


_doors: list[Door] = []


def door(each: Door) -> Door:
    _doors.append(each)
    return each


def doors(*, leads: bool) -> list[Door]:
    """Those that this visitor may open."""
    return sorted(each for each in _doors if leads or not each.for_leads)
