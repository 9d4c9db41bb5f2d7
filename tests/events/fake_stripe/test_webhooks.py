"""Webhooks: signed by Stripe's own function, and never quite when one expects them."""

import json
from datetime import timedelta

import pytest

from events.payments.fake_stripe import events

SECRET = "whsec_tests"


def due(stripe):
    """What is sent now, as the types in their order."""
    return [json.loads(body)["type"] for _, body in stripe.take_due_webhooks()]


def completed(stripe):
    [event] = [e for e in stripe.events if e["type"] == "checkout.session.completed"]
    return event


def test_the_sdk_believes_a_thin_body(sdk, stripe, session):
    stripe.pay(session.id)
    body = events.thin_body(completed(stripe))

    notice = sdk.parse_event_notification(
        body, events.signature_for(body, SECRET), SECRET
    )

    assert notice.type == "v1.checkout.session.completed"
    assert notice.related_object.id == session.id
    assert notice.fetch_related_object().payment_status == "paid"


def test_the_sdk_believes_a_snapshot(sdk, stripe, session):
    stripe.pay(session.id)
    body = events.snapshot_body(completed(stripe))

    event = sdk.construct_event(body, events.signature_for(body, SECRET), SECRET)

    assert event.type == "checkout.session.completed"
    assert event.data.object.payment_status == "paid"


def test_a_snapshot_tells_how_it_was_then(stripe, session):
    stripe.pay_later(session.id)
    stripe.finish(session.id, paid=True)

    assert completed(stripe)["data"]["object"]["payment_status"] == "unpaid"


def test_an_endpoint_hears_only_what_it_asked_for(stripe, session):
    stripe.pay(session.id)

    assert due(stripe) == ["v1.checkout.session.completed"]
    assert due(stripe) == []


def test_twice(stripe, session):
    stripe.tell_webhooks("twice", thin=False)
    stripe.pay(session.id)

    assert due(stripe) == ["checkout.session.completed"] * 2


def test_in_the_wrong_order(stripe, session):
    stripe.tell_webhooks("reversed")
    stripe.pay_later(session.id)
    first = due(stripe)
    stripe.finish(session.id, paid=True)

    assert first == []
    assert due(stripe) == [
        "v1.checkout.session.async_payment_succeeded",
        "v1.checkout.session.completed",
    ]


def test_one_that_waits_to_be_overtaken_goes_after_10_minutes(stripe, session):
    stripe.tell_webhooks("reversed")
    stripe.pay(session.id)
    stripe.clock.shift(timedelta(minutes=10))

    assert due(stripe) == ["v1.checkout.session.completed"]


def test_after_10_minutes(stripe, session):
    stripe.tell_webhooks("delayed")
    stripe.pay(session.id)
    stripe.clock.shift(timedelta(minutes=10, seconds=-1))
    before = due(stripe)
    stripe.clock.shift(timedelta(seconds=1))

    assert (before, due(stripe)) == ([], ["v1.checkout.session.completed"])


def test_never(sdk, stripe, session):
    stripe.tell_webhooks("never")
    stripe.pay(session.id)
    stripe.clock.shift(timedelta(days=4))

    assert due(stripe) == []
    assert len(sdk.v1.events.list({"delivery_success": False}).data) == 1


def test_what_was_not_received_comes_again_for_days(stripe, session):
    stripe.pay(session.id)

    times = 0
    for _ in range(24 * 5):
        for sent, _body in stripe.take_due_webhooks():
            stripe.note_outcome(sent, received=False)
            times += 1
        stripe.clock.shift(timedelta(hours=1))

    assert times == 11


@pytest.mark.parametrize("thin", [True, False])
def test_the_request_that_caused_it_is_named(sdk, stripe, session, thin):
    sdk.v1.checkout.sessions.expire(session.id, None, {"idempotency_key": "k1"})
    stripe.tell_webhooks("now", thin=thin)

    [(_, body)] = stripe.take_due_webhooks()
    event = json.loads(body)
    cause = event["reason"]["request"] if thin else event["request"]
    assert cause["idempotency_key"] == "k1"
    assert cause["id"].startswith("req_")
