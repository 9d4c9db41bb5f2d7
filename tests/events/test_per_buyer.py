"""A type of which one buyer gets no more than so many pairs."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction

from events.checkout.answers import Buyer, Duo
from events.checkout.services import OverLimit, place_order
from events.models import Pair
from events.orders.services import hold_places
from events.payments.services import abandon
from tests.events.test_ticket_desk import change, errors_of
from tests.factories.checkout import ANSWERS, hold
from tests.factories.events import make_event_page, make_paid_order, make_ticket

pytestmark = pytest.mark.django_db
IRIS = Buyer(name="Iris de Wit", email="IRIS@voorbeeld.example")
LATER = {"duo1-guest": "later", "duo2-host": "later", "duo2-guest": "later"}


@pytest.fixture
def ticket(db):
    event = make_event_page().event
    return make_ticket(event=event, most_pairs=2, most_per_buyer=2)


def place(order, now, *, buyer=IRIS) -> str:
    duos = [
        Duo(pair.number, buyer.name, buyer.email, "", "") for pair in order.pairs.all()
    ]
    return place_order(order=order, buyer=buyer, duos=duos, now=now)


def test_who_has_one_gets_one_more_and_no_two(client, stripe, ticket):
    make_paid_order(ticket=ticket)
    url = hold(client, ticket, pairs=2).url

    answer = client.post(url, ANSWERS | LATER)

    assert answer.status_code == 422
    assert answer.context["forms"].buyer.errors["email"] == [
        "Van dit duoticket krijgt één koper er hoogstens 2, alle bestellingen op dit "
        "adres samen. Kies op de pagina van het evenement een kleiner aantal. Wat er "
        "op je adres staat, mailen we je: kijk onderaan bij ‘Je kaartje of link "
        "kwijt?’."
    ]
    assert stripe.sessions == []
    assert (
        client.post(hold(client, ticket).url, ANSWERS).url
        == (stripe.sessions[0]["url"])
    )


def test_what_is_being_paid_elsewhere_counts_until_it_is_let_go(stripe, ticket, now):
    first, second = (hold_places(ticket=ticket, pairs=2, now=now) for _ in range(2))
    place(first, now)

    with pytest.raises(OverLimit):
        place(second, now)
    abandon(order=first, now=now)

    assert place(second, now).startswith("http")


def test_capitals_make_no_other_buyer(ticket, now):
    make_paid_order(ticket=ticket)
    order = hold_places(ticket=ticket, pairs=2, now=now)

    with pytest.raises(OverLimit):
        place(order, now)


def test_another_buyer_and_another_type_do_not_count(stripe, ticket, now):
    make_paid_order(ticket=ticket, pairs=2, buyer_email="noor@voorbeeld.example")
    make_paid_order(ticket=make_ticket(event=ticket.event), pairs=2)
    order = hold_places(ticket=ticket, pairs=2, now=now)

    assert place(order, now).startswith("http")


def test_an_organiser_sets_it_no_lower_than_an_order(client, admin_user):
    client.force_login(admin_user)
    ticket = make_ticket()

    refused = change(client, ticket, most_per_buyer="4")
    change(client, ticket, most_per_buyer="6")

    assert errors_of(refused) == {
        "most_per_buyer": ["Dit is minder dan er in één bestelling gaan."]
    }
    ticket.refresh_from_db()
    assert ticket.most_per_buyer == 6


def test_the_database_refuses_an_order_above_what_one_buyer_gets():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_ticket(most_pairs=3, most_per_buyer=2)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_orders_of_one_buyer_at_one_instant_are_one(stripe, ticket, now):
    orders = [hold_places(ticket=ticket, pairs=2, now=now) for _ in range(2)]

    def go(order) -> bool:
        try:
            return bool(place(order, now))
        except OverLimit:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        went = list(pool.map(go, orders))

    assert sorted(went) == [False, True]
    paying = Pair.objects.filter(order__buyer_email__iexact=IRIS.email)
    assert paying.count() == 2
