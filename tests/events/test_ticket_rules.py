"""Which price counts and when a type is on sale: rules without a database."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models import DuoTicket, Event, Pair, Tier
from events.tickets.amounts import vat_in
from events.tickets.rules import Asking, Window, asking, prices_of, window_of
from tests.factories.events import with_lunch

NOW = datetime(2026, 11, 25, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)
FULL, EARLY, FIRST = Decimal("149.00"), Decimal("99.00"), Decimal("49.00")
TICKET = DuoTicket(price=FULL)
MONEY = st.integers(50, 999_900).map(lambda cents: Decimal(cents) / 100)


def until(moment, price=EARLY):
    return Tier(price=price, until=moment)


def first(number, price=FIRST):
    return Tier(price=price, first=number)


@pytest.mark.parametrize(
    ("tiers", "taken", "prices"),
    [
        ([], 0, [FULL, FULL]),
        ([until(NOW + DAY)], 50, [EARLY, EARLY]),
        ([until(NOW)], 0, [FULL, FULL]),  # ends at that moment
        ([first(1)], 0, [FIRST, FULL]),  # the last cheap one, then the first dear one
        ([first(1)], 1, [FULL, FULL]),
        ([until(NOW + DAY), first(1)], 0, [FIRST, EARLY]),  # the lowest that applies
        ([until(NOW + DAY, Decimal(200))], 0, [FULL, FULL]),  # nobody pays for haste
        ([until(NOW + DAY, Decimal(0))], 0, [0, 0]),
    ],
)
def test_which_price_counts(tiers, taken, prices):
    assert prices_of(TICKET, tiers, taken=taken, pairs=2, now=NOW) == prices


@pytest.mark.parametrize(
    ("tiers", "taken", "expected"),
    [
        ([], 0, Asking(FULL)),
        ([until(NOW + DAY)], 0, Asking(EARLY, until=NOW + DAY, then=FULL)),
        ([first(3)], 1, Asking(FIRST, left=2, then=FULL)),
        (
            [first(3), until(NOW + DAY)],
            1,
            Asking(FIRST, left=2, then=EARLY),
        ),
        (
            [until(NOW + DAY), until(NOW + 2 * DAY, Decimal(120))],
            0,
            Asking(EARLY, until=NOW + DAY, then=Decimal(120)),
        ),
    ],
)
def test_what_the_page_says_about_the_price(tiers, taken, expected):
    assert asking(TICKET, tiers, taken=taken, now=NOW) == expected


@given(
    price=MONEY,
    early=st.lists(st.tuples(MONEY, st.integers(1, 12)), max_size=4),
    taken=st.integers(0, 15),
    pairs=st.integers(1, 10),
)
def test_one_order_costs_what_its_pairs_cost_one_by_one(price, early, taken, pairs):
    """Nobody gains or loses by ordering together."""
    ticket = DuoTicket(price=price)
    tiers = [first(number, amount) for amount, number in early]

    together = prices_of(ticket, tiers, taken=taken, pairs=pairs, now=NOW)

    apart = [
        prices_of(ticket, tiers, taken=taken + n, pairs=1, now=NOW)[0]
        for n in range(pairs)
    ]
    assert together == apart
    assert max(together) <= price


@given(price=MONEY, rate=st.sampled_from([None, Decimal(0), Decimal(9), Decimal(21)]))
def test_vat_is_what_the_rate_says_to_the_cent(price, rate):
    vat = vat_in(price, rate)

    assert vat == vat.quantize(Decimal("0.01"))
    assert 0 <= vat < price
    net = price - vat
    assert abs(net * (rate or 0) / 100 - vat) <= Decimal("0.01")


@given(
    whole=MONEY,
    share=st.decimals("0.001", "1", places=3),
    off=st.decimals("0", "1", places=3),
    rates=st.sampled_from([(None, 9), (Decimal(21), 9), (Decimal(9), 21)]),
)
def test_the_parts_of_whatever_is_paid_are_that_price(whole, share, off, rates):
    """A discount takes from both in proportion, and no cent comes or goes."""
    cent = Decimal("0.01")
    part = max(cent, (whole * share).quantize(cent))
    ticket = DuoTicket(
        price=whole, vat_rate=rates[0], part_price=part, part_rate=Decimal(rates[1])
    )
    paid = (whole * off).quantize(cent)

    shares = ticket.shares_at(paid)

    assert sum(share.price for share in shares) == paid
    assert all(0 <= share.vat <= share.price for share in shares)
    assert abs(paid - shares[0].price - part * paid / whole) <= cent / 2
    assert ticket.vat_at(paid) == sum(share.vat for share in shares)
    pair = Pair(price=paid, vat_rate=rates[0])
    pair.take_part_of(ticket)
    assert pair.shares == shares


def test_what_is_free_has_no_parts():
    ticket = DuoTicket(price=FULL, **with_lunch())
    pair = Pair(price=Decimal(0), vat_rate=ticket.vat_rate)

    pair.take_part_of(ticket)

    assert (pair.part_name, pair.part_price, pair.part_rate) == ("", None, None)
    assert (pair.vat, ticket.vat_at(Decimal(0))) == (0, 0)


@pytest.mark.parametrize(
    ("event", "ticket", "window"),
    [
        ({}, {}, Window.OPEN),
        ({"sales_from": NOW + DAY}, {}, Window.NOT_YET),
        ({}, {"sales_from": NOW + DAY}, Window.NOT_YET),
        ({"sales_from": NOW}, {"sales_from": NOW}, Window.OPEN),
        ({}, {"sales_until": NOW}, Window.CLOSED),
        ({"sales_until": NOW}, {"sales_until": NOW + DAY}, Window.CLOSED),
        ({"sales_from": NOW - DAY}, {"sales_from": NOW + DAY}, Window.NOT_YET),
        ({}, {"sales_until": NOW + 9 * DAY}, Window.OPEN),
        ({"ends_at": NOW}, {"sales_until": NOW + 9 * DAY}, Window.CLOSED),
    ],
)
def test_a_type_sells_when_both_it_and_its_event_do(event, ticket, window):
    values = {"starts_at": NOW - DAY, "ends_at": NOW + DAY} | event

    assert window_of(Event(**values), DuoTicket(**ticket), NOW) is window
