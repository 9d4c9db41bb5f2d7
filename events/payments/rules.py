"""Whether what Stripe says is about what we asked; no clock, no database."""

from decimal import Decimal
from typing import Protocol

from events.payments.models import Payment


class Session(Protocol):
    """What these rules need to know of a session."""

    @property
    def amount(self) -> Decimal: ...
    @property
    def currency(self) -> str: ...
    @property
    def livemode(self) -> bool: ...
    @property
    def reference(self) -> str: ...
    @property
    def metadata(self) -> dict[str, str]: ...


def what_is_wrong(payment: Payment, session: Session, *, is_live: bool) -> str:
    """The first thing that does not match our books, or nothing (F12)."""
    checks = {
        "bedrag": session.amount == payment.amount,
        "munt": session.currency == "eur",
        "omgeving": session.livemode == is_live,
        "bestelnummer": session.reference == payment.order.reference,
        "poging": session.metadata.get("attempt") == payment.key,
    }
    return next((name for name, matches in checks.items() if not matches), "")
