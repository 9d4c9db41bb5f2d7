"""The one door to Stripe: what goes out, what comes in, and its four refusals."""

import json
from datetime import UTC, timedelta
from decimal import Decimal

import pytest

from events.payments import stripe_api
from events.payments.fake_stripe import events
from events.payments.stripe_api import (
    Line,
    NotFromStripe,
    NotOpen,
    Refused,
    Session,
    Unreachable,
)
from tests.factories.stripe import make_params


@pytest.fixture
def session(stripe, now) -> Session:
    return stripe_api.create_session(make_params(now), idempotency_key="k1")


@pytest.mark.parametrize(
    ("amount", "cents"),
    [("149.00", 14900), ("0.01", 1), ("0", 0), ("149", 14900), ("1119.990", 111999)],
)
def test_cents_are_exact(amount, cents):
    assert stripe_api.to_cents(Decimal(amount)) == cents
    assert stripe_api.to_euros(cents) == Decimal(amount)


@pytest.mark.parametrize("amount", ["0.005", "149.001", "NaN", "Infinity"])
def test_what_is_no_whole_cent_is_a_mistake(amount):
    with pytest.raises(ValueError, match=amount):
        stripe_api.to_cents(Decimal(amount))


def test_what_is_asked_of_stripe_for_an_order(now):
    assert stripe_api.checkout_params(
        order_reference="K7M-2PX",
        attempt_key="attempt-1",
        lines=[Line("Duoticket", "", Decimal("149.00"), 2)],
        buyer_email="koper@example.nl",
        success_url="https://site.example/betaald/?s={CHECKOUT_SESSION_ID}",
        cancel_url="https://site.example/afgebroken/",
        expires_at=now,
        site="https://site.example",
    ) == {
        "mode": "payment",
        "locale": "nl",
        "submit_type": "pay",
        "line_items": [
            {
                "price_data": {
                    "currency": "eur",
                    "unit_amount": 14900,
                    "product_data": {"name": "Duoticket"},
                },
                "quantity": 2,
            }
        ],
        "client_reference_id": "K7M-2PX",
        "metadata": {
            "order": "K7M-2PX",
            "attempt": "attempt-1",
            "site": "https://site.example",
        },
        "payment_intent_data": {
            "metadata": {
                "order": "K7M-2PX",
                "attempt": "attempt-1",
                "site": "https://site.example",
            },
            "description": "Bestelling K7M-2PX",
        },
        "customer_email": "koper@example.nl",
        "customer_creation": "if_required",
        "success_url": "https://site.example/betaald/?s={CHECKOUT_SESSION_ID}",
        "cancel_url": "https://site.example/afgebroken/",
        "expires_at": 1795611900,
        "adaptive_pricing": {"enabled": False},
        "excluded_payment_method_types": [
            "customer_balance",
            "multibanco",
            "sepa_debit",
        ],
    }


def test_what_is_asked_survives_the_database(stripe, now):
    """Frozen as JSON on the row and sent again, it is the same request (F1)."""
    params = make_params(now)
    first = stripe_api.create_session(params, idempotency_key="k1")
    second = stripe_api.create_session(
        json.loads(json.dumps(params, sort_keys=True)), idempotency_key="k1"
    )

    assert second == first
    assert len(stripe.sessions) == 1


def test_a_new_session(session, now):
    assert session == Session(
        id=session.id,
        url=f"https://checkout.stripe.com/c/pay/{session.id}",
        status="open",
        payment_status="unpaid",
        amount=Decimal("298.00"),
        currency="eur",
        livemode=False,
        reference="K7M-2PX",
        metadata={
            "order": "K7M-2PX",
            "attempt": "attempt-1",
            "site": "http://testserver",
        },
        expires_at=(now + timedelta(minutes=31)).astimezone(UTC),
        payment_intent="",
        intent_status="",
    )


QUESTIONS = ("is_open", "is_paid", "is_processing", "has_failed", "has_expired")


@pytest.mark.parametrize(
    ("ways", "answers"),
    [
        ([], {"is_open"}),
        (["decline"], {"is_open"}),
        (["pay"], {"is_paid"}),
        (["expire"], {"has_expired"}),
        (["pay_later"], {"is_processing"}),
        (["pay_later", "bank pays"], {"is_paid"}),
        (["pay_later", "bank refuses"], {"has_failed"}),
    ],
)
def test_exactly_one_thing_is_true_of_a_session(stripe, session, ways, answers):
    for way in ways:
        if way.startswith("bank"):
            stripe.finish(session.id, paid=way == "bank pays")
        else:
            getattr(stripe, way)(session.id)

    fetched = stripe_api.fetch_session(session.id)
    [listed] = stripe_api.list_sessions(session.expires_at - timedelta(hours=1))
    assert {name for name in QUESTIONS if getattr(fetched, name)} == answers
    assert listed == fetched


def test_an_open_session_is_ended(session):
    assert stripe_api.expire_session(session.id).has_expired is True


def test_a_paid_session_is_not_ended(stripe, session):
    stripe.pay(session.id)

    with pytest.raises(NotOpen):
        stripe_api.expire_session(session.id)


def test_a_session_that_stripe_does_not_know(stripe):
    for ask in (stripe_api.fetch_session, stripe_api.expire_session):
        with pytest.raises(Refused) as refusal:
            ask("cs_test_unknown")
        assert refusal.value.code == "resource_missing"


