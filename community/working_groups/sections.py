"""What the packages around a group show on its page and on those of its outcomes.

The group is the bottom of this floor, so it knows none of them."""

from collections.abc import Callable
from typing import Any, NamedTuple

type Tell = Callable[[Any], dict | None]  # of the page; None where there is nothing
GROUP, OUTCOME = "group", "outcome"


class Section(NamedTuple):
    """A piece of the page, drawn by `template` with what `tell` found."""

    place: int  # 10, 20 …: from the top
    template: str
    tell: Tell
    aside: bool
    of: str


class Drawn(NamedTuple):
    """A section that has something to tell about this page."""

    template: str
    told: dict


_sections: list[Section] = []


def section(
    place: int, template: str, *, aside: bool = False, of: str = GROUP
) -> Callable[[Tell], Tell]:
    """The template gets `group` (or `outcome`) and `told`; `aside`: the narrow column.

    It asks the database the same number of questions however many rows there are:
    the page as a whole has at most twenty."""

    def register(tell: Tell) -> Tell:
        _sections.append(Section(place, template, tell, aside, of))
        return tell

    return register


def sections_of(page, *, aside: bool, of: str = GROUP) -> list[Drawn]:
    mine = [each for each in _sections if (each.aside, each.of) == (aside, of)]
    mine.sort(key=lambda each: each.place)
    told = ((each, each.tell(page)) for each in mine)
    return [Drawn(each.template, found) for each, found in told if found is not None]
