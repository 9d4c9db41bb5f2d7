"""What Stripe tells us: proven, remembered, and never believed for more than an id."""

import pytest

from events.models import StripeEvent
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
