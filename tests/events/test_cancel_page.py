"""The buyer cancels on the order page: read first, then one button."""

from decimal import Decimal

import pytest

from events.models import Guest, Order, Refund
from events.orders.services import hold_places
from home.mail.models import OwedMail
from home.mail.services import pay_owed_mail
from tests.factories.checkout import address
from tests.factories.events import make_event, make_ticket
from tests.factories.money import MONTH, make_bought_order
from tests.factories.payments import place

pytestmark = pytest.mark.django_db


def page(client, order, query=""):
    return client.get(address(order, "annuleren/") + query)


def press(client, order, *, duo, back):
    return client.post(address(order, "annuleren/"), {"duo": duo, "back": back})


def test_the_page_says_what_comes_back_and_looking_changes_nothing(stripe, now, client):
    order = make_bought_order(stripe, now)
    stripe.clock.shift(MONTH)

    text = page(client, order).content.decode()

    assert "Daarvan houden we in</dt><dd>€\xa074,50" in text
    assert "Je krijgt terug</dt><dd>€\xa074,50" in text
    assert Order.objects.get().status == "paid"


def test_of_several_pairs_the_buyer_chooses_first(stripe, now, client):
    order = make_bought_order(stripe, now, pairs=2)

    choice = page(client, order)
    nothing = page(client, order, "?kies=1")
    chosen = page(client, order, "?duo=2&kies=1")

    assert "Welk duo wil je annuleren?" in choice.content.decode()
    assert nothing.status_code == 422
    assert [offer.pair.number for offer in chosen.context["chosen"]] == [2]


def test_the_button_cancels_and_the_order_page_says_so(stripe, now, client):
    order = make_bought_order(stripe, now, pairs=2)

    response = press(client, order, duo=[2], back="149.00")

    assert response.headers["Location"] == address(order)
    text = client.get(address(order)).content.decode()
    assert "Je duo is geannuleerd. Je krijgt €\xa0149,00 terug." in text
    assert ">geannuleerd</span>" in text
    assert "Terug: €\xa0149,00" in text


def test_of_what_cost_nothing_the_page_names_no_amount(stripe, now, client):
    event = make_event(cancel_free_until=now + MONTH)
    ticket = make_ticket(event=event, price=Decimal(0))
    order = hold_places(ticket=ticket, pairs=2, now=now)
    place(order, now)

    choice = page(client, order).text
    sum_up = page(client, order, "?duo=1&kies=1").text
    press(client, order, duo=[1], back="0")
    after = client.get(address(order)).text

    assert "Hier heb je niets voor betaald" in choice
    assert "Je hebt er niets voor betaald, dus er komt ook niets terug." in sum_up
    assert "Je duo is geannuleerd." in after
    assert "€" not in choice + sum_up
    assert "Er komt niets terug" not in after


def test_an_order_without_pairs_left_is_shown_as_cancelled(stripe, now, client):
    order = make_bought_order(stripe, now)
    press(client, order, duo=[1], back="149.00")

    text = client.get(address(order)).content.decode()

    assert "Deze bestelling is geannuleerd" in text
    assert "Creditnota C2026-0001" in text


def test_a_promise_that_is_no_longer_true_is_made_again(stripe, now, client):
    """The free period ended while the page was open."""
    order = make_bought_order(stripe, now)
    stripe.clock.shift(MONTH)

    response = press(client, order, duo=[1], back="149.00")

    assert response.status_code == 409
    assert "je krijgt nu €\xa074,50 terug" in response.content.decode()
    assert not Refund.objects.exists()


def test_a_second_click_finds_it_done(stripe, now, client):
    order = make_bought_order(stripe, now, pairs=2)
    press(client, order, duo=[2], back="149.00")

    again = press(client, order, duo=[2], back="149.00")

    assert again.headers["Location"] == address(order)
    assert Refund.objects.count() == 1


@pytest.mark.parametrize(
    "typed",
    [
        {"duo": "x", "back": "149.00"},
        {"duo": "99", "back": "149.00"},
        {"duo": "1", "back": "-1"},
        {"duo": "1", "back": "NaN"},
        {"duo": "1", "back": "1e9999"},
        {"duo": "1\x00", "back": "149.00"},
        {"duo": "🎈" * 10_000, "back": "🎈"},
    ],
)
def test_what_makes_no_sense_changes_nothing(stripe, now, client, typed):
    order = make_bought_order(stripe, now)

    response = client.post(address(order, "annuleren/"), typed)

    assert response.status_code in {302, 409, 422}
    assert Order.objects.get().status == "paid"


def test_too_late_is_said_on_the_order_page(stripe, now, client):
    order = make_bought_order(stripe, now, cancel_free_until=None, cancel_until=None)

    response = client.get(address(order, "annuleren/"), follow=True)

    text = response.content.decode()
    assert "Annuleren kan niet meer." in text
    assert "Annuleer een duo" not in text


def test_a_deadline_that_has_passed_is_not_promised_any_more(stripe, now, client):
    order = make_bought_order(stripe, now, cancel_until=None)
    promised = client.get(address(order)).text
    stripe.clock.shift(MONTH)

    text = client.get(address(order)).text

    assert "Annuleren kan gratis tot" in promised
    assert "Annuleren kan gratis tot" not in text
    assert "Annuleren kan niet meer." in text


def test_the_links_of_host_and_guest_say_that_it_is_over(stripe, now, client):
    order = make_bought_order(stripe, now)
    token, guest = order.pairs.get().host_token, Guest.objects.get()
    press(client, order, duo=[1], back="149.00")

    answers = [
        client.get(f"/tickets/duo/{token}/"),
        client.get(f"/tickets/gast/{guest.token}/"),
    ]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert all("geannuleerd" in answer.content.decode() for answer in answers)


def test_the_mails_say_what_happened_to_each(stripe, now, client, mailoutbox):
    order = make_bought_order(stripe, now)
    pay_owed_mail(now=now)
    mailoutbox.clear()

    press(client, order, duo=[1], back="149.00")
    pay_owed_mail(now=now)

    told = {mail.to[0]: mail for mail in mailoutbox}
    buyer, guest = told["iris@voorbeeld.example"], told["daan@voorbeeld.example"]
    assert "Terug: €\xa0149,00" in buyer.body
    assert [paper.filename for paper in buyer.attachments] == [
        "creditnota-C2026-0001.pdf"
    ]
    assert "Je kaartje en je link werken niet meer." in guest.body
    assert "149" not in guest.body
    assert not OwedMail.objects.open().exists()


def test_the_terms_of_that_moment_stay_readable(stripe, now, client):
    order = make_bought_order(stripe, now)
    order.event.name = "Iets anders"
    order.event.save(update_fields=["name"])

    text = client.get(address(order, "voorwaarden.txt"))

    assert text.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Hackathon Een Nieuw Geluid" in text.content.decode()
    assert Decimal(order.cancel_fee) == 50
