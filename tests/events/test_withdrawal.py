"""The withdrawal function (art. 11a): with the link, and without it or a login."""

from datetime import timedelta

import pytest

from events.cancellations.services import TooLate, cancel_by_buyer, withdraw
from events.models import Order, Refund
from home.mail.services import pay_owed_mail
from tests.factories.checkout import address
from tests.factories.money import assert_books_agree, make_bought_order

pytestmark = pytest.mark.django_db
HERE = "/tickets/herroepen/"


@pytest.fixture
def order(stripe, now):
    return make_bought_order(stripe, now, pairs=2, withdrawal="14days")


def typed(order, **changes):
    return {
        "name": "Iris de Wit",
        "reference": order.reference,
        "email": "iris@voorbeeld.example",
    } | changes


def test_the_function_stands_on_the_order_page_as_long_as_the_right_lasts(
    stripe, order, client
):
    label = "Herroep je bestelling hier</a>"
    before = client.get(address(order)).content.decode()
    stripe.clock.shift(timedelta(days=15))

    after = client.get(address(order)).content.decode()

    assert (label in before, label in after) == (True, False)


def test_it_takes_two_steps_and_gives_everything_back(order, client):
    first = client.get(address(order, "herroepen/"))
    client.post(address(order, "herroepen/"))

    order.refresh_from_db()
    assert "Bevestig herroeping" in first.content.decode()
    assert order.status == "cancelled"
    assert [refund.amount for refund in Refund.objects.all()] == [149, 149]
    assert_books_agree(order)


def test_what_was_cancelled_before_is_left_out(order, now):
    [gone, stays] = order.pairs.order_by("number")
    cancel_by_buyer(order=order, numbers=[1], back=gone.price, now=now)

    [made] = withdraw(order=order, now=now)

    assert (made.pair, made.refunded) == (stays, stays.price)
    assert_books_agree(order)


def test_it_works_without_a_link_or_a_login(order, client):
    asked = client.post(HERE, typed(order, reference=f" {order.reference.lower()} "))
    standing = Order.objects.get().status

    done = client.post(HERE, typed(order, confirm="1"))

    assert "Bevestig herroeping" in asked.content.decode()
    assert standing == "paid"
    assert "We ontvingen je herroeping" in done.content.decode()
    assert Order.objects.get().status == "cancelled"


def test_the_receipt_has_the_day_and_the_hour(order, now, client, mailoutbox):
    client.post(HERE, typed(order, confirm="1"))
    pay_owed_mail(now=now)

    [receipt] = [mail for mail in mailoutbox if mail.subject.startswith("Herroepen")]
    assert receipt.to == ["iris@voorbeeld.example"]
    assert "We ontvingen je herroeping op 25 november 2026, 14.05 uur" in receipt.body


@pytest.mark.parametrize(
    "changes",
    [
        {"reference": "AAAAAAAA"},
        {"email": "daan@voorbeeld.example"},
        {"email": "geen adres"},
        {"name": ""},
        {"reference": "x" * 10_000},
        {"reference": "\x00"},
        {"name": "🎈" * 10_000},
    ],
)
def test_who_does_not_know_both_undoes_nothing(order, client, changes):
    response = client.post(HERE, typed(order, confirm="1", **changes))

    assert response.status_code == 422
    assert Order.objects.get().status == "paid"


def test_nobody_tries_numbers_all_day(order, client):
    for _ in range(20):
        client.post(HERE, typed(order, reference="AAAAAAAA"))

    answer = client.post(HERE, typed(order, confirm="1"))

    assert (answer.status_code, Order.objects.get().status) == (429, "paid")


def test_another_site_cannot_press_the_button(order, client):
    client.post(
        HERE, typed(order, confirm="1"), headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert Order.objects.get().status == "paid"


@pytest.mark.parametrize(
    "change", [{"withdrawal": "excluded"}, {"organisation": "Vijfhoog"}]
)
def test_without_the_right_there_is_no_function(order, now, client, change):
    Order.objects.update(**change)
    order.refresh_from_db()

    with pytest.raises(TooLate):
        withdraw(order=order, now=now)
    response = client.get(address(order, "herroepen/"), follow=True)
    without_a_link = client.post(HERE, typed(order))

    assert "Herroepen kan niet meer." in response.content.decode()
    assert without_a_link.status_code == 422


def test_the_confirmation_names_the_function(stripe, now, client, mailoutbox):
    make_bought_order(stripe, now, withdrawal="14days")
    pay_owed_mail(now=now)

    [mail] = [mail for mail in mailoutbox if mail.subject.startswith("Betaald")]
    assert "/herroepen/" in mail.body
    attached = [attachment.filename for attachment in mail.attachments]
    assert "voorwaarden.txt" in attached
