"""How a pair that was put back is sold: after free places, to the list, and once."""

from datetime import timedelta

import pytest

from events.cancellations.services import refund_resold
from events.ledger.matters import matters
from events.models import (
    Cancellation,
    Order,
    Pair,
    WaitingEntry,
)
from events.orders.places import SoldOut
from events.orders.services import (
    HOLD,
    confirm,
    free_lapsed_holds,
    hold_again,
    hold_instead,
    hold_places,
    release,
)
from events.resales.services import (
    put_back,
    standings,
)
from events.waiting_list.services import NotNeeded, join, leave, offer_places
from home.mail.models import OwedMail
from tests.factories.events import (
    make_event,
    make_guest,
    make_paid_order,
    make_ticket,
    make_voucher,
)
from tests.factories.resales import buy_one, how, in_the_hall, make_put_back, pay, state
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting, owed

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


# the sale


def test_until_it_is_paid_nothing_changes_for_the_seller(ticket, event, now):
    seller, resale = make_put_back(now, ticket=ticket)

    held = hold_places(ticket=ticket, pairs=1, now=now)

    assert state(seller) == ("sold", True)
    assert state(held) == ("held", False)
    assert held.pairs.get().instead_of == resale
    assert in_the_hall(event) == 2


def test_paid_is_sold_and_the_place_changes_hands(ticket, event, now):
    seller, resale = make_put_back(now, ticket=ticket)
    place = seller.pairs.get().place

    bought = buy_one(ticket, now)

    assert (state(seller), state(bought)) == (("cancelled", False), ("sold", True))
    assert bought.pairs.get().place == place
    assert how(resale) == "sold"
    assert in_the_hall(event) == 2


def test_free_places_go_first(now):
    ticket = make_ticket(event=make_event(capacity=2))
    make_paid_order(ticket=ticket)
    _, resale = make_put_back(now, ticket=ticket)

    first, second = (hold_places(ticket=ticket, pairs=1, now=now) for _ in range(2))

    assert (state(first), state(second)) == (("held", True), ("held", False))
    assert second.pairs.get().instead_of == resale


def test_one_order_may_take_both_kinds(now):
    ticket = make_ticket(event=make_event(capacity=2))
    make_paid_order(ticket=ticket)
    seller, _ = make_put_back(now, ticket=ticket)

    order = hold_places(ticket=ticket, pairs=2, now=now)
    pay(order, now)

    assert list(order.pairs.values_list("state", flat=True)) == ["sold", "sold"]
    assert state(seller) == ("cancelled", False)
    assert in_the_hall(ticket.event) == 2


def test_what_is_offered_is_kept_of_its_own_type(ticket, now):
    """Who turned back at the bank for a moment finds the offer as it was."""
    other = make_ticket(event=ticket.event, name="Los")
    Pair.objects.filter(pk=Pair.objects.latest("pk").pk).update(ticket=other)
    make_put_back(now, ticket=ticket)
    make_put_back(now, ticket=ticket)
    entry = make_waiting(ticket.event, ticket=ticket)
    offer_places(now=now)
    entry.refresh_from_db()
    release(order=entry.order)

    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now)
    bought = hold_places(ticket=other, pairs=1, now=now)

    again = hold_again(order=entry.order, now=now)
    assert (state(bought), state(again)) == (("held", False), ("held", False))


def test_who_put_back_first_is_sold_first(ticket, now):
    _, later = make_put_back(now + HOUR, ticket=ticket)
    _, earlier = make_put_back(now, ticket=ticket)

    held = hold_places(ticket=ticket, pairs=1, now=now + 2 * HOUR)

    assert held.pairs.get().instead_of == earlier
    assert later.ended_at is None


def test_two_buyers_never_have_the_same_one(ticket, now):
    make_put_back(now, ticket=ticket)
    hold_places(ticket=ticket, pairs=1, now=now)

    with pytest.raises(SoldOut) as refusal:
        hold_places(ticket=ticket, pairs=1, now=now)

    assert refusal.value.left == 0


