"""A POST holds places; everything that may be wrong with it gets a page of its own."""

from datetime import timedelta
from decimal import Decimal

import pytest

from events.models import Order, Pair
from events.orders.services import hold_places, places_left
from home import dutch
from tests.factories.checkout import ANSWERS, address, hold
from tests.factories.events import make_event, make_event_page, make_ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def ticket(db):
    return make_ticket(event=make_event_page().event)


def test_a_post_holds_and_leads_to_the_form(client, stripe, ticket):
    answer = hold(client, ticket, pairs=2)

    order = Order.objects.get()
    assert (answer.status_code, answer.url) == (302, address(order, "gegevens/"))
    assert order.pairs.count() == 2


def test_a_get_holds_nothing(client, stripe, ticket):
    answer = client.get(f"/tickets/{ticket.event.slug}/bestellen/")

    assert answer.url == f"/agenda/{ticket.event.slug}/"
    assert Order.objects.count() == 0


@pytest.mark.parametrize("pairs", ["0", "-1", "6", "10000", "", "twee", "1\x00", "💥"])
def test_a_strange_number_of_pairs_is_refused_kindly(client, stripe, ticket, pairs):
    answer = hold(client, ticket, pairs=pairs)

    assert answer.status_code in {400, 422}
    assert Order.objects.count() == 0


def test_the_ticket_of_another_event_is_not_for_sale(client, stripe, ticket):
    other = make_ticket(event=make_event())

    answer = client.post(
        f"/tickets/{ticket.event.slug}/bestellen/", {"ticket": other.pk, "pairs": 1}
    )

    assert answer.status_code == 409
    assert Order.objects.count() == 0


@pytest.mark.parametrize("page", ["none yet", "taken down"])
def test_what_no_page_tells_about_is_not_for_sale(client, stripe, ticket, page):
    """An event that is being prepared has tickets before it has a page."""
    if page == "none yet":
        ticket = make_ticket(event=make_event())
    else:
        ticket.event.page.unpublish()

    assert hold(client, ticket).status_code == 404
    assert Order.objects.count() == 0


def test_a_visitor_holds_for_two_events_and_no_third(client, stripe):
    tickets = [make_ticket(event=make_event_page().event) for _ in range(3)]
    for ticket in tickets[:2]:
        hold(client, ticket)

    answer = hold(client, tickets[2])

    assert answer.status_code == 409
    assert "Je hebt al 2 bestellingen openstaan" in answer.text
    assert Order.objects.count() == 2


def test_a_second_click_finds_the_order_of_the_first(client, stripe, ticket):
    first, second = hold(client, ticket, pairs=2), hold(client, ticket, pairs=2)

    assert first.url == second.url
    assert Pair.objects.count() == 2


def test_another_number_changes_the_order_and_keeps_what_was_typed(
    client, stripe, ticket
):
    hold(client, ticket, pairs=1)
    order = Order.objects.get()
    client.post(address(order, "gegevens/"), ANSWERS)

    answer = hold(client, ticket, pairs=3)

    assert answer.url == address(order, "gegevens/")
    assert Order.objects.count() == 1
    assert list(order.pairs.values_list("number", "state")) == [
        (1, "held"),
        (2, "held"),
        (3, "held"),
    ]
    assert 'value="Daan Okafor"' in client.get(answer.url).text


def test_another_number_ends_the_payment_of_the_old_one(client, stripe, ticket):
    hold(client, ticket, pairs=1)
    order = Order.objects.get()
    client.post(address(order, "gegevens/"), ANSWERS)

    hold(client, ticket, pairs=2)

    two = ANSWERS | {"duo2-host": "later", "duo2-guest": "later"}
    client.post(address(order, "gegevens/"), two)
    attempts = order.payments.order_by("pk").values_list("status", "amount")
    assert list(attempts) == [("expired", 149), ("open", 298)]


def test_another_number_after_paying_leads_to_what_was_paid(client, stripe, ticket):
    hold(client, ticket, pairs=1)
    order = Order.objects.get()
    client.post(address(order, "gegevens/"), ANSWERS)
    stripe.pay(stripe.last_session)

    answer = hold(client, ticket, pairs=2)

    order.refresh_from_db()
    assert (answer.url, order.status) == (address(order), "paid")
    assert order.pairs.count() == 1


def test_fewer_pairs_give_the_other_places_back(client, stripe, ticket, now):
    hold(client, ticket, pairs=3)

    hold(client, ticket, pairs=1)

    assert places_left(ticket.event, now) == 59


def test_a_number_that_is_not_there_leaves_the_order_as_it_was(client, stripe, now):
    ticket = make_ticket(event=make_event_page(event=make_event(capacity=3)).event)
    hold(client, ticket, pairs=2)

    answer = hold(client, ticket, pairs=4)

    order = Order.objects.get()
    assert "Er zijn nog 3 duo’s over" in answer.text
    assert f"Ga verder met bestelling {order.reference}" in answer.text
    assert (order.pairs.count(), places_left(ticket.event, now)) == (2, 1)


def test_another_type_changes_the_price_of_the_order(client, stripe, ticket):
    other = make_ticket(event=ticket.event, name="Klein", price=Decimal(99))
    hold(client, ticket, pairs=2)

    hold(client, other, pairs=1)

    order = Order.objects.get()
    assert [(pair.ticket, pair.price) for pair in order.pairs.all()] == [(other, 99)]


def test_a_refusal_costs_few_statements(
    client, stripe, ticket, now, django_assert_max_num_queries
):
    for _ in range(12):
        hold_places(ticket=ticket, pairs=5, now=now)

    with django_assert_max_num_queries(11):
        answer = hold(client, ticket)

    assert "Alle vrije duo’s zijn weg" in answer.text


def test_who_asks_for_more_than_there_is_hears_how_many_there_are(
    client, stripe, ticket, now
):
    for pairs in [5] * 11 + [4]:
        hold_places(ticket=ticket, pairs=pairs, now=now)

    answer = hold(client, ticket, pairs=2)

    assert answer.status_code == 409
    assert "Er is nog 1 duo over" in answer.text


def test_who_comes_too_early_or_too_late_reads_what_to_do(client, stripe, ticket, now):
    opens = now + timedelta(days=2)
    early = make_ticket(event=ticket.event, sales_from=opens)
    late = make_ticket(event=ticket.event, sales_until=now)

    answers = [hold(client, each) for each in (early, late)]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert f"De verkoop begint op {dutch.moment(opens)}." in answers[0].text
    assert "De verkoop is gesloten" in answers[1].text


def test_who_asks_more_than_fits_in_an_order_reads_how_many_do(client, stripe, ticket):
    group = make_ticket(event=ticket.event, least_pairs=2, most_pairs=4)

    answer = hold(client, group, pairs=5)

    assert answer.status_code == 422
    assert "Van dit duoticket bestel je 2 tot en met 4 duo’s tegelijk" in answer.text
