"""How an order becomes lines, and how a refund is divided over its rates."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from events.orders.models import Pair

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Line:
    """One line of an invoice; amounts in euros."""

    description: str
    quantity: int
    unit_net: Decimal
    rate: Decimal
    net: Decimal
    vat: Decimal

    def as_json(self) -> dict:
        return {
            name: str(value) if isinstance(value, Decimal) else value
            for name, value in asdict(self).items()
        }


def lines_of(pairs: Iterable[Pair], *, event_name: str) -> list[Line]:
    """Pairs of one type, price and rate make one line, rounded per pair.

    So a credit note for one pair takes exactly that pair out of the invoice."""
    key = lambda pair: (pair.ticket.name, pair.price, pair.vat_rate)  # noqa: E731
    lines = []
    for (ticket, price, rate), found in groupby(sorted(pairs, key=key), key=key):
        same = list(found)
        vat = sum((pair.vat for pair in same), Decimal(0))
        net = sum((pair.price for pair in same), Decimal(0)) - vat
        unit_net = price - same[0].vat
        description = f"{ticket} voor 2 personen, {event_name}"
        lines.append(Line(description, len(same), unit_net, rate, net, vat))
    return lines


def divide(
    amount: Decimal, vat_by_rate: dict[Decimal, tuple[Decimal, Decimal]]
) -> list[tuple[Decimal, Decimal, Decimal]]:
    """Split a refund over what is left per rate: (rate, net, vat), to the cent.

    `vat_by_rate` holds what is left of the invoice, (net, vat) per rate. The last rate
    takes the remainder, and a refund of all that is left takes exactly that, so the
    notes of an invoice add up to it."""
    left = sum((net + vat for net, vat in vat_by_rate.values()), Decimal(0))
    if not 0 < amount <= left:
        raise ValueError(amount)
    parts, rest = [], amount
    for position, (rate, (net, vat)) in enumerate(sorted(vat_by_rate.items()), start=1):
        share = _round(amount * (net + vat) / left)
        share = rest if position == len(vat_by_rate) else min(share, rest)
        rest -= share
        part_vat = vat if share == net + vat else _round(share * vat / (net + vat))
        if share:
            parts.append((rate, share - part_vat, part_vat))
    return parts


def _round(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
