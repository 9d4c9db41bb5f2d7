"""Money back: never more than was paid, and not always at once."""

from datetime import timedelta

import pytest
from stripe import InvalidRequestError

DAY = timedelta(days=1)


def give_back(sdk, intent, **params):
    return sdk.v1.refunds.create({"payment_intent": intent, **params})


def test_a_refund_gives_back_what_was_asked(sdk, stripe, intent):
    refund = give_back(sdk, intent, amount=14900, metadata={"refund": "7"})

    assert (refund.status, refund.amount) == ("succeeded", 14900)
    assert refund.metadata.to_dict() == {"refund": "7"}
    assert stripe.charges[0]["amount_refunded"] == 14900
    assert [movement["amount"] for movement in stripe.movements] == [29800, -14900]
    assert [event["type"] for event in stripe.events[-2:]] == [
        "refund.created",
        "charge.refunded",
    ]


def test_without_an_amount_all_that_is_left_is_given_back(sdk, stripe, intent):
    give_back(sdk, intent, amount=10000)

    assert give_back(sdk, intent).amount == 19800
    assert stripe.charges[0]["refunded"] is True


@pytest.mark.parametrize("outcome", ["succeeded", "pending", "insufficient_funds"])
def test_never_more_is_given_back_than_was_paid(sdk, stripe, intent, outcome):
    """A refund that is still on its way counts too."""
    stripe.next_refunds(outcome)
    give_back(sdk, intent, amount=20000)

    with pytest.raises(InvalidRequestError) as too_much:
        give_back(sdk, intent, amount=9801)
    give_back(sdk, intent, amount=9800)
    with pytest.raises(InvalidRequestError) as nothing_left:
        give_back(sdk, intent, amount=1)

    assert too_much.value.code == "amount_too_large"
    assert nothing_left.value.code == "charge_already_refunded"
    assert [refund["amount"] for refund in stripe.refunds] == [20000, 9800]


@pytest.mark.parametrize(
    ("params", "code", "param"),
    [
        ({"amount": 0}, "parameter_invalid_integer", "amount"),
        ({"amount": -1}, "parameter_invalid_integer", "amount"),
        ({"amount": "1.50"}, "parameter_invalid_integer", "amount"),
        ({"reason": "no_longer_wanted"}, None, "reason"),
        ({"reasons": "duplicate"}, "parameter_unknown", "reasons"),
        ({"charge": "ch_1"}, "parameter_missing", None),
    ],
)
def test_what_stripe_refuses_in_a_refund(sdk, stripe, intent, params, code, param):
    with pytest.raises(InvalidRequestError) as refusal:
        give_back(sdk, intent, **params)

    assert (refusal.value.code, refusal.value.param) == (code, param)
    assert stripe.refunds == []


@pytest.mark.parametrize("way", ["decline", "pay_later"])
def test_what_was_not_paid_cannot_be_given_back(sdk, stripe, session, way):
    unpaid = getattr(stripe, way)(session.id)["payment_intent"]

    with pytest.raises(InvalidRequestError):
        give_back(sdk, unpaid)

    assert stripe.refunds == []


def test_ideal_can_be_given_back_for_180_days(sdk, stripe, session):
    intent = stripe.pay(session.id, method="ideal")["payment_intent"]

    stripe.clock.shift(180 * DAY)
    give_back(sdk, intent, amount=100)
    stripe.clock.shift(timedelta(seconds=1))

    with pytest.raises(InvalidRequestError):
        give_back(sdk, intent, amount=100)


def test_a_pending_refund_succeeds_a_day_later(sdk, stripe, intent):
    stripe.next_refunds("pending")
    refund = give_back(sdk, intent)
    stripe.clock.shift(DAY)

    later = sdk.v1.refunds.retrieve(refund.id)
    assert (refund.status, refund.pending_reason) == ("pending", "processing")
    assert later.status == "succeeded"
    assert stripe.events[-1]["type"] == "refund.updated"


def test_a_refund_waits_for_somebody_to_top_up_the_balance(sdk, stripe, intent):
    stripe.next_refunds("insufficient_funds")
    refund = give_back(sdk, intent, amount=14900)
    before = [movement["amount"] for movement in stripe.movements]
    stripe.succeed_refund(refund.id)

    assert refund.pending_reason == "insufficient_funds"
    assert before == [29800]
    assert [movement["amount"] for movement in stripe.movements] == [29800, -14900]


@pytest.mark.parametrize("ordered", ["before", "after"])
def test_a_refund_may_fail_a_day_later(sdk, stripe, intent, ordered):
    if ordered == "before":
        stripe.next_refunds("fails_tomorrow")
    refund = give_back(sdk, intent, amount=14900)
    if ordered == "after":
        stripe.fail_refund_tomorrow(refund.id)
    stripe.clock.shift(DAY)

    later = sdk.v1.refunds.retrieve(refund.id)
    assert (later.status, later.failure_reason) == (
        "failed",
        "expired_or_canceled_card",
    )
    assert stripe.charges[0]["amount_refunded"] == 0
    assert [m["amount"] for m in stripe.movements] == [29800, -14900, 14900]
    assert [event["type"] for event in stripe.events[-2:]] == [
        "refund.updated",
        "refund.failed",
    ]


def test_a_refund_from_the_dashboard_carries_nothing_of_ours(sdk, stripe, intent):
    stripe.refund_in_dashboard(intent, amount=5000)

    [refund] = sdk.v1.refunds.list({"payment_intent": intent}).data
    assert (refund.amount, refund.metadata.to_dict()) == (5000, {})
    assert stripe.events[-2]["request"] == {"id": None, "idempotency_key": None}
