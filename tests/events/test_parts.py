"""What is in a price at another rate: on the pair, on every paper, and off it again."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from events.cancellations.services import Back, cancel_pairs
from events.invoices.rules import by_rate, divide, of_this_pair, written
from events.models import CreditNote, DuoTicket, Invoice, Pair
from events.orders.services import hold_instead, hold_places
from events.organiser.exports.rows import money_of
from tests.events.test_invoices import text_of
from tests.factories.checkout import hold
from tests.factories.events import (
    make_event,
    make_event_page,
    make_paid_order,
    make_ticket,
    make_tier,
    make_voucher,
    with_lunch,
)
from tests.factories.payments import place, settle_last

pytestmark = pytest.mark.django_db

HIGH, LOW = Decimal(21), Decimal(9)
# of € 149: 119 at 21%, and 30 at 9%
LUNCH = {
    HIGH: (Decimal("98.35"), Decimal("20.65")),
    LOW: (Decimal("27.52"), Decimal("2.48")),
}


def parts_of(order) -> list[tuple]:
    return list(
        order.pairs.order_by("number").values_list(
            "price", "part_name", "part_price", "part_rate"
        )
    )


def make_bought(stripe, now, ticket: DuoTicket, *, pairs: int, code: str = ""):
    order = hold_places(ticket=ticket, pairs=pairs, now=now, code=code)
    place(order, now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    return order


def cancel(order, numbers: list[int], now) -> None:
    cancel_pairs(
        order=order, numbers=numbers, reason="organiser", back=Back.ALL, now=now
    )


def test_a_pair_takes_its_part_along_and_keeps_it(now):
    event = make_event()
    ticket = make_ticket(event=event, **with_lunch())
    make_tier(ticket, "100", first=1)
    make_voucher(event, now, value=Decimal(50))
    plain = hold_places(ticket=ticket, pairs=2, now=now)
    cheap = hold_places(ticket=ticket, pairs=1, now=now, code="ZOMER")

    DuoTicket.objects.update(part_name="", part_price=None, part_rate=None)

    assert parts_of(plain) == [
        (Decimal("100.00"), "Eten en drinken", Decimal("20.13"), LOW),
        (Decimal("149.00"), "Eten en drinken", Decimal("30.00"), LOW),
    ]
    assert parts_of(cheap) == [
        (Decimal("74.50"), "Eten en drinken", Decimal("15.00"), LOW)
    ]


def test_another_type_has_other_parts(now):
    event = make_event()
    lunch = make_ticket(event=event, **with_lunch())
    bare = make_ticket(event=event)
    order = hold_places(ticket=lunch, pairs=1, now=now)

    hold_instead(order=order, ticket=bare, pairs=1, now=now)
    without = parts_of(order)
    hold_instead(order=order, ticket=lunch, pairs=1, now=now)

    assert without == [(Decimal("149.00"), "", None, None)]
    assert parts_of(order) == [
        (Decimal("149.00"), "Eten en drinken", Decimal("30.00"), LOW)
    ]


@pytest.mark.parametrize("model", [DuoTicket, Pair])
@pytest.mark.parametrize(
    "half",
    [
        {"part_name": ""},
        {"part_price": None},
        {"part_rate": None},
        {"part_price": Decimal(0)},
        {"part_price": Decimal(-1)},
        {"part_price": Decimal("149.01")},
    ],
)
def test_the_database_knows_no_half_a_part(model, half):
    make_paid_order(ticket=make_ticket(**with_lunch()))

    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**half)


def test_a_part_has_a_rate_that_exists():
    make_ticket(**with_lunch())

    with pytest.raises(IntegrityError), transaction.atomic():
        DuoTicket.objects.update(part_rate=Decimal(6))


def test_the_paper_has_two_lines_and_the_bank_one(stripe, now):
    ticket = make_ticket(**with_lunch())

    order = make_bought(stripe, now, ticket, pairs=2)

    invoice = Invoice.objects.get()
    lines = [(line["description"], line["quantity"]) for line in invoice.lines]
    assert lines == [
        ("Duoticket voor 2 personen, Hackathon Een Nieuw Geluid", 2),
        ("Eten en drinken voor 2 personen, Hackathon Een Nieuw Geluid", 2),
    ]
    assert written(invoice.lines) == {
        rate: (2 * net, 2 * vat) for rate, (net, vat) in LUNCH.items()
    }
    text = text_of(invoice)
    assert "Btw 21% € 41,30" in text
    assert "Btw 9% € 4,96" in text
    assert "€ 298,00" in text
    [paid] = order.payments.get().params["line_items"]
    assert (paid["quantity"], paid["price_data"]["unit_amount"]) == (2, 14900)


def test_the_note_of_one_pair_takes_exactly_that_pair_off(stripe, now):
    """Also where the pairs of an order have other prices, of which a share of the
    whole invoice is a cent off."""
    ticket = make_ticket(**with_lunch())
    make_tier(ticket, "90", first=1)
    order = make_bought(stripe, now, ticket, pairs=3)
    first = order.pairs.get(number=1)

    cancel(order, [1], now)

    own = {share.rate: (-share.net, -share.vat) for share in first.shares}
    assert written(CreditNote.objects.get().lines) == own

    cancel(order, [3, 2], now)
    notes = CreditNote.objects.all()
    off = written(line for note in notes for line in note.lines)
    on = written(order.invoices.get().lines)
    assert off == {rate: (-net, -vat) for rate, (net, vat) in on.items()}


@given(
    prices=st.lists(st.integers(50, 99_999), min_size=1, max_size=5),
    part=st.integers(1, 100),
    kept=st.integers(0, 100),
    dice=st.randoms(use_true_random=False),
)
def test_pairs_leave_an_invoice_in_any_order_to_the_cent(prices, part, kept, dice):
    """A percentage that is kept of one leaves every other pair whole."""
    ticket = DuoTicket(price=100, **with_lunch(str(part)), vat_rate=HIGH)
    pairs = [Pair(price=Decimal(price) / 100, vat_rate=HIGH) for price in prices]
    for pair in pairs:
        pair.take_part_of(ticket)
    left = by_rate((s.rate, s.net, s.vat) for pair in pairs for s in pair.shares)
    first, *others = dice.sample(pairs, len(pairs))
    back = (first.price * (100 - kept) / 100).quantize(Decimal("0.01"))

    if back:
        left = minus(left, divide(back, of_this_pair(first, left)))
    for pair in others:
        gone = divide(pair.price, of_this_pair(pair, left))
        assert gone == [
            (share.rate, share.net, share.vat)
            for share in sorted(pair.shares, key=lambda share: share.rate)
            if share.price
        ]
        left = minus(left, gone)

    assert all(amount >= 0 for amounts in left.values() for amount in amounts)
    assert sum(net + vat for net, vat in left.values()) == first.price - back


def minus(left, gone):
    there = [(rate, net, vat) for rate, (net, vat) in left.items()]
    return by_rate(there + [(rate, -net, -vat) for rate, net, vat in gone])


def test_what_is_left_of_the_invoice_is_taken_when_the_pair_is_not_there_whole():
    pair = Pair(price=Decimal(149), vat_rate=HIGH)
    pair.take_part_of(DuoTicket(price=Decimal(149), vat_rate=HIGH, **with_lunch()))
    less = LUNCH | {LOW: (Decimal("27.52"), Decimal("2.47"))}

    assert of_this_pair(pair, LUNCH) == LUNCH
    assert of_this_pair(pair, less) is None
    assert of_this_pair(pair, {HIGH: LUNCH[HIGH]}) is None


def test_the_pages_say_what_vat_is_inside(client, now):
    event = make_event_page().event
    ticket = make_ticket(event=event, **with_lunch())

    page = " ".join(client.get(event.page.url).text.split())
    form = " ".join(client.get(hold(client, ticket).url).text.split())

    assert "inclusief € 23,13 btw" in page
    assert "inclusief € 23,13 btw" in form
    assert "1 × eten en drinken voor 2 personen, zonder btw</dt><dd>€ 27,52" in form
    assert "<dt>Btw 9%</dt><dd>€ 2,48</dd>" in form


def test_the_sheet_of_the_money_has_each_rate(stripe, now):
    ticket = make_ticket(**with_lunch())
    make_bought(stripe, now, ticket, pairs=1)

    [row] = money_of(ticket.event)

    assert (row["Zonder btw bij 21%"], row["Btw 21%"]) == LUNCH[HIGH]
    assert (row["Zonder btw bij 9%"], row["Btw 9%"]) == LUNCH[LOW]


def change(client, ticket: DuoTicket, **part):
    """Send the form of this type at the desk, as the operator."""
    client.force_login(User.objects.get_or_create(username="b", is_superuser=True)[0])
    values = {
        "event": ticket.event_id,
        "name": ticket.name,
        "price": ticket.price,
        "vat_rate": "21.00",
        "least_pairs": 1,
        "most_pairs": 5,
        "position": 0,
        "tiers-TOTAL_FORMS": 0,
        "tiers-INITIAL_FORMS": 0,
    }
    empty = {"part_price": "", "part_rate": "", "part_name": ""}
    address = reverse("organiser_tickets:edit", args=[ticket.pk])
    answer = client.post(address, values | empty | part)
    ticket.refresh_from_db()
    return {} if answer.status_code == 302 else answer.context["form"].errors


def test_an_organiser_says_what_is_in_the_price_and_takes_it_away_again(client):
    ticket = make_ticket()

    errors = change(client, ticket, part_price="30", part_rate="9.00")
    there = (ticket.part_name, ticket.part_price, ticket.part_rate, ticket.vat)
    gone = change(client, ticket, part_name=ticket.part_name)

    assert (errors, gone) == ({}, {})
    assert there == ("Eten en drinken", Decimal("30.00"), LOW, Decimal("23.13"))
    assert (ticket.part_name, ticket.part_price, ticket.vat) == (
        "",
        None,
        Decimal("25.86"),
    )


@pytest.mark.parametrize(
    ("part", "field", "sentence"),
    [
        (
            {"part_price": "149", "part_rate": "9.00"},
            "part_price",
            "Dit is meer dan 0 en minder dan de prijs.",
        ),
        (
            {"part_price": "-1", "part_rate": "9.00"},
            "part_price",
            "Dit is meer dan 0 en minder dan de prijs.",
        ),
        (
            {"part_rate": "9.00"},
            "part_price",
            "Zeg welk bedrag van de prijs dit is.",
        ),
        (
            {"part_price": "30"},
            "part_rate",
            "Kies het tarief dat hiervoor geldt.",
        ),
        (
            {"part_price": "30", "part_rate": "21.00"},
            "part_rate",
            "Dit is het tarief van het duoticket zelf; dan kan dit leeg blijven.",
        ),
    ],
)
def test_a_part_that_makes_no_sense_is_said_at_its_field(client, part, field, sentence):
    assert change(client, make_ticket(), **part) == {field: [sentence]}