def test_it_is_sold_as_the_type_it_is(ticket, event, now):
    other = make_ticket(event=event, name="Anders")
    make_put_back(now, ticket=ticket)

    with pytest.raises(SoldOut):
        hold_places(ticket=other, pairs=1, now=now)

    assert hold_places(ticket=ticket, pairs=1, now=now).pairs.get().ticket == ticket


def test_the_cap_of_a_type_does_not_stand_in_its_way(ticket, now):
    ticket.capacity = 2
    ticket.save()
    make_put_back(now, ticket=ticket)

    buy_one(ticket, now)

    assert Pair.objects.filter(ticket=ticket, state="sold").count() == 2


def test_the_price_is_that_of_now(ticket, now):
    make_put_back(now, ticket=ticket)
    ticket.price = 200
    ticket.save()

    assert hold_places(ticket=ticket, pairs=1, now=now).total == 200


@pytest.mark.parametrize("ends", ["released", "lapsed"])
def test_a_hold_that_comes_to_nothing_costs_the_seller_nothing(ticket, now, ends):
    seller, resale = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)

    if ends == "released":
        release(order=held)
    else:
        free_lapsed_holds(now=now + HOLD)

    assert (state(seller), how(resale)) == (("sold", True), "")
    assert hold_places(ticket=ticket, pairs=1, now=now).pairs.get().instead_of == resale


def test_a_change_of_the_order_keeps_the_place_of_another(ticket, now):
    """A code typed in the form seats the order again."""
    make_voucher(ticket.event, now)
    _, resale = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)

    hold_instead(order=held, ticket=ticket, pairs=1, now=now, code="ZOMER")

    pair = held.pairs.get()
    assert (pair.instead_of, pair.discount > 0) == (resale, True)


def test_who_comes_back_late_gets_it_when_it_is_still_there(ticket, now):
    _, resale = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)
    free_lapsed_holds(now=now + HOLD)

    hold_again(order=held, now=now + HOLD)

    assert held.pairs.get().instead_of == resale


def test_who_pays_late_takes_a_place_that_was_put_back_meanwhile(ticket, event, now):
    """F10: there is a place after all, so nobody is refused."""
    free_a_place(event)
    late = hold_places(ticket=ticket, pairs=1, now=now)
    free_lapsed_holds(now=now + HOLD)
    buy_one(ticket, now + HOLD)
    seller, _ = make_put_back(now + HOLD, ticket=ticket)

    pay(late, now + HOLD, email="late@koper.example")

    assert (state(late), state(seller)) == (("sold", True), ("cancelled", False))


# who waits


def test_the_first_in_line_is_offered_what_was_put_back(ticket, event, now):
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    seller, resale = make_put_back(now, ticket=ticket)

    assert offer_places(now=now) == 1

    entry.refresh_from_db()
    assert (entry.state, entry.order.pairs.get().instead_of) == ("offered", resale)
    pay(entry.order, now)
    assert state(seller) == ("cancelled", False)


def test_who_waits_goes_before_who_comes_by(ticket, event, now):
    make_waiting(event)
    make_put_back(now, ticket=ticket)

    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now)


def test_also_where_the_type_is_full(ticket, event, now):
    """Somebody waits for this type alone, and a pair of it was put back."""
    make_ticket(event=event, name="Anders")
    ticket.capacity = 2
    ticket.save()
    entry = make_waiting(event, ticket=ticket)
    make_put_back(now, ticket=ticket)

    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now)
    assert offer_places(now=now) == 1
    entry.refresh_from_db()
    assert entry.state == "offered"


def test_who_waits_for_another_type_is_passed_over(ticket, event, now):
    other = make_ticket(event=event, name="Anders")
    ticket.position = 1
    ticket.save()
    make_waiting(event, ticket=other)
    anything = make_waiting(event, "Bram")
    make_put_back(now, ticket=ticket)

    assert offer_places(now=now) == 1

    anything.refresh_from_db()
    assert (anything.state, anything.order.pairs.get().ticket) == ("offered", ticket)


