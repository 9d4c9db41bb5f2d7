"""Every call to Stripe; each raises Unreachable or Refused."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import stripe

from events.payments.stripe_api import reading
from events.payments.stripe_api.answers import (
    DisputeResult,
    Moved,
    NotOpen,
    PayoutResult,
    RefundResult,
    Session,
)
from events.payments.stripe_api.cents import to_cents
from events.payments.stripe_api.client import at_stripe, client

if TYPE_CHECKING:  # the SDK reads hundreds of files for these, at every start
    from stripe.params import (
        BalanceTransactionListParams,
        DisputeListParams,
        PayoutListParams,
        RefundCreateParams,
        RefundListParams,
    )
    from stripe.params.checkout import SessionCreateParams, SessionListParams

PAGE = 100


def create_session(params: dict[str, Any], *, idempotency_key: str) -> Session:
    with at_stripe():
        made = client().v1.checkout.sessions.create(
            cast("SessionCreateParams", params), {"idempotency_key": idempotency_key}
        )
    return reading.session(made)


def fetch_session(session_id: str) -> Session:
    with at_stripe():
        found = client().v1.checkout.sessions.retrieve(
            session_id, {"expand": ["payment_intent"]}
        )
    return reading.session(found)


def expire_session(session_id: str) -> Session:
    """End a session so that nobody can pay it any more, or NotOpen: it is too late."""
    with at_stripe():
        try:
            ended = client().v1.checkout.sessions.expire(session_id)
        except stripe.InvalidRequestError as refusal:
            # The call has no parameters, so a 400 can only be about the state.
            if refusal.http_status == 400:
                raise NotOpen from refusal
            raise
    return reading.session(ended)


def list_sessions(created_since: datetime) -> Iterator[Session]:
    """Newest first, fetched page by page while they are read."""
    params: SessionListParams = {
        "created": {"gte": int(created_since.timestamp())},
        "expand": ["data.payment_intent"],
        "limit": PAGE,
    }
    with at_stripe():
        for found in client().v1.checkout.sessions.list(params).auto_paging_iter():
            yield reading.session(found)


def refund(
    *,
    payment_intent: str,
    amount: Decimal | None,
    reason: str = "",
    metadata: dict[str, str],
    idempotency_key: str,
) -> RefundResult:
    """Give back (a part of) a payment; the same key never gives back twice.

    Without an amount all of it goes back, in whatever currency it came."""
    params: RefundCreateParams = {
        "payment_intent": payment_intent,
        "metadata": metadata,
    }
    if amount is not None:
        params["amount"] = to_cents(amount)
    if reason:
        params["reason"] = reason
    with at_stripe():
        made = client().v1.refunds.create(params, {"idempotency_key": idempotency_key})
    return reading.refund(made)


def fetch_refund(refund_id: str) -> RefundResult:
    with at_stripe():
        return reading.refund(client().v1.refunds.retrieve(refund_id))


def list_refunds(payment_intent: str) -> list[RefundResult]:
    """All that was given back of one payment, by us or by somebody else."""
    with at_stripe():
        made = client().v1.refunds.list({"payment_intent": payment_intent})
        return [reading.refund(found) for found in made.auto_paging_iter()]


def refunds_since(moment: datetime) -> Iterator[RefundResult]:
    """Made since then, by us or by somebody else; newest first, page by page."""
    params: RefundListParams = {
        "created": {"gte": int(moment.timestamp())},
        "limit": PAGE,
    }
    with at_stripe():
        for found in client().v1.refunds.list(params).auto_paging_iter():
            yield reading.refund(found)


def fetch_dispute(dispute_id: str) -> DisputeResult:
    with at_stripe():
        return reading.dispute(client().v1.disputes.retrieve(dispute_id))


def disputes_since(moment: datetime) -> Iterator[DisputeResult]:
    """Opened since then."""
    params: DisputeListParams = {
        "created": {"gte": int(moment.timestamp())},
        "limit": PAGE,
    }
    with at_stripe():
        for found in client().v1.disputes.list(params).auto_paging_iter():
            yield reading.dispute(found)


def moved_since(moment: datetime) -> Iterator[Moved]:
    """Every cent that came or went since then, with what caused it."""
    return _moved({"created": {"gte": int(moment.timestamp())}})


def lines_of(payout_id: str) -> Iterator[Moved]:
    """Of what an automatic payout consists; its own line is among them."""
    return _moved({"payout": payout_id})


def _moved(which: "BalanceTransactionListParams") -> Iterator[Moved]:
    params: BalanceTransactionListParams = {
        **which,
        "expand": ["data.source"],
        "limit": PAGE,
    }
    with at_stripe():
        for found in client().v1.balance_transactions.list(params).auto_paging_iter():
            yield reading.moved(found)


def payouts_since(moment: datetime) -> Iterator[PayoutResult]:
    """Made since then; newest first, page by page."""
    params: PayoutListParams = {
        "created": {"gte": int(moment.timestamp())},
        "limit": PAGE,
    }
    with at_stripe():
        for found in client().v1.payouts.list(params).auto_paging_iter():
            yield reading.payout(found)
