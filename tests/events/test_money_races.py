"""Money changes hands in several places at once, on PostgreSQL with real threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from events.cancellations.services import cancel_by_buyer
from events.guests.services import NotCurrent, admit
from events.models import CreditNote, Guest, Order, Payment, Refund
from events.orders.services import NotSold
from events.payments import stripe_api
from events.payments.refunds import TooMuch, owe_refund, pay_owed_refunds
from events.payments.services import settle
from tests.factories.home import make_sector
from tests.factories.money import assert_books_agree, make_bought_order

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
FULL = Decimal("149.00")


def at_once(*works: Callable[[], object]) -> list[object]:
    """All of them begin together; what one raises is its outcome."""
    start = Barrier(len(works))

    def run(work):
        try:
            start.wait(timeout=60)
            return work()
        except (NotSold, NotCurrent, TooMuch) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(works)) as people:
        return list(people.map(run, works))


def cancelling(order, number, now):
    return lambda: cancel_by_buyer(order=order, numbers=[number], back=FULL, now=now)


def make_second_payment(order, now) -> Payment:
    """As after a lost hold: another attempt, open at Stripe."""
    first = order.payments.get()
    second = Payment(order=order, amount=FULL, created_at=now, status="open")
    metadata = {**first.params["metadata"], "attempt": second.key}
    second.params = {**first.params, "metadata": metadata}
    made = stripe_api.create_session(second.params, idempotency_key=second.key)
    second.session_id, second.url = made.id, made.url
    second.expires_at = first.expires_at
    second.save()
    return second


def test_the_same_pair_cancelled_ten_times_comes_back_once(stripe, now):
    order = make_bought_order(stripe, now, pairs=2)

    outcomes = at_once(*[cancelling(order, 1, now)] * 10)
    pay_owed_refunds(now=now)

    assert outcomes.count(NotSold) == 9
    assert [refund["amount"] for refund in stripe.refunds] == [14900]
    assert_books_agree(order)


def test_all_pairs_cancelled_at_once_leave_nothing_behind(stripe, now):
    order = make_bought_order(stripe, now, pairs=5)

    at_once(*[cancelling(order, number, now) for number in range(1, 6)])
    pay_owed_refunds(now=now)

    order.refresh_from_db()
    numbers = CreditNote.objects.order_by("number").values_list("number", flat=True)
    assert (order.status, order.payments.get().left) == ("cancelled", 0)
    assert list(numbers) == [1, 2, 3, 4, 5]
    assert sum(refund["amount"] for refund in stripe.refunds) == 5 * 14900
    assert_books_agree(order)


def test_two_refunds_never_give_back_more_than_was_paid(stripe, now):
    payment = make_bought_order(stripe, now).payments.get()

    def give():
        return owe_refund(
            payment=payment, reason="goodwill", amount=Decimal("100.00"), now=now
        )

    outcomes = at_once(*[give] * 6)

    payment.refresh_from_db()
    assert outcomes.count(TooMuch) == 5
    assert (Refund.objects.get().amount, payment.promised) == (100, 100)


def test_cancelling_while_a_second_payment_is_settled_loses_neither(stripe, now):
    """The second one goes back, the first one too, and nobody waits in a circle."""
    order = make_bought_order(stripe, now)
    second = make_second_payment(order, now)
    stripe.pay(second.session_id)

    at_once(
        cancelling(order, 1, now),
        lambda: settle(payment=second, now=now),
        lambda: settle(payment=second, now=now),
    )
    pay_owed_refunds(now=now)

    order.refresh_from_db()
    reasons = Refund.objects.order_by("reason").values_list("reason", "status")
    assert order.status == "cancelled"
    assert list(reasons) == [("cancelled", "succeeded"), ("duplicate", "succeeded")]
    assert_books_agree(order)


def test_cancelling_while_the_guest_confirms_ends_one_way(stripe, now):
    order = make_bought_order(stripe, now)
    guest, sector = Guest.objects.get(), make_sector("Zorg")
    answers = {"name": "Daan", "email": "daan@voorbeeld.example", "born": None}

    at_once(
        cancelling(order, 1, now),
        *[lambda: admit(guest=guest, sector=sector, now=now, **answers)] * 4,
    )

    assert order.pairs.get().state == "cancelled"
    assert_books_agree(order)


def test_withdrawing_without_a_link_by_ten_clicks_at_once_is_no_fault_of_ours(
    stripe, now, time_machine
):
    time_machine.move_to(now)
    order = make_bought_order(stripe, now, withdrawal="14days")
    Order.objects.update(organisation="")
    typed = {"name": "Iris", "reference": order.reference, "email": order.buyer_email}

    def click():
        page = Client().post("/tickets/herroepen/", typed | {"confirm": "1"})
        return page.status_code

    outcomes = at_once(*[click] * 10)

    assert set(outcomes) <= {200, 422}
    assert outcomes.count(200) == 1
