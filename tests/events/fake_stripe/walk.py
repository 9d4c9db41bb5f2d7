"""A walk through everything the fake can be in, for the tests of its shapes."""

import json
from collections.abc import Iterator

from tests.factories.stripe import make_params


def every_state(stripe, sdk, now) -> Iterator[dict]:
    """Each object in each state that it can get into, as the JSON of the API."""
    sessions = [sdk.v1.checkout.sessions.create(make_params(now)).id for _ in range(8)]
    yield from everything(stripe)
    intents = [
        stripe.pay(sessions[0])["payment_intent"],
        stripe.pay(sessions[1], method="card")["payment_intent"],
        stripe.pay(sessions[2], method="card")["payment_intent"],
    ]
    stripe.decline(sessions[3])
    stripe.decline(sessions[4], method="card")
    stripe.expire(sessions[4])
    stripe.pay_later(sessions[5])
    stripe.pay_later(sessions[6])
    stripe.finish(sessions[6], paid=False)
    yield from everything(stripe)
    for outcome in ("succeeded", "pending", "insufficient_funds", "fails_tomorrow"):
        stripe.next_refunds(outcome)
        for intent in intents[:2]:
            sdk.v1.refunds.create(
                {"payment_intent": intent, "amount": 100, "reason": "duplicate"}
            )
    dispute = stripe.open_dispute(intents[2])
    yield from everything(stripe)
    stripe.close_dispute(dispute["id"], won=True)
    stripe.fail_refund(stripe.refunds[0]["id"])
    stripe.finish(sessions[5], paid=True)
    stripe.fail_payout(stripe.pay_out()["id"])
    stripe.arrive(stripe.pay_out(automatic=False)["id"])
    yield from everything(stripe)
    for session in sessions:
        opened = {"expand": ["payment_intent.latest_charge", "line_items"]}
        answer = sdk.v1.checkout.sessions.retrieve(session, opened).last_response
        yield json.loads(answer.body)


def everything(stripe) -> Iterator[dict]:
    yield from stripe.sessions
    yield from stripe.intents
    yield from stripe.charges
    yield from stripe.refunds
    yield from stripe.disputes
    yield from stripe.movements
    yield from stripe.payouts
    yield from stripe.events
