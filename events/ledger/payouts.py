"""What Stripe sent to our bank, and of which of its lines that consists."""

from datetime import datetime
from decimal import Decimal

from events.ledger.matching import note_line
from events.ledger.models import Payout
from events.payments import stripe_api

CURRENCY = "eur"


def note_payout(found: stripe_api.PayoutResult, *, now: datetime) -> None:
    """As it is now; its lines are read once, when Stripe says that they are complete.

    One that arrived may still come back from the bank, days later."""
    if found.currency != CURRENCY:
        return
    payout, _ = Payout.objects.update_or_create(
        stripe_id=found.id,
        defaults={
            "status": found.status,
            "amount": found.amount,
            "is_automatic": found.is_automatic,
            "created_at": found.created_at,
            "arrives_on": found.arrives_on,
        },
    )
    if found.is_complete and payout.explained is None:
        _read(payout, now)


def _read(payout: Payout, now: datetime) -> None:
    """The sum is of all lines, also of those that are not about this site."""
    explained = Decimal(0)
    for moved in stripe_api.lines_of(payout.stripe_id):
        if moved.kind == "payout":  # its own
            continue
        explained += moved.amount - moved.fee
        movement = note_line(moved, now=now)
        if movement is not None:
            movement.payout = payout
            movement.save(update_fields=["payout"])
    payout.explained = explained
    payout.save(update_fields=["explained"])
