"""A part of a price with a VAT rate of its own: what somebody eats and drinks."""

from dataclasses import astuple, dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.db.models import F, Q

from events.tickets.amounts import vat_in
from events.tickets.vat_rates import CHOICES

PART = ["part_name", "part_price", "part_rate"]
ALL_OR_NOTHING = Q(part_name="", part_price=None, part_rate=None) | (
    Q(part_price__gt=0, part_price__lte=F("price"))
    & Q(part_price__isnull=False, part_rate__isnull=False)
    & ~Q(part_name="")
)


@dataclass(frozen=True)
class Share:
    """What falls under one rate; without a name it is the ticket itself."""

    name: str
    price: Decimal
    rate: Decimal | None

    @property
    def vat(self) -> Decimal:
        return vat_in(self.price, self.rate)

    @property
    def net(self) -> Decimal:
        return self.price - self.vat


class InParts(models.Model):
    """Has a price and a `vat_rate`, and perhaps a part of that price at another."""

    part_name = models.CharField(
        "wat het is",
        max_length=60,
        blank=True,
        default="",
        db_default="",
        help_text="Staat zo op de factuur. Leeg: eten en drinken.",
    )
    part_price = models.DecimalField(
        "bedrag binnen de prijs voor twee, inclusief btw",
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Bij een lagere prijs of met een code gaat hier evenveel procent af.",
    )
    part_rate = models.DecimalField(
        "btw-tarief daarvan",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        choices=CHOICES,
    )

    price: Decimal
    vat_rate: Decimal | None

    class Meta:
        abstract = True

    def shares_at(self, price: Decimal) -> list[Share]:
        """Of another price each part is as many percent, to the cent, and the sum
        is that price; nothing has no parts."""
        part = Decimal(0)
        if price and self.part_price:
            part = self.part_price * price / self.price
            part = part.quantize(Decimal("0.01"), ROUND_HALF_UP)
        own = Share("", price - part, self.vat_rate)
        return [own, Share(self.part_name, part, self.part_rate)] if part else [own]

    def take_part_of(self, other: "InParts") -> None:
        """As much of the price as the other has, and never changed by it again."""
        _own, *parts = other.shares_at(self.price)
        values = astuple(parts[0]) if parts else ("", None, None)
        self.part_name, self.part_price, self.part_rate = values

    def vat_at(self, price: Decimal) -> Decimal:
        """Each part rounds its own."""
        return sum((share.vat for share in self.shares_at(price)), Decimal(0))

    @property
    def shares(self) -> list[Share]:
        return self.shares_at(self.price)

    @property
    def vat(self) -> Decimal:
        """The VAT inside the price."""
        return self.vat_at(self.price)
