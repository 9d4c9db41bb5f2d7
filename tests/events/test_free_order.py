"""An order that costs nothing: no bank, no invoice, and the same two people."""

from datetime import timedelta
from decimal import Decimal

import pytest

from events.models import Invoice, Order, Payment
from events.orders.services import hold_places
from events.payments.bookings import NotFree, book_free
from home.models import OwedMail
from tests.factories.checkout import ANSWERS, address
from tests.factories.events import make_event_page, make_ticket
from tests.factories.payments import IRIS

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(now):
    ticket = make_ticket(event=make_event_page().event, price=Decimal(0))
    return hold_places(ticket=ticket, pairs=1, now=now)


def test_the_button_says_aanmelden_and_nothing_about_paying(client, stripe, order):
    page = client.get(address(order, "gegevens/")).text

    assert ">Aanmelden</button>" in page
    assert "Bestellen en betalen" not in page
    assert "betalingsverplichting" not in page
    assert "De factuur" not in page


def test_it_is_sold_without_a_bank_and_without_an_invoice(
    client, stripe, order, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address(order, "gegevens/"), ANSWERS | {"total": "0.00"})

    order.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, address(order))
    assert order.status == "paid"
    assert (Payment.objects.count(), Invoice.objects.count()) == (0, 0)
    assert stripe.sessions == []
    assert [mail.to for mail in mailoutbox] == [
        [IRIS.email],
        ["daan@voorbeeld.example"],
    ]
    assert mailoutbox[0].subject.startswith("Aangemeld: je bestelling")
    assert "etaald" not in mailoutbox[0].body


def test_its_page_says_that_you_are_in(client, stripe, order):
    client.post(address(order, "gegevens/"), ANSWERS)

    page = client.get(address(order)).text

    assert "Aangemeld</span>" in page
    assert "Betaald" not in page


def test_a_second_click_changes_nothing(client, stripe, order):
    for _ in range(2):
        answer = client.post(address(order, "gegevens/"), ANSWERS)

    assert answer.url == address(order)
    assert OwedMail.objects.filter(kind="events.confirmation").count() == 1


def test_what_costs_something_is_not_booked_for_nothing(stripe, now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)

    with pytest.raises(NotFree):
        book_free(order=order, now=now)

    order.refresh_from_db()
    assert order.status == "held"


def test_who_cancels_what_was_free_reads_of_no_money(client, stripe, order, now):
    client.post(address(order, "gegevens/"), ANSWERS)
    Order.objects.update(cancel_free_until=now + timedelta(days=1))

    typed = {"duo": [1], "back": "0.00"}
    page = client.post(address(order, "annuleren/"), typed, follow=True).text

    assert "Je duo is geannuleerd." in page
    assert "Je krijgt" not in page


def test_the_confirmation_is_on_its_way_for_an_hour(
    client, stripe, order, time_machine
):
    client.post(address(order, "gegevens/"), ANSWERS)
    at_once = client.get(address(order)).text
    order.refresh_from_db()

    time_machine.move_to(order.paid_at + timedelta(hours=1), tick=False)
    later = client.get(address(order)).text

    assert "De bevestiging is onderweg naar" in at_once
    assert "De bevestiging ging naar" in later
