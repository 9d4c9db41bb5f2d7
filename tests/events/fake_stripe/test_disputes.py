"""Disputes: the money goes at once, and may come back."""

import pytest
from stripe import InvalidRequestError

from events.payments.fake_stripe.refusals import Impossible


def moved(stripe):
    return [(movement["amount"], movement["fee"]) for movement in stripe.movements]


def test_a_dispute_takes_the_money_and_a_fee(sdk, stripe, intent):
    stripe.open_dispute(intent)

    [dispute] = sdk.v1.disputes.list({"payment_intent": intent}).data
    assert (dispute.amount, dispute.status) == (29800, "needs_response")
    assert moved(stripe) == [(29800, 472), (-29800, 2000)]
    assert [event["type"] for event in stripe.events[-2:]] == [
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
    ]


def test_a_bank_gives_the_money_back(sdk, stripe, intent):
    dispute = stripe.open_dispute(intent)
    stripe.close_dispute(dispute["id"], won=True)

    assert sdk.v1.disputes.retrieve(dispute["id"]).status == "won"
    assert moved(stripe) == [(29800, 472), (-29800, 2000), (29800, 0)]
    assert [event["type"] for event in stripe.events[-2:]] == [
        "charge.dispute.closed",
        "charge.dispute.funds_reinstated",
    ]


def test_a_bank_lets_the_card_holder_keep_the_money(sdk, stripe, intent):
    dispute = stripe.open_dispute(intent)
    stripe.close_dispute(dispute["id"], won=False)

    assert sdk.v1.disputes.retrieve(dispute["id"]).status == "lost"
    assert moved(stripe) == [(29800, 472), (-29800, 2000)]
    assert stripe.events[-1]["type"] == "charge.dispute.closed"


def test_a_disputed_payment_is_not_given_back_too(sdk, stripe, intent):
    dispute = stripe.open_dispute(intent)

    with pytest.raises(InvalidRequestError) as refusal:
        sdk.v1.refunds.create({"payment_intent": intent})
    stripe.close_dispute(dispute["id"], won=True)
    after = sdk.v1.refunds.create({"payment_intent": intent})

    assert refusal.value.code == "charge_disputed"
    assert after.status == "succeeded"


def test_nobody_disputes_an_ideal_payment(stripe, session):
    paid = stripe.pay(session.id, method="ideal")

    with pytest.raises(Impossible):
        stripe.open_dispute(paid["payment_intent"])

    assert stripe.disputes == []
