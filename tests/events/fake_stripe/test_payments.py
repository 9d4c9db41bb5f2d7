"""What the buyer and the bank do, and what Stripe says of it afterwards."""

import pytest

from events.payments.fake_stripe.refusals import Impossible

EXPANDED = {"expand": ["payment_intent.latest_charge.balance_transaction"]}


def read(sdk, session_id):
    return sdk.v1.checkout.sessions.retrieve(session_id, EXPANDED)


def types(stripe):
    return [event["type"] for event in stripe.events]


@pytest.mark.parametrize(("method", "fee"), [("ideal", 29), ("card", 472)])
def test_a_paid_session_is_complete(sdk, stripe, session, method, fee):
    stripe.pay(session.id, method=method)

    paid = read(sdk, session.id)
    charge = paid.payment_intent.latest_charge
    assert (paid.status, paid.payment_status, paid.url) == ("complete", "paid", None)
    assert (paid.payment_intent.status, charge.status) == ("succeeded", "succeeded")
    assert charge.payment_method_details.type == method
    assert (charge.balance_transaction.amount, charge.balance_transaction.fee) == (
        29800,
        fee,
    )
    assert types(stripe) == [
        "charge.succeeded",
        "payment_intent.succeeded",
        "checkout.session.completed",
    ]


def test_the_intent_carries_what_the_session_asked_for(sdk, stripe, session):
    stripe.pay(session.id)

    intent = read(sdk, session.id).payment_intent
    assert intent.description == "Bestelling K7M-2PX"
    assert intent.metadata.to_dict() == session.metadata.to_dict()


def test_a_refused_payment_leaves_the_session_open(sdk, stripe, session):
    stripe.decline(session.id)

    refused = read(sdk, session.id)
    assert (refused.status, refused.payment_status) == ("open", "unpaid")
    assert refused.payment_intent.status == "requires_payment_method"
    assert types(stripe) == ["charge.failed", "payment_intent.payment_failed"]


def test_the_buyer_may_try_again_with_the_same_intent(sdk, stripe, session):
    stripe.decline(session.id, method="card")
    stripe.pay(session.id, method="ideal")

    paid = read(sdk, session.id)
    assert paid.payment_status == "paid"
    assert paid.payment_intent.last_payment_error is None
    assert len(stripe.intents) == 1


def test_a_refused_intent_ends_with_its_session(sdk, stripe, session):
    stripe.decline(session.id)
    stripe.expire(session.id)

    assert read(sdk, session.id).payment_intent.status == "canceled"


def test_a_bank_may_take_its_time(sdk, stripe, session):
    stripe.pay_later(session.id)

    waiting = read(sdk, session.id)
    assert (waiting.status, waiting.payment_status) == ("complete", "unpaid")
    assert waiting.payment_intent.status == "processing"
    assert types(stripe) == ["checkout.session.completed"]
    assert stripe.movements == []


def test_a_bank_that_took_its_time_may_pay(sdk, stripe, session):
    stripe.pay_later(session.id)
    stripe.finish(session.id, paid=True)

    paid = read(sdk, session.id)
    assert (paid.payment_status, paid.payment_intent.status) == ("paid", "succeeded")
    assert types(stripe)[-1] == "checkout.session.async_payment_succeeded"
    assert [movement["amount"] for movement in stripe.movements] == [29800]


def test_a_bank_that_took_its_time_may_refuse(sdk, stripe, session):
    stripe.pay_later(session.id)
    stripe.finish(session.id, paid=False)

    failed = read(sdk, session.id)
    assert (failed.status, failed.payment_status) == ("complete", "unpaid")
    assert failed.payment_intent.status == "requires_payment_method"
    assert types(stripe)[-1] == "checkout.session.async_payment_failed"
    assert stripe.movements == []


@pytest.mark.parametrize("before", ["pay", "pay_later", "expire"])
@pytest.mark.parametrize("then", ["pay", "pay_later", "decline"])
def test_nobody_pays_on_a_page_that_is_closed(stripe, session, before, then):
    getattr(stripe, before)(session.id)
    events = len(stripe.events)

    with pytest.raises(Impossible):
        getattr(stripe, then)(session.id)

    assert len(stripe.events) == events


def test_a_bank_answers_once(stripe, session):
    stripe.pay_later(session.id)
    stripe.finish(session.id, paid=False)

    with pytest.raises(Impossible):
        stripe.finish(session.id, paid=True)