def test_all_sessions_come_page_by_page(stripe, now):
    for at in range(101):
        stripe_api.create_session(make_params(now), idempotency_key=str(at))

    found = list(stripe_api.list_sessions(now))

    assert [session.id for session in found] == [
        session["id"] for session in reversed(stripe.sessions)
    ]


def test_money_is_given_back_once(stripe, session):
    intent = stripe.pay(session.id)["payment_intent"]

    def give_back():
        return stripe_api.refund(
            payment_intent=intent,
            amount=Decimal("149.00"),
            reason="duplicate",
            metadata={"refund": "7"},
            idempotency_key="refund-7",
        )

    first, second = give_back(), give_back()

    assert first == second == stripe_api.fetch_refund(first.id)
    assert (first.status, first.amount, first.currency) == (
        "succeeded",
        Decimal("149.00"),
        "eur",
    )
    assert (first.payment_intent, first.metadata) == (intent, {"refund": "7"})
    assert [refund["amount"] for refund in stripe.refunds] == [14900]


def test_a_refund_that_failed_says_why(stripe, session):
    intent = stripe.pay(session.id)["payment_intent"]
    refund = stripe_api.refund(
        payment_intent=intent,
        amount=Decimal("298.00"),
        metadata={},
        idempotency_key="r1",
    )
    stripe.fail_refund(refund.id)

    failed = stripe_api.fetch_refund(refund.id)
    assert (failed.status, failed.failure_reason) == (
        "failed",
        "expired_or_canceled_card",
    )


def test_never_more_than_was_paid(stripe, session):
    intent = stripe.pay(session.id)["payment_intent"]

    with pytest.raises(Refused) as refusal:
        stripe_api.refund(
            payment_intent=intent,
            amount=Decimal("298.01"),
            metadata={},
            idempotency_key="r1",
        )

    assert refusal.value.code == "amount_too_large"


@pytest.mark.parametrize("fault", ["500", "timeout", "unreachable", "429"])
def test_nobody_knows_whether_it_happened(stripe, now, fault):
    stripe.fail_next(fault, times=3)

    with pytest.raises(Unreachable):
        stripe_api.create_session(make_params(now), idempotency_key="k1")


def test_a_wrong_key_is_for_the_operator_and_gives_nothing_up(
    stripe, settings, session
):
    settings.STRIPE_SECRET_KEY = "rk_live_1"

    with pytest.raises(Unreachable):
        stripe_api.fetch_session(session.id)


# What comes in by webhook


@pytest.fixture
def event(stripe, session) -> dict:
    stripe.pay(session.id)
    return stripe.events[-1]


def test_thin_and_snapshot_say_the_same(settings, event, session):
    thin, snapshot = events.thin_body(event), events.snapshot_body(event)

    notices = [
        stripe_api.read_event(body.encode(), events.signature_for(body, "whsec_tests"))
        for body in (thin, snapshot)
    ]

    assert [(notice.type, notice.object_id) for notice in notices] == [
        ("checkout.session.completed", session.id)
    ] * 2
    assert notices[1].id == event["id"]
    assert notices[0].id != event["id"]


def test_an_old_secret_is_good_until_it_is_taken_away(settings, event):
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_new", "whsec_old"]
    body = events.thin_body(event)
    signature = events.signature_for(body, "whsec_old")

    assert stripe_api.read_event(body.encode(), signature).type.startswith("checkout")

    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_new"]
    with pytest.raises(NotFromStripe):
        stripe_api.read_event(body.encode(), signature)


@pytest.mark.parametrize("secrets", [[], [""], ["whsec_other"]])
def test_another_secret_is_no_secret(settings, event, secrets):
    settings.STRIPE_WEBHOOK_SECRETS = secrets
    body = events.thin_body(event)

    with pytest.raises(NotFromStripe):
        stripe_api.read_event(body.encode(), events.signature_for(body, "whsec_tests"))


@pytest.mark.parametrize(
    "signature", ["", "t=1", "v1=a", "t=x,v1=y", "t=1,v1=\x00", "t=1795611900,v1=é"]
)
def test_a_signature_that_is_none(event, signature):
    with pytest.raises(NotFromStripe):
        stripe_api.read_event(events.thin_body(event).encode(), signature)


def test_a_body_that_was_changed(event):
    body = events.snapshot_body(event)
    signature = events.signature_for(body, "whsec_tests")

    with pytest.raises(NotFromStripe):
        stripe_api.read_event(body.replace("29800", "1").encode(), signature)


def test_a_body_that_is_sent_again_much_later(stripe, event):
    body = events.thin_body(event)
    signature = events.signature_for(body, "whsec_tests")
    stripe.clock.shift(timedelta(seconds=301))

    with pytest.raises(NotFromStripe):
        stripe_api.read_event(body.encode(), signature)


@pytest.mark.parametrize("body", ["", "{", "[]", "{}", '{"object": "event"}', "null"])
def test_a_signed_body_that_says_nothing(stripe, body):
    with pytest.raises(NotFromStripe):
        stripe_api.read_event(body.encode(), events.signature_for(body, "whsec_tests"))


def test_a_body_that_is_no_text(stripe):
    with pytest.raises(NotFromStripe):
        stripe_api.read_event(b"\xff\xfe", "t=1795611900,v1=abc")


def test_an_event_about_nothing_in_particular(stripe):
    body = json.dumps({"object": "v2.core.event", "id": "evt_1", "type": "v1.ping"})

    notice = stripe_api.read_event(
        body.encode(), events.signature_for(body, "whsec_tests")
    )

    assert notice == stripe_api.Notice(id="evt_1", type="ping", object_id="")
