"""What comes back when somebody changes their mind; no clock, no database.

The same for an event, as it is now, and for an order, as it was agreed."""

from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from django.utils import timezone

from home import dutch

CENT = Decimal("0.01")
WITHDRAWAL = timedelta(days=14)


class CancelRules(Protocol):
    """Free until a moment, then a percentage is kept, then it is too late."""

    @property
    def cancel_free_until(self) -> datetime | None: ...
    @property
    def cancel_until(self) -> datetime | None: ...
    @property
    def cancel_fee(self) -> int: ...


def fee_for(rules: CancelRules, price: Decimal, *, now: datetime) -> Decimal | None:
    """What is kept of the price of one pair; None when it can not be cancelled."""
    if rules.cancel_free_until is not None and now < rules.cancel_free_until:
        return Decimal("0.00")
    if rules.cancel_until is not None and now < rules.cancel_until:
        return (price * rules.cancel_fee / 100).quantize(CENT, ROUND_HALF_UP)
    return None


def withdrawal_ends(ordered_at: datetime) -> datetime:
    """The end of the fourteenth day after the one of the order (L3)."""
    day = timezone.localdate(ordered_at) + WITHDRAWAL + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time()))


def may_withdraw(  # each argument is one condition of the law
    *,
    withdrawal: str,
    is_business: bool,
    ordered_at: datetime | None,
    starts_at: datetime,
    now: datetime,
) -> bool:
    """A consumer, within 14 days, as long as the event has not begun (L3)."""
    if withdrawal != "14days" or is_business or ordered_at is None:
        return False
    return now < min(withdrawal_ends(ordered_at), starts_at)


def rules_in_words(rules: CancelRules) -> str:
    """As it stands beside the order button, in the mail and in the kept terms."""
    return (
        f"{cancellation_in_words(rules)} Kan annuleren niet (meer) gratis, dan zet je "
        "je duo terug in de verkoop: neemt iemand anders jullie plaats, dan krijg je "
        "de hele prijs terug."
    )


def cancellation_in_words(rules: CancelRules) -> str:
    """Until when, and for how much."""
    free, until, fee = rules.cancel_free_until, rules.cancel_until, rules.cancel_fee
    if until is not None and (free is None or free < until):
        last = dutch.moment(until)
        kept = f"houden we {fee}% van de prijs in" if fee else "houden we niets in"
        if free is None:
            return (
                f"Annuleren kan tot {last}; daarbij {kept}. Daarna kan het niet meer."
            )
        return (
            f"Annuleren kan gratis tot {dutch.moment(free)}. Daarna {kept}, tot "
            f"{last}. Daarna kan het niet meer."
        )
    if free is not None:
        return (
            f"Annuleren kan gratis tot {dutch.moment(free)}. Daarna kan het niet meer."
        )
    return "Annuleren kan niet; een ander in jullie plaats laten gaan wel."


def withdrawal_in_words(withdrawal: str) -> str:
    """Whether there is a right of withdrawal, said before the order and after (L3)."""
    if withdrawal == "14days":
        return (
            "Koop je voor jezelf, dan heb je 14 dagen bedenktijd, gerekend vanaf de "
            "dag na je bestelling en hoogstens tot het evenement begint."
        )
    return "Voor een evenement op een vaste datum geldt geen bedenktijd van 14 dagen."
