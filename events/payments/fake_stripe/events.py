"""What happened, and the webhooks that tell of it: when, how often, in which order."""

import copy
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum

import stripe

from events.payments.fake_stripe.account import EVENT, Account, Json

# What our endpoint subscribes to; other events are only in the list.
SUBSCRIBED = frozenset(
    {
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.async_payment_failed",
        "checkout.session.expired",
        "refund.created",
        "refund.updated",
        "refund.failed",
        "charge.dispute.created",
        "charge.dispute.updated",
        "charge.dispute.closed",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
    }
)
ADDRESS = {
    "checkout.session": "/v1/checkout/sessions",
    "refund": "/v1/refunds",
    "dispute": "/v1/disputes",
    "charge": "/v1/charges",
    "payment_intent": "/v1/payment_intents",
}
TEN_MINUTES = 600
# Stripe tries for three days, with ever longer pauses.
PAUSES = (60, 300, 1800, 7200, 18000, 36000, *(43200,) * 4)


class Telling(StrEnum):
    """How the next events reach the webhook."""

    NOW = "now"
    TWICE = "twice"
    REVERSED = "reversed"  # one waits for the next, which goes first
    DELAYED = "delayed"
    NEVER = "never"


def emit(account: Account, name: str, about: Json) -> Json:
    """Write down that something happened, with the object as it is at this moment."""
    event: Json = {
        "id": account.new_id("evt"),
        "object": EVENT,
        "api_version": stripe.api_version,
        "created": account.now(),
        "data": {"object": copy.deepcopy(about)},
        "livemode": False,
        "pending_webhooks": 0,
        "request": dict(account.request),
        "type": name,
    }
    account.add(event)
    if name in SUBSCRIBED:
        _announce(account, event["id"], Telling(account.webhooks))
    return event


def deliver(account: Account, event_id: str, *, due: int, attempt: int = 0) -> None:
    account.deliveries.append({"event": event_id, "due": due, "attempt": attempt})


def _announce(account: Account, event_id: str, telling: Telling) -> None:
    account.undelivered[event_id] = 1
    now = account.now()
    if telling is Telling.NEVER:
        return
    if telling is Telling.REVERSED:
        _go_first(account, event_id)
        return
    deliver(
        account, event_id, due=now + (TEN_MINUTES if telling is Telling.DELAYED else 0)
    )
    if telling is Telling.TWICE:
        account.undelivered[event_id] = 2
        deliver(account, event_id, due=now)


def _go_first(account: Account, event_id: str) -> None:
    """Overtake whatever waits to be overtaken, or wait for somebody who does."""
    now = account.now()
    waiting = [sent for sent in account.deliveries if sent.get("waits")]
    if not waiting:
        deliver(account, event_id, due=now + TEN_MINUTES)
        account.deliveries[-1]["waits"] = True
        return
    for sent in waiting:
        account.deliveries.remove(sent)
    deliver(account, event_id, due=now)
    for sent in waiting:
        deliver(account, sent["event"], due=now)


def take_due(account: Account) -> list[Json]:
    """The webhooks to be sent now, in this order; whoever takes them sends them."""
    now = account.now()
    due = [sent for sent in account.deliveries if sent["due"] <= now]
    account.deliveries = [sent for sent in account.deliveries if sent["due"] > now]
    return due


def note_outcome(account: Account, sent: Json, *, received: bool) -> None:
    """A webhook that was not answered with 2xx comes again, later and later."""
    event_id, attempt = sent["event"], sent["attempt"]
    if received:
        left = account.undelivered.get(event_id, 0)
        account.undelivered[event_id] = max(0, left - 1)
    elif attempt < len(PAUSES):
        due = account.now() + PAUSES[attempt]
        deliver(account, event_id, due=due, attempt=attempt + 1)


def snapshot_body(event: Json) -> str:
    return json.dumps(event)


def thin_body(event: Json) -> str:
    """Ids only; the number is another than that of the snapshot of the same fact."""
    about = event["data"]["object"]
    request = event["request"]
    body = {
        "id": event["id"].replace("evt_", "evt_test_"),
        "object": "v2.core.event",
        "type": f"v1.{event['type']}",
        "livemode": False,
        "created": _moment(event["created"]),
        "context": None,
        "reason": {"type": "request", "request": request} if request["id"] else None,
        "related_object": {
            "id": about["id"],
            "type": about["object"],
            "url": f"{ADDRESS[about['object']]}/{about['id']}",
        },
        "snapshot_event": event["id"],
    }
    return json.dumps(body)


def body_of(account: Account, event: Json) -> str:
    return thin_body(event) if account.thin else snapshot_body(event)


def signature_for(body: str, secret: str) -> str:
    """By Stripe's own function, with the time of the real clock."""
    return stripe.WebhookSignature.generate_signature_header(body, secret)


def about(events: Iterable[Json], thing_id: str) -> list[Json]:
    return [event for event in events if event["data"]["object"]["id"] == thing_id]


def _moment(epoch: int) -> str:
    return datetime.fromtimestamp(epoch, UTC).isoformat().replace("+00:00", ".000Z")
