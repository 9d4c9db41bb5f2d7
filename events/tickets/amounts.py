"""What a price may be, and the VAT inside it."""

from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.db.models import Q

LEAST_PAYMENT = Decimal("0.50")  # Stripe's
FREE_OR_PAYABLE = Q(price=0) | Q(price__gte=LEAST_PAYMENT)


def check_price(price: Decimal) -> None:
    """Nothing, or as much as a bank will move."""
    if price < 0:
        raise ValidationError("Een prijs is niet negatief.")
    if 0 < price < LEAST_PAYMENT:
        raise ValidationError("De prijs is 0 (gratis) of minstens € 0,50.")


def vat_in(price: Decimal, rate: Decimal | None) -> Decimal:
    """The VAT inside a price that includes it, to the cent; exempt has no rate."""
    if rate is None:
        return Decimal(0)
    net = price / (1 + rate / 100)
    return price - net.quantize(Decimal("0.01"), ROUND_HALF_UP)
