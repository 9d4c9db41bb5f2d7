"""What the packages around a working group show on its page: they register here.

The group is the bottom of this floor, so it knows none of them."""

from collections.abc import Callable
from typing import Any, NamedTuple

type Tell = Callable[[Any], dict | None]  # of the group; None where there is nothing


class Section(NamedTuple):
    """A piece of the page, drawn by `template` with what `tell` found."""

    place: int  # 10, 20 …: from the top
    template: str
    tell: Tell
    aside: bool


class Drawn(NamedTuple):
    """A section that has something to tell about this group."""

    template: str
    told: dict


_sections: list[Section] = []


def section(
    place: int, template: str, *, aside: bool = False
) -> Callable[[Tell], Tell]:
    """The template gets `group` and `told`; `aside` puts it in the narrow column.

    It asks the database the same number of questions however many rows there are:
    the page as a whole has at most twenty."""

    def register(tell: Tell) -> Tell:
        _sections.append(Section(place, template, tell, aside))
        return tell

    return register


def sections_of(group, *, aside: bool) -> list[Drawn]:
    mine = sorted(each for each in _sections if each.aside is aside)
    told = ((each, each.tell(group)) for each in mine)
    return [Drawn(each.template, found) for each, found in told if found is not None]
