"""The themes that narrow a search down; the floor that has them tells which."""

from collections.abc import Callable, Iterable
from itertools import chain

Told = Callable[[], Iterable[tuple[str, str]]]  # address and name, in order

TOLD: list[Told] = []


def themes() -> dict[str, str]:
    """As editors call them now."""
    return dict(chain.from_iterable(told() for told in TOLD))
