"""Checkout Sessions: what Stripe refuses, and how a session ends."""

from datetime import timedelta

import pytest
from stripe import InvalidRequestError

from tests.factories.stripe import make_params


def line(**price):
    """One line with a price of € 1, changed."""
    data = {"currency": "eur", "unit_amount": 100, "product_data": {"name": "Duo"}}
    return {"price_data": {**data, **price}, "quantity": 1}


def test_a_new_session_waits_for_the_buyer(sdk, now):
    session = sdk.v1.checkout.sessions.create(make_params(now))

    assert session.url == f"https://checkout.stripe.com/c/pay/{session.id}"
    assert (session.status, session.payment_status) == ("open", "unpaid")
    assert (session.amount_total, session.currency) == (29800, "eur")
    assert session.payment_intent is None
    assert session.livemode is False
    assert session.metadata.to_dict() == {
        "order": "K7M-2PX",
        "attempt": "attempt-1",
        "site": "http://testserver",
    }


@pytest.mark.parametrize(
    ("changes", "code", "param"),
    [
        ({"colour": "red"}, "parameter_unknown", "colour"),
        # gone since 2026-09-30
        (
            {"payment_method_types": ["ideal"]},
            "parameter_unknown",
            "payment_method_types",
        ),
        (
            {"adaptive_pricing": {"enabeld": False}},
            "parameter_unknown",
            "adaptive_pricing[enabeld]",
        ),
        (
            {"line_items": [line(unit_prize=1)]},
            "parameter_unknown",
            "line_items[0][price_data][unit_prize]",
        ),
        (
            {"line_items": [{"price_data": {"unit_amount": 1}, "quantity": 1}]},
            "parameter_missing",
            "line_items[0][price_data][currency]",
        ),
        ({"line_items": []}, "parameter_missing", "line_items"),
        (
            {"line_items": [line(unit_amount="veel")]},
            "parameter_invalid_integer",
            "line_items[0][price_data][unit_amount]",
        ),
        (
            {"line_items": [line(unit_amount=-1)]},
            "parameter_invalid_integer",
            "line_items[0][price_data][unit_amount]",
        ),
        (
            {"line_items": [line(product_data={"name": "Duo", "description": ""})]},
            "parameter_invalid_empty",
            "line_items[0][price_data][product_data][description]",
        ),
        (
            {"line_items": [{"price": "price_1", "quantity": 1}]},
            "resource_missing",
            "line_items[0][price]",
        ),
        ({"line_items": [line(unit_amount=49)]}, "amount_too_small", None),
        ({"mode": "gift"}, None, "mode"),
        ({"locale": "nl-NL"}, None, "locale"),
        ({"ui_mode": "hosted"}, None, "ui_mode"),  # renamed in 2026-03-25
        (
            {"excluded_payment_method_types": ["wero"]},
            None,
            "excluded_payment_method_types[0]",
        ),
        ({"adaptive_pricing": {"enabled": "maybe"}}, None, "adaptive_pricing[enabled]"),
        ({"client_reference_id": ""}, "parameter_invalid_empty", "client_reference_id"),
        ({"client_reference_id": "x" * 201}, None, "client_reference_id"),
        ({"client_reference_id": {"a": "b"}}, None, "client_reference_id"),
        ({"customer_email": "koper"}, "email_invalid", "customer_email"),
        ({"success_url": "/betaald/"}, "url_invalid", "success_url"),
        ({"metadata": {"order": "x" * 501}}, None, "metadata[order]"),
        ({"metadata": {str(at): "x" for at in range(51)}}, None, "metadata"),
    ],
)
def test_what_stripe_refuses_in_a_session(sdk, stripe, now, changes, code, param):
    with pytest.raises(InvalidRequestError) as refusal:
        sdk.v1.checkout.sessions.create(make_params(now, **changes))

    assert (refusal.value.code, refusal.value.param) == (code, param)
    assert refusal.value.http_status == 400
    assert stripe.sessions == []


@pytest.mark.parametrize(
    ("minutes", "is_refused"),
    [(29, True), (30, False), (24 * 60, False), (24 * 60 + 1, True)],
)
def test_a_session_is_open_for_half_an_hour_to_a_day(sdk, now, minutes, is_refused):
    end = int((now + timedelta(minutes=minutes)).timestamp())

    if is_refused:
        with pytest.raises(InvalidRequestError) as refusal:
            sdk.v1.checkout.sessions.create(make_params(now, expires_at=end))
        assert refusal.value.param == "expires_at"
    else:
        session = sdk.v1.checkout.sessions.create(make_params(now, expires_at=end))
        assert session.expires_at == end


def test_a_session_expires_to_the_second(sdk, stripe, session):
    stripe.clock.shift(timedelta(minutes=31, seconds=-1))
    before = sdk.v1.checkout.sessions.retrieve(session.id).status
    stripe.clock.shift(timedelta(seconds=1))
    after = sdk.v1.checkout.sessions.retrieve(session.id)

    assert (before, after.status, after.url) == ("open", "expired", None)
    assert [event["type"] for event in stripe.events] == ["checkout.session.expired"]


def test_an_open_session_can_be_expired(sdk, stripe, session):
    ended = sdk.v1.checkout.sessions.expire(session.id)

    assert (ended.status, ended.url) == ("expired", None)
    assert [event["type"] for event in stripe.events] == ["checkout.session.expired"]


@pytest.mark.parametrize("end", ["pay", "pay_later", "expire"])
def test_a_session_that_is_not_open_cannot_be_expired(sdk, stripe, session, end):
    getattr(stripe, end)(session.id)

    with pytest.raises(InvalidRequestError, match="can be expired") as refusal:
        sdk.v1.checkout.sessions.expire(session.id)

    assert refusal.value.http_status == 400


def test_an_unknown_session_is_missing(sdk):
    with pytest.raises(InvalidRequestError) as refusal:
        sdk.v1.checkout.sessions.retrieve("cs_test_unknown")

    assert (refusal.value.http_status, refusal.value.code) == (404, "resource_missing")
