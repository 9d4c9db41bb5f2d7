"""From Stripe's objects to our answers."""

from __future__ import annotations  # the SDK loads a resource when it is named

from datetime import UTC, datetime
from typing import Any

import stripe

from events.payments.stripe_api.answers import (
    DisputeResult,
    Moved,
    PayoutResult,
    RefundResult,
    Session,
)
from events.payments.stripe_api.cents import to_euros


def session(found: stripe.checkout.Session) -> Session:
    intent = found.payment_intent
    return Session(
        id=found.id,
        url=found.url or "",
        status=found.status or "",
        payment_status=found.payment_status,
        amount=to_euros(found.amount_total or 0),
        currency=found.currency or "",
        livemode=found.livemode,
        reference=found.client_reference_id or "",
        metadata=_plain(found.metadata),
        expires_at=datetime.fromtimestamp(found.expires_at, UTC),
        payment_intent=_id(intent),
        intent_status=intent.status if isinstance(intent, stripe.PaymentIntent) else "",
    )


def refund(found: stripe.Refund) -> RefundResult:
    return RefundResult(
        id=found.id,
        status=found.status or "",
        amount=to_euros(found.amount),
        currency=found.currency,
        payment_intent=_id(found.payment_intent),
        metadata=_plain(found.metadata),
        failure_reason=getattr(found, "failure_reason", None) or "",
    )


def _id(reference: Any) -> str:
    """Of a field that holds an id, the object itself or nothing."""
    return reference or "" if isinstance(reference, str | None) else reference.id


def _plain(metadata: Any) -> dict[str, str]:
    return metadata.to_dict() if metadata else {}


def dispute(found: stripe.Dispute) -> DisputeResult:
    due_by = found.evidence_details.due_by
    return DisputeResult(
        id=found.id,
        status=found.status,
        amount=to_euros(found.amount),
        reason=found.reason,
        payment_intent=_id(found.payment_intent),
        is_refundable=found.is_charge_refundable,
        opened_at=datetime.fromtimestamp(found.created, UTC),
        answer_by=datetime.fromtimestamp(due_by, UTC) if due_by else None,
    )


def moved(found: stripe.BalanceTransaction) -> Moved:
    """With its source opened, since only that knows the payment and its metadata."""
    source: Any = found.source
    is_open = source is not None and not isinstance(source, str)
    return Moved(
        id=found.id,
        kind=found.reporting_category,
        amount=to_euros(found.amount),
        fee=to_euros(found.fee),
        currency=found.currency,
        at=datetime.fromtimestamp(found.created, UTC),
        source=_id(source),
        payment_intent=_id(getattr(source, "payment_intent", None)) if is_open else "",
        metadata=_plain(getattr(source, "metadata", None)) if is_open else {},
    )


def payout(found: stripe.Payout) -> PayoutResult:
    return PayoutResult(
        id=found.id,
        status=found.status,
        amount=to_euros(found.amount),
        currency=found.currency,
        is_automatic=found.automatic,
        is_complete=found.reconciliation_status == "completed",
        created_at=datetime.fromtimestamp(found.created, UTC),
        arrives_on=datetime.fromtimestamp(found.arrival_date, UTC).date(),
    )
