"""What a session is asked for: plain JSON, frozen on the payment before the call."""

from datetime import datetime
from typing import Any

from events.payments.stripe_api.answers import Line
from events.payments.stripe_api.cents import to_cents

# Their outcome is known days later, when the hold is long gone.
PAID_LATER = ["customer_balance", "multibanco", "sepa_debit"]


def checkout_params(  # noqa: PLR0913  each argument is one line of what Stripe is sent
    *,
    order_reference: str,
    attempt_key: str,
    lines: list[Line],
    buyer_email: str,
    success_url: str,
    cancel_url: str,
    expires_at: datetime,
    site: str,
) -> dict[str, Any]:
    """What `create_session` sends: plain JSON, to be frozen on the payment's row.

    Sent again after a crash it must be the same to the byte, or Stripe refuses the key
    (failure modes F1 and F2).
    """
    metadata = {"order": order_reference, "attempt": attempt_key, "site": site}
    return {
        "mode": "payment",
        "locale": "nl",
        "submit_type": "pay",
        "line_items": [_line_item(line) for line in lines],
        "client_reference_id": order_reference,
        "metadata": metadata,
        "payment_intent_data": {
            "metadata": metadata,
            "description": f"Bestelling {order_reference}",
        },
        "customer_email": buyer_email,
        "customer_creation": "if_required",
        "success_url": success_url,
        "cancel_url": cancel_url,
        "expires_at": int(expires_at.timestamp()),
        "adaptive_pricing": {"enabled": False},  # amounts stay in euros
        "excluded_payment_method_types": PAID_LATER,
    }


def _line_item(line: Line) -> dict[str, Any]:
    product = {"name": line.name}
    if line.description:  # Stripe refuses an empty one
        product["description"] = line.description
    price = {
        "currency": "eur",
        "unit_amount": to_cents(line.amount),
        "product_data": product,
    }
    return {"price_data": price, "quantity": line.quantity}
