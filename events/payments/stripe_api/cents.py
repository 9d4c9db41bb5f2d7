"""The only door through which cents come in and go out."""

from decimal import Decimal


def to_cents(amount: Decimal) -> int:
    """Exact: an amount that needs rounding here is a mistake made elsewhere."""
    if not amount.is_finite() or amount != amount.quantize(Decimal("0.01")):
        raise ValueError(amount)
    return int(amount * 100)


def to_euros(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
