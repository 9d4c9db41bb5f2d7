"""All that is said to and by Stripe; beside the fake, only this imports `stripe`.

The rest of the code sees dataclasses, four refusals and amounts in euros.

answers   what our code gets to see
cents     the only place where they exist
request   what a session is asked for
client    how Stripe is reached
reading   from Stripe's objects to ours
calls     every call
messages  webhooks
"""

from events.payments.stripe_api.answers import (
    DisputeResult,
    Line,
    Moved,
    NotFromStripe,
    Notice,
    NotOpen,
    PayoutResult,
    RefundResult,
    Refused,
    Session,
    Unreachable,
)
from events.payments.stripe_api.calls import (
    create_session,
    disputes_since,
    expire_session,
    fetch_dispute,
    fetch_refund,
    fetch_session,
    lines_of,
    list_refunds,
    list_sessions,
    moved_since,
    payouts_since,
    refund,
    refunds_since,
)
from events.payments.stripe_api.cents import to_cents, to_euros
from events.payments.stripe_api.client import client
from events.payments.stripe_api.messages import (
    ABOUT_A_DISPUTE,
    ABOUT_A_REFUND,
    ABOUT_A_SESSION,
    read_event,
)
from events.payments.stripe_api.request import checkout_params

__all__ = [
    "ABOUT_A_DISPUTE",
    "ABOUT_A_REFUND",
    "ABOUT_A_SESSION",
    "DisputeResult",
    "Line",
    "Moved",
    "NotFromStripe",
    "NotOpen",
    "Notice",
    "PayoutResult",
    "RefundResult",
    "Refused",
    "Session",
    "Unreachable",
    "checkout_params",
    "client",
    "create_session",
    "disputes_since",
    "expire_session",
    "fetch_dispute",
    "fetch_refund",
    "fetch_session",
    "lines_of",
    "list_refunds",
    "list_sessions",
    "moved_since",
    "payouts_since",
    "read_event",
    "refund",
    "refunds_since",
    "to_cents",
    "to_euros",
]
