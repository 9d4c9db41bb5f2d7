"""Types with an own window, early prices and limits: what a hold makes of them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from events.models import DuoTicket, Order, Pair, Tier
from events.orders.services import (
    HOLD,
    NotOnSale,
    TooMany,
    extend,
    free_lapsed_holds,
    hold_again,
    hold_places,
)
from tests.factories.checkout import ANSWERS, address
from tests.factories.events import make_event, make_ticket, make_tier
from tests.factories.payments import make_placed_order, place

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
FULL, EARLY = Decimal("149.00"), Decimal("99.00")


def prices(order) -> list[Decimal]:
    return [pair.price for pair in order.pairs.order_by("number")]


def test_an_early_price_by_date_is_frozen_on_the_pair(now):
    ticket = make_ticket()
    make_tier(ticket, "99", until=now + DAY)

    early = hold_places(ticket=ticket, pairs=1, now=now)
    late = hold_places(ticket=ticket, pairs=1, now=now + DAY)

    assert (prices(early), prices(late)) == ([EARLY], [FULL])


def test_an_early_price_by_number_counts_what_is_held_and_sold(now):
    ticket = make_ticket()
    make_tier(ticket, "99", first=3)

    orders = [hold_places(ticket=ticket, pairs=2, now=now) for _ in range(3)]

    assert [prices(order) for order in orders] == [
        [EARLY, EARLY],
        [EARLY, FULL],
        [FULL, FULL],
    ]


def test_a_cheap_place_that_lapsed_is_for_the_next_buyer(now):
    ticket = make_ticket()
    make_tier(ticket, "99", first=1)
    hold_places(ticket=ticket, pairs=1, now=now)

    order = hold_places(ticket=ticket, pairs=1, now=now + HOLD)

    assert prices(order) == [EARLY]


def test_coming_back_after_the_hold_does_not_keep_an_early_price(now):
    ticket = make_ticket()
    make_tier(ticket, "99", until=now + HOLD)
    order = hold_places(ticket=ticket, pairs=2, now=now)
    free_lapsed_holds(now=now + HOLD)

    hold_again(order=order, now=now + HOLD)

    assert prices(order) == [FULL, FULL]


def test_coming_back_after_the_hold_keeps_a_cheap_place_nobody_took(now):
    ticket = make_ticket()
    make_tier(ticket, "99", first=1)
    order = hold_places(ticket=ticket, pairs=1, now=now)

    hold_again(order=order, now=now + HOLD)

    assert prices(order) == [EARLY]


def test_more_time_keeps_the_price_of_a_hold_that_runs(now):
    ticket = make_ticket()
    make_tier(ticket, "99", until=now + timedelta(minutes=5))
    order = hold_places(ticket=ticket, pairs=1, now=now)

    extend(order=order, now=now + timedelta(minutes=10))

    assert prices(order) == [EARLY]


def test_what_stripe_was_asked_for_is_not_priced_again(stripe, now):
    order = make_placed_order(now)
    make_tier(order.pairs.get().ticket, "99", until=now + DAY)
    stripe.clock.shift(timedelta(minutes=36))

    hold_again(order=order, now=now + timedelta(minutes=36))

    assert prices(order) == [order.payments.get().amount] == [FULL]


def test_what_lapsed_while_stripe_may_be_paid_gets_its_places_at_that_price(
    stripe, now
):
    order = make_placed_order(now)
    make_tier(order.pairs.get().ticket, "99", until=now + DAY)
    order.pairs.update(state="released", place=None)
    Order.objects.filter(pk=order.pk).update(status="lapsed", held_by="")

    order = hold_again(order=order, now=now)

    assert order.status == "held"
    assert [(pair.state, pair.price) for pair in order.pairs.all()] == [("held", FULL)]


def test_who_pays_after_the_price_went_up_sees_the_new_one_first(client, stripe, now):
    ticket = make_ticket()
    make_tier(ticket, "99", until=now + HOLD)
    order = hold_places(ticket=ticket, pairs=1, now=now)
    page = address(order, "gegevens/")
    stripe.clock.shift(HOLD)

    refused = client.post(page, ANSWERS | {"total": "99.00", "code": ""})
    paying = client.post(page, ANSWERS | {"total": "149.00", "code": ""})

    assert refused.status_code == 409
    assert "het totaal is nu €\xa0149,00" in refused.text
    assert 'value="Daan Okafor"' in refused.text
    assert paying.status_code == 302
    assert order.payments.get().amount == FULL


def test_cheap_and_dear_pairs_are_two_lines_at_the_bank(stripe, now):
    ticket = make_ticket()
    make_tier(ticket, "99", first=1)
    order = hold_places(ticket=ticket, pairs=3, now=now)

    place(order, now)

    payment = order.payments.get()
    lines = payment.params["line_items"]
    asked = [(line["quantity"], line["price_data"]["unit_amount"]) for line in lines]
    assert payment.amount == Decimal("397.00")
    assert asked == [(1, 9900), (2, 14900)]


@pytest.mark.parametrize(
    ("window", "opens"),
    [
        ({"sales_from": DAY}, DAY),
        ({"sales_until": timedelta(0)}, None),
        ({"sales_from": -DAY, "sales_until": timedelta(0)}, None),
    ],
)
def test_a_type_is_refused_outside_its_own_window(now, window, opens):
    moments = {name: now + shift for name, shift in window.items()}
    ticket = make_ticket(**moments)

    with pytest.raises(NotOnSale) as refusal:
        hold_places(ticket=ticket, pairs=1, now=now)

    assert refusal.value.opens_at == (now + opens if opens else None)


def test_a_lapsed_order_of_a_type_that_closed_stays_lapsed(now):
    ticket = make_ticket(sales_until=now + HOLD)
    order = hold_places(ticket=ticket, pairs=1, now=now)
    free_lapsed_holds(now=now + HOLD)

    with pytest.raises(NotOnSale):
        hold_again(order=order, now=now + HOLD)

    assert list(order.pairs.values_list("state", flat=True)) == ["released"]


@pytest.mark.parametrize("pairs", [1, 4, 0, -1, 10_000])
def test_a_type_says_how_many_pairs_fit_in_an_order(now, pairs):
    ticket = make_ticket(least_pairs=2, most_pairs=3)

    with pytest.raises(TooMany) as refusal:
        hold_places(ticket=ticket, pairs=pairs, now=now)

    assert (refusal.value.least, refusal.value.most) == (2, 3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"price": Decimal("0.49")},
        {"price": Decimal(-1)},
        {"vat_rate": Decimal("19.00")},
        {"vat_rate": None},  # exempt, and no word of why
        {"least_pairs": 0},
        {"least_pairs": 4, "most_pairs": 3},
        {"most_pairs": 11},
    ],
)
def test_the_database_refuses_a_type_that_cannot_be_sold(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_ticket(**wrong)


def test_the_database_refuses_a_sale_that_ends_before_it_begins(now):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_ticket(sales_from=now, sales_until=now)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"until": DAY, "first": 3},
        {"first": 0},
        {"first": 3, "price": Decimal("0.10")},
    ],
)
def test_the_database_refuses_an_early_price_that_ends_never_or_twice(now, wrong):
    values = {"price": EARLY} | wrong
    if "until" in values:
        values["until"] += now
    ticket = make_ticket()

    with pytest.raises(IntegrityError), transaction.atomic():
        Tier.objects.create(ticket=ticket, **values)


def test_the_database_keeps_a_type_that_somebody_holds(now):
    ticket = make_ticket()
    hold_places(ticket=ticket, pairs=1, now=now)

    with pytest.raises(ProtectedError):
        DuoTicket.objects.get(pk=ticket.pk).delete()


@pytest.mark.django_db(transaction=True)
def test_ten_buyers_at_one_instant_share_three_cheap_pairs(now):
    ticket = make_ticket(event=make_event(capacity=20))
    make_tier(ticket, "99", first=3)

    def buy(_):
        try:
            hold_places(ticket=ticket, pairs=1, now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as buyers:
        list(buyers.map(buy, range(10)))

    paid = sorted(Pair.objects.values_list("price", flat=True))
    assert paid == [EARLY] * 3 + [FULL] * 7
