"""Requests to Stripe as our code makes them, and sessions that somebody paid."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from events.payments import stripe_api
from events.payments.stripe_api import Line

DUO = Line("Duoticket", "Voor 2 personen", Decimal("149.00"), 2)


def make_params(now: datetime, **changes: Any) -> dict[str, Any]:
    """What `create_session` sends for 2 pairs, with some of it changed."""
    params = stripe_api.checkout_params(
        order_reference="K7M-2PX",
        attempt_key="attempt-1",
        lines=[DUO],
        buyer_email="koper@example.nl",
        success_url="http://testserver/betaald/?s={CHECKOUT_SESSION_ID}",
        cancel_url="http://testserver/afgebroken/",
        expires_at=now + timedelta(minutes=31),
        site="http://testserver",
    )
    return {**params, **changes}
