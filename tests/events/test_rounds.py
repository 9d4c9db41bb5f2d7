"""Whose turn it is to be asked about at Stripe: nobody is held up for ever."""

from datetime import timedelta

import pytest

from events.models import Payment
from events.payments.rounds import go_round
from events.payments.stripe_api import Unreachable
from tests.factories.payments import make_placed_order

MINUTE = timedelta(minutes=1)


@pytest.mark.django_db
@pytest.mark.parametrize("trouble", [Unreachable, ValueError])
def test_what_fails_for_ever_does_not_hold_up_the_rest(stripe, now, trouble):
    first, second, third = (make_placed_order(now).payments.get() for _ in range(3))
    tried = []

    def fail(payment):
        tried.append(payment)
        raise trouble

    for minute in range(2):
        go_round(Payment.objects.all(), fail, now=now + minute * MINUTE, most=2)

    assert tried == [first, second, third, first]


@pytest.mark.django_db
def test_three_that_get_no_answer_stop_a_round_and_not_the_next(stripe, now):
    payments = [make_placed_order(now).payments.get() for _ in range(4)]
    tried = []

    def fail(payment):
        tried.append(payment)
        raise Unreachable

    for minute in range(2):
        go_round(Payment.objects.all(), fail, now=now + minute * MINUTE)

    assert tried == [*payments, *payments[:2]]


@pytest.mark.django_db
def test_what_was_settled_since_the_round_began_is_not_asked_any_more(stripe, now):
    first, second = (make_placed_order(now).payments.get() for _ in range(2))
    tried = []

    def act(payment):
        tried.append(payment)
        Payment.objects.filter(pk=second.pk).update(status="expired", settled_at=now)

    go_round(Payment.objects.live(), act, now=now)

    assert tried == [first]
