"""Money that goes back: once, and never more than came in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from events.models import CreditNote, Refund
from events.payments.refunds import (
    TooMuch,
    follow_refund,
    follow_refunds,
    owe_refund,
    pay_owed_refunds,
)
from tests.factories.payments import make_placed_order, settle_last


@pytest.mark.django_db
def test_a_refund_is_asked_once_also_when_the_answer_is_lost(stripe, now):
    """F14: the same key again; the state comes from Stripe."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.fail_next("timeout", times=3)

    assert pay_owed_refunds(now=now) == 0
    assert pay_owed_refunds(now=now) == 1

    assert [refund["amount"] for refund in stripe.refunds] == [14900]


@pytest.mark.django_db
def test_a_refund_that_fails_days_later_is_open_again(stripe, now):
    """F15."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    pay_owed_refunds(now=now)
    stripe_id = stripe.refunds[0]["id"]

    stripe.fail_refund(stripe_id)
    follow_refund(stripe_id=stripe_id)

    assert Refund.objects.get().status == "failed"


@pytest.mark.django_db
def test_more_than_was_paid_is_never_given_back(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    payment = order.payments.get()
    owe_refund(payment=payment, reason="late", now=now)

    with pytest.raises(TooMuch):
        owe_refund(payment=payment, reason="duplicate", now=now)


@pytest.mark.django_db
def test_a_refund_whose_answer_was_lost_is_found_when_the_key_is_forgotten(stripe, now):
    """Stripe remembers a key for a day; the refund stays."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.fail_next("timeout", times=3)
    pay_owed_refunds(now=now)
    stripe.clock.shift(timedelta(hours=25))

    pay_owed_refunds(now=now + timedelta(hours=25))

    assert Refund.objects.get().status == "succeeded"
    assert [refund["amount"] for refund in stripe.refunds] == [14900]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("outcome", "status"), [("pending", "succeeded"), ("fails_tomorrow", "failed")]
)
def test_a_refund_on_its_way_is_followed_without_a_message(
    stripe, now, outcome, status
):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.next_refunds(outcome)
    pay_owed_refunds(now=now)
    stripe.clock.shift(timedelta(hours=25))

    follow_refunds(now=now + timedelta(hours=25))

    assert Refund.objects.get().status == status


@pytest.mark.django_db
def test_a_message_about_a_refund_whose_number_we_lost_is_understood(stripe, now):
    """We died between asking for it and noting its number; then it failed."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.fail_next("timeout", times=3)
    pay_owed_refunds(now=now)
    stripe_id = stripe.refunds[0]["id"]
    stripe.fail_refund(stripe_id)

    follow_refund(stripe_id=stripe_id)
    pay_owed_refunds(now=now)

    refund = Refund.objects.get()
    assert (refund.stripe_id, refund.status) == (stripe_id, "failed")


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_one_refund_owed_and_paid_by_ten_at_one_moment_is_one_refund(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    payment = order.payments.get()

    def give_back(_):
        try:
            owe_refund(payment=payment, reason="late", now=now)
            pay_owed_refunds(now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as clerks:
        list(clerks.map(give_back, range(10)))

    assert Refund.objects.get().status == "succeeded"
    assert [refund["amount"] for refund in stripe.refunds] == [14900]
    assert CreditNote.objects.get().number == 1
