"""How an order becomes lines, and how a refund is divided over its rates."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal

from events.orders import rules as order_rules
from events.orders.models import Pair

CENT = Decimal("0.01")
NOTHING = (Decimal(0), Decimal(0))

type ByRate = dict[Decimal | None, tuple[Decimal, Decimal]]  # net and VAT


@dataclass(frozen=True)
class Line:
    """One line of an invoice; amounts in euros."""

    description: str
    quantity: int
    unit_net: Decimal
    rate: Decimal | None
    net: Decimal
    vat: Decimal
    vat_text: str = ""

    def as_json(self) -> dict:
        return {
            name: str(value) if isinstance(value, Decimal) else value
            for name, value in asdict(self).items()
        }


def lines_of(pairs: Iterable[Pair], *, event_name: str) -> list[Line]:
    """Pairs of one type, price and rate make one line per rate, rounded per pair.

    So a credit note for one pair takes exactly that pair out of the invoice."""
    return [
        Line(
            f"{line.name} voor 2 personen, {event_name}",
            line.quantity,
            line.unit_net,
            line.rate,
            line.net,
            line.vat,
            line.vat_text,
        )
        for line in order_rules.lines_of(pairs)
    ]


def by_rate(amounts: Iterable[tuple[Decimal | None, Decimal, Decimal]]) -> ByRate:
    """The sums of (rate, net, VAT)."""
    sums: ByRate = {}
    for rate, net, vat in amounts:
        before = sums.get(rate, NOTHING)
        sums[rate] = before[0] + net, before[1] + vat
    return sums


def written(lines: Iterable[dict]) -> ByRate:
    """The sums of lines as they were written down."""
    return by_rate(
        (rate_of(line), Decimal(line["net"]), Decimal(line["vat"])) for line in lines
    )


def of_this_pair(pair: Pair, left: ByRate) -> ByRate | None:
    """The sums of one pair, if so much is left of its invoice."""
    own = by_rate((share.rate, share.net, share.vat) for share in pair.shares)
    is_there = all(
        mine <= there
        for rate in own
        for mine, there in zip(own[rate], left.get(rate, NOTHING), strict=True)
    )
    return own if is_there else None


def rate_of(line: dict) -> Decimal | None:
    """As it was written down; exempt has none."""
    return None if line["rate"] is None else Decimal(line["rate"])


def divide(
    amount: Decimal, vat_by_rate: ByRate
) -> list[tuple[Decimal | None, Decimal, Decimal]]:
    """Split a refund over what is left per rate: (rate, net, vat), to the cent.

    `vat_by_rate` holds what is left of the invoice, or one pair of it. The last rate
    takes the remainder, and a refund of all that is left takes exactly that, so the
    notes of an invoice add up to it."""
    left = sum((net + vat for net, vat in vat_by_rate.values()), Decimal(0))
    if not 0 < amount <= left:
        raise ValueError(amount)
    parts, rest = [], amount
    exempt_last = sorted(vat_by_rate, key=lambda rate: (rate is None, rate or 0))
    for position, rate in enumerate(exempt_last, start=1):
        net, vat = vat_by_rate[rate]
        share = _round(amount * (net + vat) / left)
        share = rest if position == len(vat_by_rate) else min(share, rest)
        rest -= share
        part_vat = vat if share == net + vat else _round(share * vat / (net + vat))
        if share:
            parts.append((rate, share - part_vat, part_vat))
    return parts


def _round(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
