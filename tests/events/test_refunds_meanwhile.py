"""Somebody else gives money back while we ask for it ourselves."""

from decimal import Decimal

import pytest

from events.ledger.services import reconcile
from events.models import Movement, Refund
from events.payments.elsewhere import follow_dispute, follow_refund
from events.payments.fake_stripe.http_client import InProcess
from events.payments.refunds import owe_refund, pay_owed_refunds, try_again
from tests.factories.money import assert_books_agree, make_bought_order

pytestmark = pytest.mark.django_db


class Meanwhile(InProcess):
    """The line to Stripe; something happens before the first request gets there."""

    def __init__(self, core, what) -> None:
        super().__init__(core)
        self.what = what

    def request(self, *args, **kwargs):
        what, self.what = self.what, lambda: None
        what()
        return super().request(*args, **kwargs)


def owe(order, amount, now) -> Refund:
    payment = order.payments.get()
    amount = Decimal(amount)
    return owe_refund(payment=payment, reason="goodwill", amount=amount, now=now)


def refund_in_dashboard(stripe, order, now, *, amount=None) -> str:
    intent = order.payments.get().intent_id
    made = stripe.refund_in_dashboard(intent, amount=amount)
    follow_refund(stripe_id=made["id"], now=now)
    return made["id"]


def rows():
    return list(Refund.objects.order_by("pk").values_list("reason", "amount", "status"))


def test_what_was_refunded_in_the_dashboard_meanwhile_has_not_failed(
    stripe, now, settings
):
    order = make_bought_order(stripe, now)
    refund = owe(order, 149, now)
    settings.STRIPE_HTTP_CLIENT = Meanwhile(
        stripe, lambda: refund_in_dashboard(stripe, order, now)
    )

    pay_owed_refunds(now=now)

    refund.refresh_from_db()
    assert (refund.status, refund.trouble) == ("succeeded", "")


@pytest.mark.parametrize(("cents", "parts"), [(4900, [49]), (2000, [29, 20])])
def test_what_was_refunded_in_the_dashboard_during_a_round_goes_back_once(
    stripe, now, settings, cents, parts
):
    first, second = (make_bought_order(stripe, now) for _ in range(2))
    for order in (first, second):
        owe(order, 49, now)
    settings.STRIPE_HTTP_CLIENT = Meanwhile(
        stripe, lambda: refund_in_dashboard(stripe, second, now, amount=cents)
    )

    pay_owed_refunds(now=now)
    reconcile(now=now)

    assert rows() == [("goodwill", each, "succeeded") for each in (49, *parts)]


def test_an_answer_about_all_is_not_noted_on_what_became_a_part_of_it(
    stripe, now, settings
):
    """Ours took 49, somebody's 20; neither is lost and neither counts twice."""
    order = make_bought_order(stripe, now)
    owe(order, 49, now)
    settings.STRIPE_HTTP_CLIENT = Meanwhile(
        stripe, lambda: refund_in_dashboard(stripe, order, now, amount=2000)
    )
    pay_owed_refunds(now=now)

    reconcile(now=now)

    assert rows() == [
        ("goodwill", 29, "succeeded"),
        ("goodwill", 20, "succeeded"),
        ("dashboard", 20, "succeeded"),
    ]
    assert not Movement.objects.that_differ().exists()
    assert_books_agree(order)


def test_two_refunds_that_were_paid_by_one_that_failed_fail_each_for_itself(
    stripe, now
):
    order = make_bought_order(stripe, now)
    owe(order, 49, now)
    second = owe(order, 100, now)
    number = refund_in_dashboard(stripe, order, now)
    stripe.fail_refund(number)
    follow_refund(stripe_id=number, now=now)

    second.refresh_from_db()
    try_again(refund=second, now=now)
    pay_owed_refunds(now=now)
    reconcile(now=now)

    assert rows() == [("goodwill", 49, "failed"), ("goodwill", 100, "succeeded")]
    assert not Movement.objects.that_differ().exists()


def test_our_refund_of_which_the_answer_was_lost_is_not_the_one_a_dispute_paid(
    stripe, now
):
    order = make_bought_order(stripe, now, method="card")
    owe(order, 49, now)
    stripe.fail_next("timeout", times=3)
    pay_owed_refunds(now=now)  # it was made, and we did not hear so
    number = stripe.open_dispute(order.payments.get().intent_id)["id"]
    stripe.close_dispute(number, won=False)
    follow_dispute(stripe_id=number, now=now)

    follow_refund(stripe_id=stripe.refunds[-1]["id"], now=now)

    assert rows() == [
        ("goodwill", 49, "succeeded"),
        ("dispute", 51, "succeeded"),
        ("dashboard", 49, "succeeded"),
    ]
    assert order.payments.get().left == 0
    assert_books_agree(order)
