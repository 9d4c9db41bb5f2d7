"""The pairs of an order as lines: one per type, price and rate; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from events.orders.models import Pair


@dataclass(frozen=True)
class Line:
    """One rate of pairs that cost the same; amounts in euros."""

    name: str
    price: Decimal
    rate: Decimal | None
    vat_text: str
    quantity: int
    vat: Decimal

    @property
    def total(self) -> Decimal:
        return self.price * self.quantity

    @property
    def net(self) -> Decimal:
        return self.total - self.vat

    @property
    def unit_net(self) -> Decimal:
        """Each pair rounds its own VAT, so this is the same for all of them."""
        return self.net / self.quantity


def most_held_by_one(capacity: int) -> int:
    """Pairs that one address may hold unpaid: a company has one for all its people.

    A quarter of the hall, and in a small one still two orders of five."""
    return max(10, capacity // 4)


def lines_of(pairs: Iterable[Pair]) -> list[Line]:
    """Rounded per pair, so that one pair can be taken out to the cent."""
    return [
        Line(
            share.name or pair.ticket.name,
            share.price,
            share.rate,
            "" if share.name else pair.ticket.vat_text,
            number,
            share.vat * number,
        )
        for pair, number in alike(pairs)
        for share in pair.shares
    ]


@dataclass(frozen=True)
class Lines:
    """All of one order."""

    all: list[Line]

    @property
    def vat(self) -> dict[Decimal | None, Decimal]:
        """What each rate comes to, the highest first and exempt last."""
        sums: dict[Decimal | None, Decimal] = {}
        for line in sorted(self.all, key=_highest_first):
            sums[line.rate] = sums.get(line.rate, Decimal(0)) + line.vat
        return sums

    @property
    def vat_texts(self) -> list[str]:
        """What the law wants said beside a rate, each once."""
        return list(
            dict.fromkeys(
                line.vat_text for line in self.all if line.vat_text and line.total
            )
        )


def alike(pairs: Iterable[Pair]) -> list[tuple[Pair, int]]:
    """One of each type, price and rate, and how many there are; the cheaper first."""

    def key(pair: Pair) -> tuple:
        return (
            pair.ticket.name,
            pair.price,
            pair.vat_rate is None,
            pair.vat_rate or Decimal(0),
            pair.part_name,
            pair.part_price or Decimal(0),
            pair.part_rate or Decimal(0),
        )

    groups = [list(same) for _, same in groupby(sorted(pairs, key=key), key=key)]
    return [(same[0], len(same)) for same in groups]


def _highest_first(line: Line) -> Decimal:
    return Decimal(1) if line.rate is None else -line.rate
