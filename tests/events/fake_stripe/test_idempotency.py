"""One key, one execution, whatever happens on the way."""

from datetime import timedelta

import pytest
from stripe import APIConnectionError, IdempotencyError, InvalidRequestError

from tests.factories.stripe import make_params


def create(sdk, params, key="k1"):
    return sdk.v1.checkout.sessions.create(params, {"idempotency_key": key})


def test_the_same_key_gives_the_same_session(sdk, stripe, now):
    first = create(sdk, make_params(now))
    second = create(sdk, make_params(now))

    assert second.to_dict() == first.to_dict()
    assert second.last_response.headers["Idempotent-Replayed"] == "true"
    assert (
        second.last_response.headers["Original-Request"]
        == first.last_response.request_id
    )
    assert len(stripe.sessions) == 1


def test_a_replay_tells_what_was_answered_then(sdk, stripe, now):
    first = create(sdk, make_params(now))
    stripe.pay(first.id)

    assert create(sdk, make_params(now)).status == "open"


def test_the_same_key_takes_no_other_parameters(sdk, stripe, now):
    """The end of a session that is computed again is already another parameter."""
    create(sdk, make_params(now))

    with pytest.raises(IdempotencyError) as refusal:
        create(sdk, make_params(now + timedelta(seconds=1)))

    assert refusal.value.http_status == 400
    assert len(stripe.sessions) == 1


def test_the_same_key_takes_no_other_call(sdk, session, now):
    create(sdk, make_params(now))

    with pytest.raises(IdempotencyError):
        sdk.v1.checkout.sessions.expire(session.id, None, {"idempotency_key": "k1"})


def test_a_key_is_kept_for_a_day(sdk, stripe, now):
    end = int((now + timedelta(hours=24)).timestamp())
    first = create(sdk, make_params(now, expires_at=end))
    stripe.clock.shift(timedelta(hours=23, minutes=59))
    again = create(sdk, make_params(now, expires_at=end))
    stripe.clock.shift(timedelta(minutes=1))

    with pytest.raises(InvalidRequestError) as executed:
        create(sdk, make_params(now, expires_at=end))

    assert again.id == first.id
    assert executed.value.param == "expires_at"


def test_parameters_that_are_wrong_do_not_use_up_the_key(sdk, now):
    with pytest.raises(InvalidRequestError):
        create(sdk, make_params(now, colour="red"))

    assert create(sdk, make_params(now)).status == "open"


def test_a_refusal_is_kept_with_its_key(sdk, stripe, intent):
    def give_back():
        return sdk.v1.refunds.create(
            {"payment_intent": intent, "amount": 29801}, {"idempotency_key": "r1"}
        )

    with pytest.raises(InvalidRequestError) as first:
        give_back()
    with pytest.raises(InvalidRequestError) as second:
        give_back()

    assert (first.value.code, second.value.code) == ("amount_too_large",) * 2
    assert second.value.headers["Idempotent-Replayed"] == "true"


def test_a_refund_is_given_once(sdk, stripe, intent):
    stripe.fail_next("timeout", times=3, path="/v1/refunds")

    with pytest.raises(APIConnectionError):
        sdk.v1.refunds.create({"payment_intent": intent}, {"idempotency_key": "r1"})
    again = sdk.v1.refunds.create({"payment_intent": intent}, {"idempotency_key": "r1"})

    assert [refund["id"] for refund in stripe.refunds] == [again.id]
