"""The pairs of an order as lines: one per type, price and rate; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from events.orders.models import Pair


@dataclass(frozen=True)
class Line:
    """Pairs that cost the same; amounts in euros."""

    ticket: str
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
    lines = []
    for same in _alike(pairs):
        first, vat = same[0], sum((pair.vat for pair in same), Decimal(0))
        ticket = first.ticket
        lines.append(
            Line(
                ticket.name,
                first.price,
                first.vat_rate,
                ticket.vat_text,
                len(same),
                vat,
            )
        )
    return lines


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


def _alike(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """By type, price and rate; the cheaper first."""

    def key(pair: Pair) -> tuple[str, Decimal, bool, Decimal]:
        return (
            pair.ticket.name,
            pair.price,
            pair.vat_rate is None,
            pair.vat_rate or Decimal(0),
        )

    return [list(same) for _, same in groupby(sorted(pairs, key=key), key=key)]


def _highest_first(line: Line) -> Decimal:
    return Decimal(1) if line.rate is None else -line.rate
