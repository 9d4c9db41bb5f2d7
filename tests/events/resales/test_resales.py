"""Money back when somebody else takes the place: until then it stays the buyer's."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from events.cancellations.services import Back, cancel_pairs, refund_resold
from events.door.rules import Verdict
from events.door.services import Refused, both, check_in, find, undo
from events.models import (
    CheckIn,
    Event,
    Order,
    Pair,
    Resale,
)
from events.orders.places import SoldOut
from events.orders.services import (
    hold_places,
    release,
)
from events.resales.services import (
    AlreadySold,
    NotNow,
    NotSold,
    end_unsold,
    put_back,
    take_back,
)
from tests.factories.events import (
    make_guest,
    make_ticket,
    make_voucher,
)
from tests.factories.resales import buy_one, how, make_put_back, pay, state
from tests.factories.waiting import make_sold_out, owed

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


# when


@pytest.mark.parametrize(
    ("rules", "may"),
    [
        ({}, True),  # it can never be cancelled
        ({"cancel_free_until": HOUR}, False),
        ({"cancel_free_until": -HOUR}, True),
        ({"cancel_until": HOUR, "cancel_fee": 50}, True),  # or cancel for half
        ({"cancel_until": HOUR, "cancel_fee": 0}, False),
        ({"cancel_until": -HOUR, "cancel_fee": 50}, True),
    ],
)
def test_a_pair_is_put_back_when_cancelling_is_not_free(ticket, now, rules, may):
    rules = {
        name: now + value if name.endswith("until") else value
        for name, value in rules.items()
    }
    Event.objects.filter(pk=ticket.event.pk).update(**rules)
    order = Order.objects.first()

    with suppress(NotNow):
        put_back(order=order, number=1, now=now)

    assert Resale.objects.exists() is may


def test_a_free_pair_is_put_back_when_cancelling_is_over(now):
    ticket = make_sold_out(cancel_until=now)
    Pair.objects.update(price=0)

    _, resale = make_put_back(now, ticket=ticket)

    assert resale.ended_at is None


@pytest.mark.parametrize("closes", ["sales_until", "starts_at", "called_off_at"])
def test_not_when_nobody_can_buy_it(ticket, now, closes):
    Event.objects.filter(pk=ticket.event.pk).update(**{closes: now})

    with pytest.raises(NotNow):
        put_back(order=Order.objects.first(), number=1, now=now)


def test_not_when_the_type_is_off_sale(ticket, now):
    ticket.sales_until = now
    ticket.save()

    with pytest.raises(NotNow):
        put_back(order=Order.objects.first(), number=1, now=now)


def test_not_from_a_place_that_a_code_keeps(now):
    ticket = make_ticket()
    make_voucher(ticket.event, now, most=1, keeps_places=True)
    order = hold_places(ticket=ticket, pairs=1, now=now, code="ZOMER")
    order = pay(order, now)

    with pytest.raises(NotNow):
        put_back(order=order, number=1, now=now)


def test_a_second_click_finds_it_there(now):
    order, resale = make_put_back(now)

    assert put_back(order=order, number=1, now=now + HOUR) == resale
    assert owed("events.put_back") == 1


def test_the_database_keeps_one_at_a_time(now):
    _, resale = make_put_back(now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Resale.objects.create(pair=resale.pair, put_back_at=now)


def test_the_database_refuses_a_sold_pair_without_a_place_of_its_own(ticket, now):
    make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        held.pairs.update(state="sold")


# changing one's mind


def test_taken_back_is_not_for_sale(ticket, now):
    seller, resale = make_put_back(now, ticket=ticket)

    is_free = take_back(order=seller, number=1, now=now)

    assert (is_free, how(resale)) == (True, "taken_back")
    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now)


def test_who_is_buying_it_may_finish(ticket, now):
    seller, resale = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)

    is_free = take_back(order=seller, number=1, now=now)
    pay(held, now)

    assert (is_free, how(resale)) == (False, "sold")
    assert state(seller) == ("cancelled", False)


def test_taken_back_and_not_bought_stays_with_the_seller(ticket, now):
    seller, resale = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)
    take_back(order=seller, number=1, now=now)

    release(order=held)

    assert (state(seller), how(resale)) == (("sold", True), "taken_back")
    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now)


def test_put_back_once_more_while_somebody_is_buying_is_one_resale(ticket, now):
    seller, resale = make_put_back(now, ticket=ticket)
    hold_places(ticket=ticket, pairs=1, now=now)
    take_back(order=seller, number=1, now=now)

    again = put_back(order=seller, number=1, now=now + HOUR)

    assert (again, how(resale)) == (resale, "")


def test_what_is_sold_is_not_taken_back(ticket, now):
    seller, _ = make_put_back(now, ticket=ticket)
    buy_one(ticket, now)

    with pytest.raises(AlreadySold):
        take_back(order=seller, number=1, now=now)
    with pytest.raises(NotSold):
        put_back(order=seller, number=1, now=now)


def test_cancelled_while_somebody_buys_it_gives_them_the_place(ticket, now):
    seller, resale = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)
    place = seller.pairs.get().place

    cancel_pairs(
        order=seller, numbers=[1], reason="organiser", back=Back.NOTHING, now=now
    )

    pair = held.pairs.get()
    assert (pair.place, pair.instead_of) == (place, None)
    assert how(resale) == "cancelled"
    pay(held, now)
    assert refund_resold(now=now) == 0


# the end


def test_nobody_bought_it_in_time(ticket, event, now):
    seller, resale = make_put_back(now, ticket=ticket)

    assert end_unsold(now=event.starts_at - HOUR) == 0
    assert end_unsold(now=event.starts_at) == 1
    assert end_unsold(now=event.starts_at) == 0

    assert (how(resale), state(seller)) == ("unsold", ("sold", True))
    assert owed("events.unsold") == 1


def test_who_is_paying_when_the_sale_ends_may_finish(ticket, event, now):
    seller, _ = make_put_back(now, ticket=ticket)
    begins = event.starts_at
    held = hold_places(ticket=ticket, pairs=1, now=begins - HOUR / 6)

    ended = end_unsold(now=begins)
    pay(held, begins)

    assert (ended, state(seller)) == (0, ("cancelled", False))


def test_of_an_event_that_is_called_off_nobody_hears_that_it_was_not_sold(event, now):
    make_put_back(now, ticket=event.tickets.get())
    Event.objects.filter(pk=event.pk).update(called_off_at=now, sales_until=now)

    assert end_unsold(now=now) == 0


# the door


def test_put_back_and_unsold_is_welcome_and_ends_the_sale(ticket, event, now):
    seller, resale = make_put_back(now, ticket=ticket)
    pair = seller.pairs.get()

    check_in(pair=pair, code=pair.host_code, proof_seen=False, by=None, now=now)

    assert how(resale) == "came"
    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now)


def test_who_is_inside_is_not_put_back(ticket, now):
    order = Order.objects.first()
    pair = order.pairs.get()
    check_in(pair=pair, code=pair.host_code, proof_seen=False, by=None, now=now)

    with pytest.raises(NotNow):
        put_back(order=order, number=1, now=now)

    undo(pair=pair, code=pair.host_code, now=now)
    assert put_back(order=order, number=1, now=now).ended_at is None


def test_sold_is_refused_with_the_reason(ticket, event, now):
    seller, _ = make_put_back(now, ticket=ticket)
    pair = seller.pairs.get()
    guest = make_guest(pair=pair, admitted=True)
    buy_one(ticket, now)

    for code in (pair.host_code, guest.code):
        with pytest.raises(Refused) as refusal:
            check_in(pair=pair, code=code, proof_seen=False, by=None, now=now)
        assert refusal.value.verdict == Verdict.RESOLD
    refund_resold(now=now)
    found = find(event=event, text=pair.host_code).visitors
    assert [each.pair.is_resold for each in found] == [True]
    assert len(both(found[0].pair)) == 2


def test_who_came_in_while_somebody_paid_keeps_the_chair(ticket, event, now):
    """The buyer finds no place, as who pays too late: the money goes back."""
    seller, resale = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)
    pair = seller.pairs.get()
    check_in(pair=pair, code=pair.host_code, proof_seen=False, by=None, now=now)

    with pytest.raises(SoldOut):
        pay(held, now)

    assert (state(seller), how(resale)) == (("sold", True), "came")
    assert CheckIn.objects.count() == 1


def test_or_gets_another_one_that_was_put_back(ticket, now):
    seller, _ = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)
    pair = seller.pairs.get()
    check_in(pair=pair, code=pair.host_code, proof_seen=False, by=None, now=now)
    other, _ = make_put_back(now, ticket=ticket)

    pay(held, now)

    assert (state(seller), state(other)) == (("sold", True), ("cancelled", False))
    assert state(held) == ("sold", True)