def test_an_offer_that_is_left_goes_to_the_next(ticket, event, now):
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    seller, resale = make_put_back(now, ticket=ticket)
    offer_places(now=now)
    entry.refresh_from_db()

    leave(entry=entry, now=now)
    offer_places(now=now)

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["left", "offered"]
    assert (state(seller), how(resale)) == (("sold", True), "")


def test_nobody_waits_while_a_pair_that_was_put_back_can_be_ordered(ticket, event, now):
    make_put_back(now, ticket=ticket)

    with pytest.raises(NotNeeded):
        join(event=event, ticket=None, name="Noor", email="n@x.example", now=now)


# the money


def test_what_is_not_given_back_within_an_hour_waits_for_a_person(ticket, now):
    seller, resale = make_put_back(now, ticket=ticket)
    buy_one(ticket, now)

    at_once = matters(now=now)
    [matter] = matters(now=now + HOUR)
    refund_resold(now=now + HOUR)

    assert (at_once, matters(now=now + HOUR)) == ([], [])
    assert (matter.what, matter.order, matter.amount) == (
        "Doorverkocht, nog niet terugbetaald",
        seller,
        resale.pair.price,
    )


def test_sold_is_a_cancellation_with_all_of_the_price(ticket, now):
    seller, _ = make_put_back(now, ticket=ticket)
    guest = make_guest(pair=seller.pairs.get(), admitted=True)
    buy_one(ticket, now)
    assert Cancellation.objects.count() == 0

    assert refund_resold(now=now) == 1
    assert refund_resold(now=now) == 0

    made = Cancellation.objects.get()
    assert (made.reason, made.pair) == ("resold", seller.pairs.get())
    seller.refresh_from_db()
    assert seller.status == "cancelled"
    assert owed("events.cancelled") == 1
    mail = OwedMail.objects.get(kind="events.cancelled_to_guest")
    assert mail.about_id == guest.pk


def test_an_order_of_which_one_pair_was_sold_stands(now):
    ticket = make_ticket(event=make_event(capacity=2))
    seller = make_paid_order(ticket=ticket, pairs=2)
    put_back(order=seller, number=2, now=now)
    buy_one(ticket, now)

    refund_resold(now=now)

    seller.refresh_from_db()
    states = seller.pairs.order_by("number").values_list("state", flat=True)
    assert (seller.status, list(states)) == ("paid", ["sold", "cancelled"])


def test_who_bought_it_may_put_it_back_too(ticket, event, now):
    make_put_back(now, ticket=ticket)
    bought = buy_one(ticket, now)

    put_back(order=bought, number=1, now=now)
    last = buy_one(ticket, now, email="eva@koper.example")

    assert (state(bought), state(last)) == (("cancelled", False), ("sold", True))
    assert refund_resold(now=now) == 2
    assert in_the_hall(event) == 2


# what the buyer reads


def test_where_it_stands(now):
    ticket = make_sold_out(capacity=3)
    make_put_back(now, ticket=ticket)
    order, _ = make_put_back(now + HOUR, ticket=ticket)
    free_a_place(ticket.event)

    found = standings(order, now=now + HOUR)

    standing = found[1]
    assert list(found) == [1]
    assert (standing.free, standing.ahead, standing.buying_until) == (1, 0, None)


def test_where_it_stands_while_somebody_buys_it(ticket, now):
    order, _ = make_put_back(now, ticket=ticket)
    held = hold_places(ticket=ticket, pairs=1, now=now)

    assert standings(order, now=now)[1].buying_until == held.held_until


def test_confirm_asks_nothing_more_where_nothing_was_put_back(
    ticket, now, django_assert_num_queries
):
    """The lock, its pairs, sold, paid."""
    free_a_place(ticket.event)
    held = hold_places(ticket=ticket, pairs=1, now=now)
    Order.objects.update(buyer_email="bo@koper.example")

    with django_assert_num_queries(4):
        confirm(order=held, now=now)
