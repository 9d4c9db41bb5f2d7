"""What Stripe tells us by itself: who speaks is proven, the rest is asked."""

import json

import stripe
from django.conf import settings

from events.payments.stripe_api.answers import NotFromStripe, Notice

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)

ABOUT_A_SESSION = frozenset(
    {
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.async_payment_failed",
        "checkout.session.expired",
    }
)
ABOUT_A_REFUND = frozenset({"refund.created", "refund.updated", "refund.failed"})
ABOUT_A_DISPUTE = frozenset(
    {
        "charge.dispute.created",
        "charge.dispute.updated",
        "charge.dispute.closed",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
    }
)


def read_event(body: bytes, signature: str) -> Notice:
    """Who speaks is proven here; what is true is asked of Stripe afterwards.

    Thin and snapshot bodies come to the same, so a change of Stripe's payloads cannot
    hurt. Several secrets may be valid while one is being replaced (failure mode F22).
    """
    if not any(
        _is_signed(body, signature, secret)
        for secret in settings.STRIPE_WEBHOOK_SECRETS
    ):
        raise NotFromStripe
    try:
        event = json.loads(body)
        thin = event["object"] == "v2.core.event"
        about = event.get("related_object") if thin else event["data"]["object"]
        return Notice(
            id=_word(event["id"], 100),
            type=_word(event["type"], 80).removeprefix("v1."),
            object_id=_word((about or {}).get("id") or "", 100),
        )
    except UNREADABLE as unreadable:
        raise NotFromStripe from unreadable


def _word(found: object, longest: int) -> str:
    """A name that can be kept; what is something else is nothing of Stripe's."""
    if not isinstance(found, str) or len(found) > longest or "\x00" in found:
        raise TypeError("not a word of Stripe's")
    return found


def _is_signed(body: bytes, signature: str, secret: str) -> bool:
    if not signature.isascii():  # the SDK would fall over it
        return False
    try:
        return stripe.WebhookSignature.verify_header(
            body, signature, secret, stripe.Webhook.DEFAULT_TOLERANCE
        )
    except (stripe.SignatureVerificationError, ValueError):
        return False
