"""How answers are counted, and what of it may be shown; pure."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

POINTS = {1: 3, 2: 2, 3: 1}  # of a first, a second and a third place
SMALLEST = 5  # people of whom together something may be said


def shuffled[T](options: Iterable[T], *, for_whom: str) -> list[T]:
    """Another order for everybody, and the same each time they look."""
    mixed = list(options)
    Random(for_whom).shuffle(mixed)  # noqa: S311  # an order, no secret
    return mixed


@dataclass(frozen=True)
class Line[T]:
    """What one option got in a top three; anybody can add it up again."""

    option: T
    rank: int  # shared by those that are equal
    points: int
    people: int
    firsts: int
    seconds: int
    thirds: int


def tally[T](counted: Mapping[T, Sequence[int]]) -> list[Line[T]]:
    """From how often each stood first, second and third; most points on top.

    Equal points are an equal place: nothing else decides."""
    points = {
        option: sum(POINTS[place] * times for place, times in enumerate(each, start=1))
        for option, each in counted.items()
    }
    ordered = sorted(counted, key=lambda option: -points[option])
    return [
        Line(
            option=option,
            rank=1 + sum(other > points[option] for other in points.values()),
            points=points[option],
            people=sum(counted[option]),
            firsts=counted[option][0],
            seconds=counted[option][1],
            thirds=counted[option][2],
        )
        for option in ordered
    ]


def ties[T](lines: Sequence[Line[T]]) -> list[list[T]]:
    """Which options share a place, from the top; those that nobody named aside."""
    shared: dict[int, list[T]] = {}
    for line in lines:
        if line.points:
            shared.setdefault(line.rank, []).append(line.option)
    return [options for options in shared.values() if len(options) > 1]


def is_close[T](lines: Sequence[Line[T]], *, people: int) -> bool:
    """One and two are less than one first place per ten people apart."""
    if len(lines) < 2 or not people:
        return False
    return (lines[0].points - lines[1].points) * 10 < POINTS[1] * people


def shown_groups[Group: Hashable](
    sizes: Mapping[Group, int], *, others: int = 0
) -> list[Group]:
    """The groups whose numbers may stand beside those of all together.

    A group under SMALLEST is left out. What all said minus what the shown groups said
    is what the rest said, `others` (who named no group) among them: so while that rest
    is somebody, but too few, the smallest group that is left goes with it. Largest
    first."""
    shown = [group for group, size in sizes.items() if size >= SMALLEST]
    shown.sort(key=lambda group: -sizes[group])
    rest = others + sum(size for group, size in sizes.items() if size < SMALLEST)
    while shown and 0 < rest < SMALLEST:
        rest += sizes[shown.pop()]
    return shown


def told_groups[Group: Hashable](
    sizes: Mapping[Group | None, int],
) -> tuple[dict[Group, int], int]:
    """How many are in each group that may be shown, and all others together."""
    known = {group: size for group, size in sizes.items() if group is not None}
    shown = shown_groups(known, others=sizes.get(None, 0))
    told = {group: known[group] for group in shown}
    return told, sum(sizes.values()) - sum(told.values())
