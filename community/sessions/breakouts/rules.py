"""Who sits with whom: a pure rule, the same for the same people and the same seed.

What two people share counts against putting them together: the role most, then where
they work, how long they have been in the trade, that both are new, why they came."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import comb
from random import Random
from typing import NamedTuple

WEIGHTS = {"role": 4, "organisation": 3, "experience": 2, "is_new": 2, "why": 1}
MOST_SWAPS = 60_000  # that are tried: well under a second for a hundred people


class Guest(NamedTuple):
    """What counts; what somebody did not say is shared with nobody."""

    number: int
    role: str = ""
    organisation: str = ""
    experience: str = ""
    is_new: bool = False
    why: str = ""

    @property
    def traits(self) -> list[tuple[str, object]]:
        """What can be shared: the kind, and which."""
        named = zip(WEIGHTS, self[1:], strict=True)
        return [(kind, value) for kind, value in named if value]


def mix(guests: Iterable[Guest], *, groups: int, seed: int) -> list[list[Guest]]:
    """Groups that differ by one in size at most, as unlike as can be within each.

    The largest roles are dealt out first, each to where the guest shares least; then
    two change places as long as that makes it better."""
    order = sorted(guests)
    Random(seed).shuffle(order)  # noqa: S311  # an order, no secret
    roles = Counter(guest.role for guest in order)
    order.sort(key=lambda guest: -roles[guest.role])
    tables = [Table() for _ in range(groups)]
    for place, guest in enumerate(order):
        smallest = place // groups  # so many sit at each table, or one more
        free = [table for table in tables if len(table.guests) == smallest]
        min(free, key=lambda table: table.price_of(guest)).seat(guest)
    _improve(tables)
    return [sorted(table.guests) for table in tables]


class Table:
    """A group in the making, with how often each trait sits there."""

    def __init__(self, guests: Iterable[Guest] = ()) -> None:
        self.guests: list[Guest] = []
        self.counts: Counter = Counter()
        for guest in guests:
            self.seat(guest)

    def seat(self, guest: Guest) -> None:
        self.guests.append(guest)
        self.counts.update(guest.traits)

    def leave(self, guest: Guest) -> None:
        self.guests.remove(guest)
        self.counts.subtract(guest.traits)

    def price_of(self, guest: Guest) -> int:
        """How much this guest shares with who sits here."""
        return sum(WEIGHTS[kind] * self.counts[kind, it] for kind, it in guest.traits)


def _improve(tables: list[Table]) -> None:
    """Stops when a whole round brought nothing, or when it took long enough."""
    tried, better = 0, True
    while better and tried < MOST_SWAPS:
        better = False
        for one, other in combinations(tables, 2):
            for mine in list(one.guests):
                for theirs in list(other.guests):
                    tried += 1
                    if _swap_if_better(one, mine, other, theirs):
                        better = True
                        break


def _swap_if_better(one: Table, mine: Guest, other: Table, theirs: Guest) -> bool:
    one.leave(mine)
    other.leave(theirs)
    now = one.price_of(mine) + other.price_of(theirs)
    then = one.price_of(theirs) + other.price_of(mine)
    one.seat(theirs if then < now else mine)
    other.seat(mine if then < now else theirs)
    return then < now


def shared(groups: Iterable[Sequence[Guest]]) -> int:
    """What pairs within one group have in common, by weight."""
    return sum(
        WEIGHTS[kind] * comb(number, 2)
        for guests in groups
        for (kind, _), number in Table(guests).counts.items()
    )


def unavoidable(guests: Iterable[Guest], groups: int) -> int:
    """What they would share if each trait were spread evenly: no mixing goes below."""
    counts = Table(guests).counts
    total = 0
    for (kind, _), number in counts.items():
        each, over = divmod(number, groups)
        pairs = over * comb(each + 1, 2) + (groups - over) * comb(each, 2)
        total += WEIGHTS[kind] * pairs
    return total


def sameness(groups: Sequence[Sequence[Guest]]) -> int:
    """The measure: what is shared above the unavoidable. 0 is mixed perfectly."""
    everybody = [guest for guests in groups for guest in guests]
    return shared(groups) - unavoidable(everybody, len(groups))


def reason(guest: Guest, group: Sequence[Guest]) -> str:
    """Why somebody sits here, as a sentence that goes on after "omdat"."""
    others = [other for other in group if other.number != guest.number]
    said = [
        *_of_role(guest, others),
        *_of_work(guest, others),
        *_of_newcomers(guest, others),
    ]
    return "; ".join(said) or "we jou nog niet kennen: met wie je zit, is geloot"


def _of_role(guest: Guest, others: Sequence[Guest]) -> list[str]:
    roles = {other.role for other in others if other.role} - {guest.role}
    alike = sum(other.role == guest.role for other in others)
    if not guest.role or not roles:
        return []
    number = f"{len(roles)} andere {'rol' if len(roles) == 1 else 'rollen'}"
    if not alike:
        return [f"jij hier de enige {guest.role} bent, naast {number}"]
    return [f"hier {number} zitten dan die van jou"]


def _of_work(guest: Guest, others: Sequence[Guest]) -> list[str]:
    alone = guest.organisation not in {other.organisation for other in others}
    return ["er geen collega van je bij zit"] if guest.organisation and alone else []


def _of_newcomers(guest: Guest, others: Sequence[Guest]) -> list[str]:
    if guest.is_new and any(not other.is_new for other in others):
        return ["er iemand bij zit die hier vaker kwam"]
    if not guest.is_new and any(other.is_new for other in others):
        return ["er iemand voor het eerst bij is"]
    return []


def number_of_groups(people: int, *, size: int) -> int:
    """Of about that size: none is larger, and none is alone if it can be helped."""
    return max(1, -(-people // size))
