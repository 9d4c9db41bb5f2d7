"""Money that goes back: once, and never more than came in."""

import pytest

from events.models import Refund
from events.payments.refunds import TooMuch, follow_refund, owe_refund, pay_owed_refunds
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
