"""How we write amounts, days and hours: once, for pages, mails and PDFs."""

import datetime
from decimal import Decimal

from django.utils import timezone

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
NBSP = "\u00a0"


def euro(amount: Decimal | int) -> str:
    """Both decimals, always: "€ 1.234,50"."""
    figures = f"{Decimal(amount):,.2f}"
    return f"€{NBSP}{figures.translate(str.maketrans(',.', '.,'))}"


def euro_short(amount: Decimal | int) -> str:
    """Whole euros without ",00", for a price that is shouted."""
    return euro(amount).removesuffix(",00")


def vat(rate: Decimal | None) -> str:
    """A rate by its name: "btw 21%"; without a rate "vrijgesteld van btw"."""
    return "vrijgesteld van btw" if rate is None else f"btw {rate:.0f}%"


def local(moment: datetime.datetime) -> datetime.datetime:
    """What the clock on the wall says; a naive moment is one already."""
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def day_short(value: datetime.date) -> str:
    """The date without its weekday: "10 maart 2027"."""
    if isinstance(value, datetime.datetime):
        value = local(value)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def day(value: datetime.date) -> str:
    """A date to plan by: "woensdag 10 maart 2027"."""
    if isinstance(value, datetime.datetime):
        value = local(value)
    return f"{DAYS[value.weekday()]} {day_short(value)}"


def clock(value: datetime.datetime | datetime.time) -> str:
    """Hours with a point, as the Dutch write them: "09.30"."""
    if isinstance(value, datetime.datetime):
        value = local(value)
    return f"{value:%H.%M}"


def moment(value: datetime.datetime) -> str:
    """A day and an hour: "10 maart 2027, 09.30 uur"."""
    return f"{day_short(value)}, {clock(value)} uur"
