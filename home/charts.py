"""A table with a bar on each line: the numbers are the truth, the bars show them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """One line of a table with a bar in it."""

    name: str
    number: int
    percent: int  # of the longest bar


def shares(counted: Iterable[tuple[str, int]]) -> list[Share]:
    rows = list(counted)
    most = max([number for _, number in rows] + [1])
    return [Share(name, number, round(100 * number / most)) for name, number in rows]
