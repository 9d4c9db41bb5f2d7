"""Payouts: of which lines they consist, and what about them needs a person."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events import foundations
from events.ledger.matters import matters
from events.ledger.services import reconcile
from events.models import Movement, Order, Payout
from events.organiser.exports.rows import money_of
from tests.factories.events import make_agenda
from tests.factories.money import make_bought_order

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def books(client):
    """The back office, with somebody behind it who keeps the accounts."""
    make_agenda()
    keeper = User.objects.create_user("boekhouder")
    keeper.groups.add(Group.objects.get(name=foundations.ACCOUNTS))
    client.force_login(keeper)
    return client


def page(books) -> str:
    return books.get(reverse("organiser_money:index")).content.decode()


def of_payout(name: str, *more: str) -> str:
    return reverse(f"organiser_money:{name}", args=[Payout.objects.get().pk, *more])


def waiting(now) -> list[str]:
    return [matter.kind for matter in matters(now=now)]


def test_a_payout_consists_of_payments_refunds_and_fees(stripe, now):
    order = make_bought_order(stripe, now, method="card")
    stripe.refund_in_dashboard(order.payments.get().intent_id, amount=4900)
    stripe.pay_out()

    reconcile(now=now)

    payout = Payout.objects.with_sums().get()
    assert (payout.paid, payout.back, payout.fees) == (149, -49, Decimal("2.49"))
    assert (payout.amount, payout.other, payout.is_right) == (Decimal("97.51"), 0, True)
    assert waiting(now) == ["dashboard"]  # nothing about the payout


def test_its_lines_are_read_once_and_its_end_is_followed(stripe, now):
    make_bought_order(stripe, now)
    stripe.pay_out()
    reconcile(now=now)
    stripe.account.paid_out.clear()  # what a second reading would find

    stripe.clock.shift(2 * DAY)
    reconcile(now=now + 2 * DAY)

    payout = Payout.objects.get()
    assert (payout.status, payout.explained) == ("paid", payout.amount)


def test_what_is_not_about_our_tickets_is_named_apart(stripe, now):
    """One account may serve several sites."""
    make_bought_order(stripe, now)
    make_bought_order(stripe, now)
    Movement.objects.all().delete()
    charge = stripe.charges[-1]
    elsewhere = {**charge["metadata"], "site": "https://elders.example"}
    stripe.tamper("charge", charge["id"], metadata=elsewhere, payment_intent=None)
    stripe.pay_out()

    reconcile(now=now)

    payout = Payout.objects.with_sums().get()
    assert (payout.paid, payout.other) == (149, Decimal("148.71"))
    assert payout.is_right


def test_lines_that_do_not_add_up_are_for_a_person(stripe, now, books):
    make_bought_order(stripe, now)
    stripe.tamper("payout", stripe.pay_out()["id"], amount=10000)

    reconcile(now=now)

    [matter] = matters(now=now)
    assert (matter.what, matter.amount) == ("Uitbetaling klopt niet", 100)
    assert "zijn samen €\xa0148,71" in matter.why
    assert "<td>nee</td>" in page(books)
    assert "<b>Dit klopt niet.</b>" in books.get(of_payout("payout")).content.decode()


def test_a_line_that_our_books_do_not_know_makes_it_not_right(stripe, now, books):
    make_bought_order(stripe, now)
    stripe.pay_out()
    reconcile(now=now)
    Movement.objects.update(ours=None)

    text = books.get(of_payout("payout")).content.decode()

    assert "1 regel staat anders in onze boeken." in text


def test_what_the_bank_sent_back_waits_until_the_next_has_arrived(stripe, now):
    make_bought_order(stripe, now)
    stripe.fail_payout(stripe.pay_out()["id"])
    reconcile(now=now)
    before = waiting(now)
    stripe.clock.shift(HOUR)
    stripe.arrive(stripe.pay_out()["id"])

    reconcile(now=now + HOUR)

    again = Payout.objects.with_sums().latest("created_at")
    assert (before, waiting(now + HOUR)) == (["bounced"], [])
    assert (again.paid, again.other, again.is_right) == (0, again.amount, True)


def test_one_that_stripe_does_not_explain_in_a_week_is_looked_up(stripe, now):
    make_bought_order(stripe, now)
    payout = stripe.pay_out()["id"]
    stripe.tamper("payout", payout, reconciliation_status="in_progress")
    reconcile(now=now)
    later = now + 7 * DAY

    stripe.clock.shift(7 * DAY)
    reconcile(now=later)

    assert (waiting(now), waiting(later)) == ([], ["unread"])


def test_of_one_by_hand_nothing_is_asked(stripe, now, books):
    make_bought_order(stripe, now)
    stripe.pay_out(automatic=False)

    reconcile(now=now)

    assert (waiting(now), Payout.objects.get().explained) == ([], None)
    assert "<td>met de hand uitbetaald</td>" in page(books)


def test_the_page_shows_each_line_with_its_order(stripe, now, books):
    order = make_bought_order(stripe, now)
    stripe.pay_out()
    reconcile(now=now)

    text = books.get(of_payout("payout")).content.decode()
    file = books.get(of_payout("payout_sheet", "csv"))

    body = b"".join(file.streaming_content).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(body))
    assert "<b>Alles klopt.</b>" in text
    assert f"{order.reference}, {order.event.name}" in text
    assert (row["Bestelnummer"], row["Bij Stripe"], row["Bij ons"], row["Kosten"]) == (
        order.reference,
        "149.00",
        "149.00",
        "0.29",
    )


def test_the_books_of_an_event_tell_when_it_came_to_the_bank(stripe, now):
    order = make_bought_order(stripe, now)
    stripe.refund_in_dashboard(order.payments.get().intent_id, amount=4900)
    stripe.pay_out()
    make_bought_order(stripe, now)

    reconcile(now=now)

    orders = Order.objects.order_by("pk")
    rows = [row for each in orders for row in money_of(each.event)]
    days = [(row["Wat"], row["Uitbetaald op"]) for row in rows]
    assert days == [
        ("betaling", date(2026, 11, 27)),
        ("terugbetaling", date(2026, 11, 27)),
        ("betaling", None),
    ]


def test_payouts_cross_events_so_an_organiser_does_not_see_them(
    stripe, now, books, client
):
    make_bought_order(stripe, now)
    stripe.pay_out()
    reconcile(now=now)
    addresses = [of_payout("payout"), of_payout("payout_sheet", "xlsx")]
    seen = [books.get(address).status_code for address in addresses]
    farida = User.objects.create_user("farida")
    farida.groups.add(Group.objects.get(name=foundations.ORGANISERS))

    client.force_login(farida)

    assert seen == [200, 200]
    assert "Per uitbetaling" not in page(client)
    assert [client.get(address).status_code for address in addresses] == [302, 302]
    client.logout()
    assert client.get(addresses[0]).url.startswith("/cms/login/")


def test_many_payouts_ask_as_much_as_one(stripe, now, books):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(books)
        return len(queries)

    make_bought_order(stripe, now)
    stripe.pay_out()
    reconcile(now=now)
    one = asked()
    for _ in range(3):
        make_bought_order(stripe, now)
        stripe.pay_out()

    reconcile(now=now)

    assert (Payout.objects.count(), asked()) == (4, one)
