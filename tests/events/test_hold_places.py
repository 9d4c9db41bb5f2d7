"""Holding places: never more than there are, never half a pair (rules 1 and 7)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from events.models import DuoTicket, Order, Pair, Place
from events.orders.services import (
    HOLD,
    NotOnSale,
    SoldOut,
    TooMany,
    extend,
    free_lapsed_holds,
    hold_again,
    hold_places,
    places_left,
    release,
)
from tests.factories.events import make_event, make_ticket


@pytest.mark.django_db
def test_a_hold_takes_as_many_places_as_pairs_for_20_minutes(now):
    ticket = make_ticket(event=make_event(capacity=5))

    order = hold_places(ticket=ticket, pairs=2, now=now)

    assert order.held_until == now + timedelta(minutes=20)
    assert [pair.price for pair in order.pairs.all()] == [ticket.price, ticket.price]
    assert places_left(ticket.event, now) == 3


@pytest.mark.django_db
def test_a_hold_is_refused_whole_when_one_place_is_short(now):
    ticket = make_ticket(event=make_event(capacity=3))
    hold_places(ticket=ticket, pairs=2, now=now)

    with pytest.raises(SoldOut) as refusal:
        hold_places(ticket=ticket, pairs=2, now=now)

    assert refusal.value.left == 1
    assert Order.objects.count() == 1


@pytest.mark.django_db
def test_the_cap_that_counts_is_the_one_of_this_moment(now):
    ticket = make_ticket(event=make_event(capacity=10))
    DuoTicket.objects.filter(pk=ticket.pk).update(capacity=1)

    with pytest.raises(SoldOut) as refusal:
        hold_places(ticket=ticket, pairs=2, now=now)

    assert refusal.value.left == 1


@pytest.mark.django_db
def test_a_type_that_was_removed_a_moment_ago_is_not_on_sale(now):
    ticket = make_ticket()
    DuoTicket.objects.filter(pk=ticket.pk).delete()

    with pytest.raises(NotOnSale):
        hold_places(ticket=ticket, pairs=1, now=now)


@pytest.mark.django_db
def test_a_type_with_its_own_cap_sells_no_more_than_that(now):
    event = make_event(capacity=10)
    ticket = make_ticket(event=event, capacity=2)
    hold_places(ticket=ticket, pairs=1, now=now)

    with pytest.raises(SoldOut) as refusal:
        hold_places(ticket=ticket, pairs=2, now=now)

    assert refusal.value.left == 1
    assert places_left(event, now) == 9


@pytest.mark.django_db
@pytest.mark.parametrize("pairs", [0, -1, 6, 10_000])
def test_an_order_has_one_to_five_pairs(now, pairs):
    ticket = make_ticket()

    with pytest.raises(TooMany):
        hold_places(ticket=ticket, pairs=pairs, now=now)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "window",
    [
        {"sales_from": timedelta(hours=1)},
        {"sales_until": timedelta(0)},
    ],
)
def test_nothing_is_sold_outside_the_sale_window(now, window):
    moments = {name: now + shift for name, shift in window.items()}
    ticket = make_ticket(event=make_event(**moments))

    with pytest.raises(NotOnSale):
        hold_places(ticket=ticket, pairs=1, now=now)


@pytest.mark.django_db
def test_a_lapsed_hold_counts_as_free_without_any_clean_up(now):
    ticket = make_ticket(event=make_event(capacity=1))
    first = hold_places(ticket=ticket, pairs=1, now=now)

    assert places_left(ticket.event, now + HOLD) == 1
    second = hold_places(ticket=ticket, pairs=1, now=now + HOLD)

    first.refresh_from_db()
    assert (first.status, second.status) == ("lapsed", "held")


@pytest.mark.django_db
def test_more_time_is_given_ten_times(now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)

    for _ in range(12):
        order = extend(order=order, now=now)

    assert order.extensions == 10
    assert order.held_until == now + timedelta(minutes=20 * 11)


@pytest.mark.django_db
def test_a_lapsed_order_gets_its_places_back_while_there_are_any(now):
    ticket = make_ticket(event=make_event(capacity=2))
    order = hold_places(ticket=ticket, pairs=2, now=now)
    later = now + HOLD
    free_lapsed_holds(now=later)

    order = hold_again(order=order, now=later)

    assert order.status == "held"
    assert places_left(ticket.event, later) == 0


@pytest.mark.django_db
def test_a_lapsed_order_gets_nothing_when_one_place_is_gone(now):
    ticket = make_ticket(event=make_event(capacity=2))
    order = hold_places(ticket=ticket, pairs=2, now=now)
    later = now + HOLD
    hold_places(ticket=ticket, pairs=1, now=later)

    with pytest.raises(SoldOut):
        hold_again(order=order, now=later)

    assert places_left(ticket.event, later) == 1


@pytest.mark.django_db
def test_letting_go_frees_the_places_at_once(now):
    ticket = make_ticket(event=make_event(capacity=1))
    order = hold_places(ticket=ticket, pairs=1, now=now)

    release(order=order)

    assert places_left(ticket.event, now) == 1


@pytest.mark.django_db
def test_the_database_refuses_a_pair_in_a_place_that_is_taken(now):
    """Rule 7, for a bug that forgets the lock: a direct write cannot oversell."""
    ticket = make_ticket(event=make_event(capacity=1))
    order = hold_places(ticket=ticket, pairs=1, now=now)
    taken = Place.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Pair.objects.create(
            order=order, number=2, ticket=ticket, place=taken, price=1, vat_rate=21
        )


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["held", "sold"])
def test_the_database_refuses_a_pair_that_is_in_without_a_place(now, state):
    ticket = make_ticket(event=make_event(capacity=1))
    order = hold_places(ticket=ticket, pairs=1, now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Pair.objects.create(
            order=order, number=2, ticket=ticket, state=state, price=1, vat_rate=21
        )


@pytest.mark.django_db
def test_a_hold_costs_the_same_for_one_and_for_five_pairs(
    now, django_assert_num_queries
):
    ticket = make_ticket()

    for pairs in (1, 5):
        with django_assert_num_queries(10):  # savepoint, lock, look, write
            hold_places(ticket=ticket, pairs=pairs, now=now)


@pytest.mark.django_db(transaction=True)
def test_twenty_buyers_at_one_instant_get_the_last_five_places(now):
    """Rule 7, with real threads: five holds and fifteen refusals."""
    ticket = make_ticket(event=make_event(capacity=5))

    def buy(_):
        try:
            hold_places(ticket=ticket, pairs=1, now=now)
        except SoldOut:
            return "sold out"
        finally:
            connection.close()
        return "held"

    with ThreadPoolExecutor(max_workers=20) as buyers:
        outcomes = sorted(buyers.map(buy, range(20)))

    assert outcomes == ["held"] * 5 + ["sold out"] * 15
    assert Pair.objects.of_event(ticket.event).count() == 5
