"""Who is at the table, by their role in the trade, and who is still looked for."""

from collections.abc import Iterable
from typing import NamedTuple

from home.models import Role


class Share(NamedTuple):
    """One bar of the meter."""

    name: str
    number: int
    percent: int  # of the longest bar


class Meter(NamedTuple):
    """What the meter shows; `unknown` are those of whom we do not know a role."""

    shares: list[Share]
    sought: list[str]  # in the plural: "teamleiders"
    unknown: int

    @property
    def total(self) -> int:
        return self.unknown + sum(share.number for share in self.shares)


def meter(roles: Iterable[tuple[Role, int, bool]], *, unknown: int = 0) -> Meter:
    """Of each role: how many there are today, and whether the group looks for it.

    It looks until somebody has the role: the first answers the call."""
    known = list(roles)
    longest = max((number for _, number, _ in known), default=0)
    shares = [
        Share(role.name, number, round(100 * number / longest))
        for role, number, _ in known
        if number
    ]
    missing = [role.plural for role, number, sought in known if sought and not number]
    return Meter(shares, missing, unknown)
