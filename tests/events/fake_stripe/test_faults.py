"""Failures on order: what the SDK repairs by itself, and what our code gets to see."""

import pytest
import stripe as package
from stripe import APIConnectionError, APIError, RateLimitError

from events.payments import stripe_api
from tests.factories.stripe import make_params


def create(sdk, now, key="k1"):
    return sdk.v1.checkout.sessions.create(make_params(now), {"idempotency_key": key})


@pytest.mark.parametrize("fault", ["500", "timeout", "unreachable"])
def test_the_sdk_tries_again_with_the_same_key(sdk, stripe, now, fault):
    stripe.fail_next(fault, times=2)

    session = create(sdk, now)

    assert [made["id"] for made in stripe.sessions] == [session.id]


@pytest.mark.parametrize(
    ("fault", "error", "made"),
    [
        ("500", APIError, 0),
        ("unreachable", APIConnectionError, 0),
        ("timeout", APIConnectionError, 1),  # carried out, and nobody knows
        ("429", RateLimitError, 0),
    ],
)
def test_what_our_code_gets_to_see(sdk, stripe, now, fault, error, made):
    stripe.fail_next(fault, times=1 if error is RateLimitError else 3)

    with pytest.raises(error):
        create(sdk, now)
    before = len(stripe.sessions)
    session = create(sdk, now)

    assert before == made
    assert [one["id"] for one in stripe.sessions] == [session.id]


def test_a_500_may_stay_with_its_key(sdk, stripe, now):
    """Stripe keeps what it answered once it had begun, also when that was a 500."""
    stripe.fail_next("500_kept")

    for _ in range(2):
        with pytest.raises(APIError):
            create(sdk, now, key="k1")

    assert create(sdk, now, key="k2").status == "open"
    assert len(stripe.sessions) == 1


def test_a_fault_may_be_meant_for_one_call_only(sdk, stripe, now, intent):
    stripe.fail_next("500", times=3, path="/v1/refunds")

    create(sdk, now)

    with pytest.raises(APIError):
        sdk.v1.refunds.create({"payment_intent": intent})


@pytest.mark.parametrize("key", ["sk_live_1", "rk_live_1"])
def test_a_live_key_is_refused(stripe, settings, session, key):
    settings.STRIPE_SECRET_KEY = key

    with pytest.raises(package.PermissionError, match="fake Stripe") as refusal:
        stripe_api.client().v1.checkout.sessions.retrieve(session.id)

    assert refusal.value.http_status == 403


def test_another_key_is_no_key(stripe, settings, session):
    settings.STRIPE_SECRET_KEY = "pk_test_1"

    with pytest.raises(package.AuthenticationError):
        stripe_api.client().v1.checkout.sessions.retrieve(session.id)


def test_every_answer_has_its_own_number(sdk, session):
    numbers = {
        sdk.v1.checkout.sessions.retrieve(session.id).last_response.request_id
        for _ in range(3)
    }

    assert len(numbers) == 3
    assert all(number.startswith("req_") for number in numbers)
