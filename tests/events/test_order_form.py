"""What the order form keeps, and what it asks when the deadline is over (rule 5)."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from events.checkout.forms import OrderForms
from events.models import Event, Guest, Order
from events.orders.services import hold_places
from tests.factories.checkout import ANSWERS, hold
from tests.factories.events import make_event_page, make_ticket

pytestmark = pytest.mark.django_db
LATER = {"duo1-guest": "later", "duo1-guest_name": "", "duo1-guest_email": ""}


@pytest.fixture
def ticket(db):
    return make_ticket(event=make_event_page().event)


def test_more_time_moves_the_end_of_the_hold_and_keeps_what_was_typed(
    client, stripe, ticket, now
):
    url = hold(client, ticket).url
    typed = ANSWERS | {"name": "Iris", "email": "iris@", "agreed": "on"}

    page = client.post(url, typed | {"more_time": "1"})

    order = Order.objects.get()
    assert (page.status_code, order.held_until) == (200, now + timedelta(minutes=40))
    for text in ('value="Iris"', 'value="iris@"', 'value="Daan Okafor"', "checked"):
        assert text in page.text
    assert "<title>Fout" not in page.text
    assert (stripe.sessions, order.buyer_name) == ([], "")


def test_the_list_of_what_is_wrong_is_in_the_order_of_the_page(client, stripe, ticket):
    url = hold(client, ticket, pairs=2).url

    page = client.post(url, {"kind": "business", "duo1-guest": "now"})

    soup = BeautifulSoup(page.text, "html.parser")
    ids = [there["id"] for there in soup.select("form#bestelling [id]")]
    listed = [link["href"][1:] for link in soup.select("#fouten a")]
    assert listed[-1] == "id_agreed"
    assert listed == sorted(listed, key=ids.index)


def test_after_ten_times_there_is_no_more_time_to_ask_for(client, stripe, ticket):
    url = hold(client, ticket).url
    Order.objects.update(extensions=10)

    page = client.get(url)

    assert "more_time" not in page.text


@pytest.mark.parametrize(
    "unread",
    [
        {"duo1-host_email": "noor"},
        {"duo1-host_name": "x" * 200},
        {"duo1-guest": "later", "duo1-guest_email": "daan"},
        {"kind": "private", "vat_id": "x" * 200},
        {"kind": "private", "purchase_order": "x" * 200},
    ],
)
def test_what_belongs_to_another_choice_is_not_read(client, stripe, ticket, unread):
    url = hold(client, ticket).url

    answer = client.post(url, ANSWERS | unread)

    assert answer.url == stripe.sessions[0]["url"]


def test_another_host_at_the_address_of_the_buyer_is_remembered(client, stripe, ticket):
    """A secretary orders from the mailbox of the team."""
    url = hold(client, ticket).url
    host = {"duo1-host_name": "Noor Bakker", "duo1-host_email": ANSWERS["email"]}
    client.post(url, ANSWERS | host | {"duo1-host": "now"})

    page = client.get(url)

    assert 'value="Noor Bakker"' in page.text


@pytest.fixture
def _late(ticket, now):
    Event.objects.update(changes_until=now - timedelta(days=1))


@pytest.mark.usefixtures("_late")
def test_after_the_deadline_the_form_offers_no_later(client, stripe, ticket):
    url = hold(client, ticket, pairs=2).url

    page = client.get(url)

    assert 'value="later"' not in page.text
    assert "Na je bestelling kan dit niet meer." in page.text


@pytest.mark.usefixtures("_late")
def test_after_the_deadline_nobody_buys_a_guest_for_later(client, stripe, ticket):
    url = hold(client, ticket).url

    page = client.post(url, ANSWERS | LATER)

    assert page.status_code == 422
    assert (stripe.sessions, Guest.objects.count()) == ([], 0)


@pytest.mark.usefixtures("_late")
def test_after_the_deadline_the_page_of_the_event_promises_no_later(client, ticket):
    page = client.get(f"/agenda/{ticket.event.slug}/")

    assert "Je gast mag je later uitnodigen" not in page.text
    assert "wisselen van gast kan niet meer" in page.text


def test_what_is_missing_says_of_which_duo(client, stripe, ticket):
    url = hold(client, ticket, pairs=3).url
    typed = {"duo2-host": "now", "duo2-guest": "now", "duo1-guest_name": ""}
    typed |= {"duo2-guest_name": "Fien Vos", "duo2-guest_email": "fien"}

    page = client.post(url, ANSWERS | typed)

    for sentence in (
        "Vul de naam van de gast in, of kies dat het later komt.",
        "Vul het e-mailadres van de gastheer van duo 2 in, of kies dat het later komt.",
        "Het e-mailadres van de gast van duo 2 klopt niet.",
        "Kies wie de gastheer van duo 3 is.",
        "Kies wie de gast van duo 3 is.",
    ):
        assert page.text.count(sentence) == 2  # in the summary and at the field


def test_the_guest_of_the_first_duo_is_asked_now_and_of_the_others_later(now):
    order = hold_places(ticket=make_ticket(), pairs=2, now=now)
    order = Order.objects.with_pairs().get(pk=order.pk)

    duos = OrderForms(None, order, now=now).duos

    assert [duo["guest"].value() for duo in duos] == ["now", "later"]
