"""What Stripe tells us: proven, remembered, and never believed for more than an id."""

import json

import pytest

from events.models import StripeEvent
from events.payments.fake_stripe.events import signature_for
from home.models import OwedMail
from tests.factories.payments import make_placed_order


def mails_owed():
    return sorted(OwedMail.objects.values_list("kind", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("thin", [True, False])
def test_the_webhook_settles(client, stripe, now, thin):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)

    answer = stripe.tell(
        client, "checkout.session.completed", stripe.last_session, thin=thin
    )

    order.refresh_from_db()
    assert (answer.status_code, order.status) == (200, "paid")


@pytest.mark.django_db
def test_the_same_message_twice_is_one_purchase(
    client, stripe, now, mailoutbox, django_capture_on_commit_callbacks
):
    make_placed_order(now)
    stripe.pay(stripe.last_session)

    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            stripe.tell(client, "checkout.session.completed", stripe.last_session)

    assert sorted(mail.to for mail in mailoutbox) == [
        ["daan@voorbeeld.example"],
        ["iris@voorbeeld.example"],
    ]
    assert StripeEvent.objects.count() == 1
    assert stripe.refunds == []


@pytest.mark.django_db
def test_a_message_that_lies_about_a_payment_changes_nothing(client, stripe, now):
    order = make_placed_order(now)

    answer = stripe.tell(client, "checkout.session.completed", stripe.last_session)

    order.refresh_from_db()
    assert (answer.status_code, order.status) == (200, "held")


@pytest.mark.django_db
def test_a_message_that_is_not_from_stripe_is_refused(client, stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)

    answer = client.post(
        "/tickets/stripe/",
        '{"type": "checkout.session.completed"}',
        content_type="application/json",
        headers={"Stripe-Signature": "t=1,v1=abc"},
    )

    order.refresh_from_db()
    assert (answer.status_code, order.status) == (400, "held")
    assert StripeEvent.objects.count() == 0


@pytest.mark.django_db
def test_a_message_about_something_we_do_not_use_is_answered_kindly(client, stripe):
    answer = stripe.tell(client, "charge.dispute.created", "dp_1")

    assert answer.status_code == 200


def signed(client, body: str):
    return client.post(
        "/tickets/stripe/",
        body,
        content_type="application/json",
        headers={"Stripe-Signature": signature_for(body, "whsec_tests")},
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"id": None},
        {"id": "e" * 101},
        {"type": None},
        {"type": "x" * 81},
        {"data": {"object": {"id": 7}}},
        {"data": {"object": {"id": "cs_\x00"}}},
        {"data": {"object": ["cs_1"]}},
    ],
)
def test_a_signed_message_that_cannot_be_kept_is_refused(client, stripe, wrong):
    event = {
        "id": "evt_1",
        "object": "event",
        "type": "checkout.session.completed",
        "data": {"object": {"id": "cs_1"}},
    }

    answer = signed(client, json.dumps(event | wrong))

    assert (answer.status_code, StripeEvent.objects.count()) == (400, 0)


@pytest.mark.django_db
def test_a_signed_message_without_end_is_refused(client, stripe):
    assert signed(client, "[" * 200_000).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("about", [{}, {"id": ""}, {"id": None}, None])
def test_a_message_about_nothing_is_noted_and_asks_nothing(client, caplog, about):
    event = {
        "id": "evt_1",
        "object": "event",
        "type": "checkout.session.completed",
        "data": {"object": about},
    }

    answer = signed(client, json.dumps(event))

    assert (answer.status_code, StripeEvent.objects.count()) == (200, 1)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
