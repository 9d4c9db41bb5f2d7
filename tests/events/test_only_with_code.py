"""A ticket type that nobody sees: only a code of its own opens it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from events.models import DuoTicket, Order, WaitingEntry
from events.waiting_list.forms import JoinForm
from events.waiting_list.services import offer_places, put_first
from tests.factories.checkout import ANSWERS, address
from tests.factories.events import (
    make_event,
    make_event_page,
    make_paid_order,
    make_ticket,
    make_voucher,
)
from tests.factories.waiting import free_a_place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stripe")]


@pytest.fixture
def partner(db) -> DuoTicket:
    """Beside a type for everybody; two places in all."""
    event = make_event_page(event=make_event(capacity=2)).event
    make_ticket(event=event, position=1)
    return make_ticket(
        event=event, name="Partnerkaartje", price=Decimal(99), only_with_code=True
    )


@pytest.fixture
def voucher(partner, now):
    voucher = make_voucher(partner.event, now, code="PARTNER", value=0)
    voucher.tickets.add(partner)
    return voucher


def with_code(client, partner, code="partner", **typed):
    typed = {"pairs": "1", "code": code} | typed
    return client.post(f"/tickets/{partner.event.slug}/bestellen/", typed)


def test_the_page_does_not_name_it_and_takes_a_code(client, partner):
    page = client.get(partner.event.page.url).text

    assert "Partnerkaartje" not in page
    assert "Ik heb een code van een partner" in page
    assert "Nog 2 van de 2 duo’s" in page


def test_a_code_alone_is_enough_to_order_it(client, partner, voucher):
    answer = with_code(client, partner)

    order = Order.objects.get()
    assert answer.url == address(order, "gegevens/")
    assert (order.pairs.get().ticket, order.total) == (partner, 99)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("", "Dit duoticket is er alleen met een code."),
        ("zomer", "Deze code geldt voor een ander duoticket."),
    ],
)
def test_nobody_orders_it_with_no_code_or_one_for_everything(
    client, partner, voucher, now, code, sentence
):
    make_voucher(partner.event, now)

    answer = with_code(client, partner, code, ticket=partner.pk)

    assert (answer.status_code, Order.objects.count()) == (409, 0)
    assert sentence in answer.text


def test_a_code_for_everything_opens_what_everybody_sees(client, partner, now):
    make_voucher(partner.event, now)

    with_code(client, partner, "zomer")

    assert Order.objects.get().pairs.get().ticket.name == "Duoticket"


def test_who_has_a_choice_makes_it_on_a_page(client, partner, voucher):
    voucher.tickets.add(DuoTicket.objects.get(only_with_code=False))

    page = with_code(client, partner, pairs="2")
    answer = with_code(client, partner, pairs="2", ticket=partner.pk)

    assert page.status_code == 200
    for kept in ("Partnerkaartje", "Duoticket", 'value="partner"', 'value="2"'):
        assert kept in page.text
    assert answer.status_code == 302


@pytest.mark.parametrize("code", ["bestaat-niet", "", "\x00", "x" * 161])
def test_no_code_and_a_wrong_one_hold_nothing(client, partner, voucher, code):
    answer = with_code(client, partner, code)

    assert answer.status_code in {409, 422}
    assert Order.objects.count() == 0


def test_the_code_cannot_be_taken_off_the_order(client, partner, voucher):
    with_code(client, partner)
    order = Order.objects.get()
    typed = ANSWERS | {"code": "", "use_code": "1"}

    answer = client.post(address(order, "gegevens/"), typed)

    assert answer.status_code == 422
    assert "Dit duoticket is er alleen met een code." in answer.text
    assert order.pairs.get().voucher_use is not None


def test_a_lapsed_order_does_not_come_back_when_its_code_is_over(
    client, partner, voucher, stripe, now
):
    with_code(client, partner)
    order = Order.objects.get()
    stripe.clock.shift(timedelta(minutes=21))
    type(voucher).objects.update(valid_until=now)

    answer = client.post(address(order, "opnieuw/"))

    assert answer.status_code == 409
    assert "Dit duoticket is er alleen met een code." in answer.text


def test_with_nothing_else_on_sale_the_page_asks_for_a_code(client, partner):
    DuoTicket.objects.filter(only_with_code=False).delete()

    page = client.get(partner.event.page.url).text

    assert "Bestellen kan met een code" in page
    assert "Er zijn nog geen kaartjes" not in page


def test_who_waits_is_never_offered_it(partner, now):
    event = partner.event
    make_paid_order(ticket=event.tickets.get(only_with_code=False), pairs=2)
    late = make_paid_order(ticket=partner, pairs=0)
    late.pairs.create(number=1, ticket=partner, price=99, state="released")
    put_first(order=late, now=now)
    free_a_place(event)

    offer_places(now=now)

    assert "ticket" not in JoinForm(event=event).fields
    assert WaitingEntry.objects.get().order.pairs.get().ticket.name == "Duoticket"
