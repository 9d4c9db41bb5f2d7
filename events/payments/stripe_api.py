"""Every call to Stripe, and the only door through which cents come in and go out.

Beside the fake, this is the one module that imports `stripe`: the rest of the code sees
the dataclasses and the four refusals below, and amounts in euros.

The fake takes its place by a setting, never by a patch: `STRIPE_API_BASE` names another
server, `STRIPE_HTTP_CLIENT` a `stripe.HTTPClient` (or the path to one) in here."""

import functools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, cast

import stripe
from django.conf import settings
from django.utils.module_loading import import_string
from stripe.params import RefundCreateParams
from stripe.params.checkout import SessionCreateParams, SessionListParams

# The SDK would keep an id in the home directory and tell Stripe about this machine.
stripe.enable_telemetry = False

CONNECT_SECONDS, ANSWER_SECONDS = 3, 12  # the SDK's own default is 80
TRIES_AFTER_THE_FIRST = 2  # with the same idempotency key; a bare client never retries
PAGE = 100
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
# A wrong key is ours to put right; until then no payment and no refund is given up.
NOT_NOW = (
    stripe.APIConnectionError,
    stripe.RateLimitError,
    stripe.APIError,
    stripe.AuthenticationError,
    stripe.PermissionError,
)

ABOUT_A_SESSION = frozenset(
    {
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.async_payment_failed",
        "checkout.session.expired",
    }
)
ABOUT_A_REFUND = frozenset({"refund.created", "refund.updated", "refund.failed"})

# Their outcome is known days later, when the hold is long gone.
PAID_LATER = ["customer_balance", "multibanco", "sepa_debit"]


class Unreachable(Exception):
    """Ask again later: no answer, 5xx, too many requests, or our key is not valid."""


class Refused(Exception):
    """Stripe says no, and will say so again; `code` is Stripe's word for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotOpen(Exception):
    """The session is paid or expired already: fetch it and settle."""


class NotFromStripe(Exception):
    """None of our secrets signed this body, or it was signed too long ago."""


@dataclass(frozen=True)
class Line:
    """One line on the buyer's receipt; `amount` is the price of one, VAT included."""

    name: str
    description: str
    amount: Decimal
    quantity: int


@dataclass(frozen=True)
class Session:
    """What Stripe says about one attempt to pay."""

    id: str
    url: str  # empty once the session is no longer open
    status: str
    payment_status: str
    amount: Decimal
    currency: str
    livemode: bool
    reference: str
    metadata: dict[str, str]
    expires_at: datetime
    payment_intent: str  # empty until the buyer tries to pay
    intent_status: str

    @property
    def is_open(self) -> bool:
        return self.status == "open"

    @property
    def is_paid(self) -> bool:
        return self.payment_status == "paid"

    @property
    def is_processing(self) -> bool:
        """The buyer is done and the bank is not (failure mode F8)."""
        return self._waits_for_the_bank and self.intent_status == "processing"

    @property
    def has_failed(self) -> bool:
        """The bank said no after the buyer was done (failure mode F9)."""
        refused = self.intent_status in {"requires_payment_method", "canceled"}
        return self._waits_for_the_bank and refused

    @property
    def has_expired(self) -> bool:
        return self.status == "expired"

    @property
    def _waits_for_the_bank(self) -> bool:
        return self.status == "complete" and self.payment_status == "unpaid"


@dataclass(frozen=True)
class RefundResult:
    """What Stripe says about one refund."""

    id: str
    status: str  # pending, requires_action, succeeded, failed or canceled
    amount: Decimal
    currency: str
    payment_intent: str
    metadata: dict[str, str]
    failure_reason: str


@dataclass(frozen=True)
class Notice:
    """All that is believed of an event: what it is called and what it is about."""

    id: str
    type: str  # without the `v1.` of thin events
    object_id: str


def to_cents(amount: Decimal) -> int:
    """Exact: an amount that needs rounding here is a mistake made elsewhere."""
    if not amount.is_finite() or amount != amount.quantize(Decimal("0.01")):
        raise ValueError(amount)
    return int(amount * 100)


def to_euros(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


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


def create_session(params: dict[str, Any], *, idempotency_key: str) -> Session:
    with _at_stripe():
        made = client().v1.checkout.sessions.create(
            cast(SessionCreateParams, params), {"idempotency_key": idempotency_key}
        )
    return _session(made)


def fetch_session(session_id: str) -> Session:
    with _at_stripe():
        found = client().v1.checkout.sessions.retrieve(
            session_id, {"expand": ["payment_intent"]}
        )
    return _session(found)


def expire_session(session_id: str) -> Session:
    """End a session so that nobody can pay it any more, or NotOpen: it is too late."""
    with _at_stripe():
        try:
            ended = client().v1.checkout.sessions.expire(session_id)
        except stripe.InvalidRequestError as refusal:
            # The call has no parameters, so a 400 can only be about the state.
            if refusal.http_status == 400:
                raise NotOpen from refusal
            raise
    return _session(ended)


def list_sessions(created_since: datetime) -> Iterator[Session]:
    """Newest first, fetched page by page while they are read."""
    params: SessionListParams = {
        "created": {"gte": int(created_since.timestamp())},
        "expand": ["data.payment_intent"],
        "limit": PAGE,
    }
    with _at_stripe():
        for found in client().v1.checkout.sessions.list(params).auto_paging_iter():
            yield _session(found)


def refund(
    *,
    payment_intent: str,
    amount: Decimal,
    reason: str = "",
    metadata: dict[str, str],
    idempotency_key: str,
) -> RefundResult:
    """Give back (a part of) a payment; the same key never gives back twice."""
    params: RefundCreateParams = {
        "payment_intent": payment_intent,
        "amount": to_cents(amount),
        "metadata": metadata,
    }
    if reason:
        params["reason"] = reason
    with _at_stripe():
        made = client().v1.refunds.create(params, {"idempotency_key": idempotency_key})
    return _refund(made)


def fetch_refund(refund_id: str) -> RefundResult:
    with _at_stripe():
        return _refund(client().v1.refunds.retrieve(refund_id))


def list_refunds(payment_intent: str) -> list[RefundResult]:
    """All that was given back of one payment, by us or by somebody else."""
    with _at_stripe():
        made = client().v1.refunds.list({"payment_intent": payment_intent})
        return [_refund(found) for found in made.auto_paging_iter()]


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


def client() -> stripe.StripeClient:
    """One client per process, made anew only when the settings are others."""
    return _client(
        settings.STRIPE_SECRET_KEY,
        settings.STRIPE_API_BASE,
        settings.STRIPE_HTTP_CLIENT,
    )


@functools.lru_cache(maxsize=1)
def _client(
    key: str, base: str, http_client: stripe.HTTPClient | str | None
) -> stripe.StripeClient:
    if isinstance(http_client, str):
        http_client = cast(stripe.HTTPClient, import_string(http_client))
    return stripe.StripeClient(
        key,
        base_addresses={"api": base or stripe.DEFAULT_API_BASE},
        max_network_retries=TRIES_AFTER_THE_FIRST,
        http_client=http_client
        or stripe.RequestsClient(timeout=(CONNECT_SECONDS, ANSWER_SECONDS)),
    )


@contextmanager
def _at_stripe() -> Iterator[None]:
    """Two answers to what can go wrong: try again later, or do not."""
    try:
        yield
    except NOT_NOW as error:
        raise Unreachable from error
    except stripe.StripeError as error:
        raise Refused(error.code or type(error).__name__) from error


def _session(found: stripe.checkout.Session) -> Session:
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


def _refund(found: stripe.Refund) -> RefundResult:
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
