"""A pair that was put back changes hands once, whoever comes at the same instant."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from events.cancellations.services import cancel_by_buyer, refund_resold
from events.door.services import Refused, check_in
from events.models import Cancellation, Order, Pair, Place, Resale
from events.orders.places import SoldOut
from events.orders.services import (
    HOLD,
    NotSold,
    confirm,
    extend,
    hold_places,
    release,
)
from events.payments.services import settle
from events.resales.services import AlreadySold, end_unsold, put_back, take_back
from events.waiting_list.services import offer_places
from tests.factories.money import MONTH, assert_books_agree, make_bought_order
from tests.factories.payments import place
from tests.factories.resales import make_put_back
from tests.factories.waiting import make_sold_out, make_waiting

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
REFUSALS = (AlreadySold, NotSold, Refused, SoldOut)


def at_once(*works: Callable[[], object]) -> list[object]:
    """All of them begin together; what one raises is its outcome."""
    start = Barrier(len(works))

    def run(work):
        try:
            start.wait(timeout=60)
            return work()
        except REFUSALS as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(works)) as people:
        return list(people.map(run, works))


def buyer(ticket, now) -> Callable[[], str]:
    return lambda: hold_places(ticket=ticket, pairs=1, now=now).status


def held(ticket, now) -> Order:
    """By somebody who is about to pay."""
    order = hold_places(ticket=ticket, pairs=1, now=now)
    Order.objects.filter(pk=order.pk).update(buyer_email="bo@koper.example")
    return order


def sold(event) -> int:
    """Pairs with a place, each with its own."""
    pairs = Pair.objects.of_event(event).filter(state="sold").count()
    assert pairs == Place.objects.filter(event=event, pair__state="sold").count()
    return pairs


def test_one_of_ten_buyers_has_it(now):
    ticket = make_sold_out()
    make_put_back(now, ticket=ticket)

    outcomes = at_once(*[buyer(ticket, now)] * 10)

    assert (outcomes.count("held"), outcomes.count(SoldOut)) == (1, 9)
    assert Pair.objects.filter(instead_of__isnull=False).count() == 1


def test_buyers_and_the_list_at_one_instant_have_it_once(now):
    ticket = make_sold_out()
    make_waiting(ticket.event)
    make_put_back(now, ticket=ticket)

    at_once(*[lambda: offer_places(now=now)] * 3, *[buyer(ticket, now)] * 4)

    claims = Pair.objects.filter(instead_of__isnull=False)
    assert [claim.order.offer.name for claim in claims] == ["Noor"]


@pytest.mark.parametrize("_", range(4))
def test_taken_back_or_sold_and_never_both(now, _):
    ticket = make_sold_out(capacity=2)
    seller, resale = make_put_back(now, ticket=ticket)
    order = held(ticket, now)

    taken, bought = at_once(
        lambda: take_back(order=seller, number=1, now=now),
        lambda: confirm(order=order, now=now).status,
    )

    assert (bought, taken in {False, AlreadySold}) == ("paid", True)
    assert Resale.objects.get(pk=resale.pk).how == "sold"
    assert (seller.pairs.get().state, sold(ticket.event)) == ("cancelled", 2)


@pytest.mark.parametrize("_", range(4))
def test_taken_back_while_somebody_takes_it_is_one_of_both(now, _):
    ticket = make_sold_out()
    seller, _resale = make_put_back(now, ticket=ticket)

    taken, bought = at_once(
        lambda: take_back(order=seller, number=1, now=now), buyer(ticket, now)
    )

    assert (taken, bought) in {(True, SoldOut), (False, "held")}


@pytest.mark.parametrize("_", range(4))
def test_somebody_comes_in_while_another_pays(now, _):
    """The chair is for one of them, and who is refused has no place."""
    ticket = make_sold_out()
    seller, _resale = make_put_back(now, ticket=ticket)
    pair, order = seller.pairs.get(), held(ticket, now)
    code = pair.host_code

    inside, bought = at_once(
        lambda: check_in(pair=pair, code=code, proof_seen=False, by=None, now=now),
        lambda: confirm(order=order, now=now).status,
    )

    assert (inside is Refused, bought) in {(True, "paid"), (False, SoldOut)}
    assert sold(ticket.event) == 1


@pytest.mark.parametrize("_", range(4))
def test_the_seller_cancels_while_another_pays(stripe, now, _):
    """Half of the price for sure, or all of it: never twice, and one place for one."""
    order = make_bought_order(stripe, now)
    event = order.event
    places = event.places.filter(pair=None)
    places.delete()
    later = now + MONTH
    stripe.clock.shift(MONTH)
    put_back(order=order, number=1, now=later)
    other = hold_places(ticket=event.tickets.get(), pairs=1, now=later)
    place(other, later)
    stripe.pay(stripe.last_session)
    payment = other.payments.get()
    half = order.total / 2

    at_once(
        lambda: cancel_by_buyer(order=order, numbers=[1], back=half, now=later),
        lambda: settle(payment=payment, now=later),
    )
    refund_resold(now=later)

    other.refresh_from_db()
    order.refresh_from_db()
    assert (order.status, other.status, sold(event)) == ("cancelled", "paid", 1)
    assert Cancellation.objects.get().kept in {half, 0}
    for each in (order, other):
        assert_books_agree(each)


def test_two_settles_of_two_orders_that_sell_to_each_other_do_not_wait_in_a_circle(now):
    """Each holds an order, wants the event, and a pair of somebody else."""
    ticket = make_sold_out(capacity=6)
    for _ in range(6):
        make_put_back(now, ticket=ticket)
    orders = [held(ticket, now) for _ in range(6)]

    outcomes = at_once(
        *(lambda order=order: confirm(order=order, now=now).status for order in orders),
        lambda: end_unsold(now=now),
        lambda: refund_resold(now=now),
    )
    refund_resold(now=now)

    assert outcomes[:6] == ["paid"] * 6
    assert (sold(ticket.event), Cancellation.objects.count()) == (6, 6)


def test_refunded_once_by_two_rounds_at_one_instant(now):
    ticket = make_sold_out()
    make_put_back(now, ticket=ticket)
    confirm(order=held(ticket, now), now=now)

    done = at_once(*[lambda: refund_resold(now=now)] * 4)

    assert sum(done) == 1
    assert Cancellation.objects.count() == 1


def test_a_lapsed_hold_that_its_buyer_is_renewing_keeps_the_pair(now):
    """Nobody waits for that order, so what it points at is not for another."""
    ticket = make_sold_out()
    make_put_back(now, ticket=ticket)
    order, later = held(ticket, now), now + HOLD

    with transaction.atomic():
        Order.objects.select_for_update().get(pk=order.pk)
        with ThreadPoolExecutor(max_workers=1) as others:
            outcome = others.submit(at_once, buyer(ticket, later)).result(timeout=60)
        extend(order=order, now=later)

    order.refresh_from_db()
    assert (outcome, order.status) == ([SoldOut], "held")


def test_a_hold_that_ends_while_the_next_one_comes_is_sold_once(now):
    ticket = make_sold_out()
    make_put_back(now, ticket=ticket)
    order, later = held(ticket, now), now + HOLD

    outcomes = at_once(lambda: release(order=order), *[buyer(ticket, later)] * 4)
    outcomes += at_once(buyer(ticket, later))  # all four may have come too early

    assert outcomes.count("held") == 1
    assert Pair.objects.filter(instead_of__isnull=False).count() == 1
