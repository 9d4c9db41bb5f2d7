"""The Dutch rates of VAT and the days on which each holds (art. 9 Wet OB 1968)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class VatRate:
    """A percentage, from its first day up to and including its last, if it has one."""

    percent: Decimal
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


RATES = (
    VatRate(Decimal("21.00"), date(2012, 10, 1)),
    VatRate(Decimal("9.00"), date(2019, 1, 1)),
    VatRate(Decimal("0.00"), date(1969, 1, 1)),
)


def rates_on(day: date) -> list[Decimal]:
    """The rate of an admission is that of the day of the event, not of the sale."""
    return [rate.percent for rate in RATES if rate.holds_on(day)]


PERCENTAGES = [rate.percent for rate in RATES]
CHOICES = [(percent, f"{percent:.0f}%") for percent in PERCENTAGES]
