"""What is a code, what does it take off, and when is it good; pure."""

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from events.tickets.amounts import LEAST_PAYMENT
from events.vouchers.models import Voucher

LONGEST = 40


def plain(typed: str) -> str:
    """As we keep it: "zomer 26 - vip" is ZOMER26VIP, however it is typed."""
    return re.sub(r"[\W_]+", "", typed[: 4 * LONGEST]).upper()[:LONGEST]


def discounted(price: Decimal, voucher: Voucher) -> Decimal:
    """A pair costs nothing, or as much as a bank will move: the rest we let go."""
    if voucher.kind == Voucher.Kind.PERCENT:
        left = price * (100 - voucher.value) / 100
    else:
        left = price - voucher.value
    left = left.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return left if left >= LEAST_PAYMENT else Decimal(0)


def is_valid_at(voucher: Voucher, now: datetime) -> bool:
    begun = voucher.valid_from is None or voucher.valid_from <= now
    return begun and not is_over_at(voucher, now)


def is_over_at(voucher: Voucher, now: datetime) -> bool:
    return voucher.valid_until is not None and voucher.valid_until <= now
