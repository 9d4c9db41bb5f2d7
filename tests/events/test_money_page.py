"""The page *Geld*: all is well, or what needs a person, each with its act."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.invoices.models import NumberSeries
from events.ledger.matters import matters
from events.ledger.models import Movement
from events.ledger.services import reconcile
from events.models import Act, Order, Payment, Refund, Seen
from events.payments.refunds import owe_refund, pay_owed_refunds
from tests.factories.money import make_bought_order
from tests.factories.payments import make_placed_order, settle_last

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """The back office, with the operator behind it."""
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def page(desk, **query) -> str:
    answer = desk.get(reverse("organiser_money:index"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def decide(desk, matter, what, note="Gebeld."):
    address = reverse("organiser_money:decide", args=[matter.kind, matter.about, what])
    return desk.post(address, {"note": note}, follow=True)


def quarantined(stripe, now) -> Payment:
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    stripe.tamper("checkout.session", stripe.last_session, client_reference_id="X")
    settle_last(order, now)
    return order.payments.get()


def failed(stripe, now) -> Refund:
    order = make_bought_order(stripe, now)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[-1]["id"])
    reconcile(now=now)
    return Refund.objects.latest("pk")


def test_all_is_well_with_the_sums_of_the_day(stripe, now, desk):
    make_bought_order(stripe, now)
    reconcile(now=now)

    text = page(desk)

    assert "Alles klopt." in text
    assert "<td>€\xa0149,00</td>" in text
    assert "<td>ja</td>" in text


def test_without_a_recent_check_it_does_not_say_that_all_is_well(stripe, now, desk):
    never = page(desk)
    reconcile(now=now)
    stripe.clock.shift(timedelta(hours=4))

    text = page(desk)

    assert "Er is nog niet met Stripe vergeleken." in never
    assert "Er is nog niets betaald" not in never
    assert "De laatste vergelijking met Stripe was op" in text
    assert "Alles klopt." not in text


def test_a_number_that_is_missing_is_for_who_sees_the_whole_account(stripe, now):
    """L7b: one to the last, without gaps; an organiser sees own orders only."""
    order = make_bought_order(stripe, now)
    before = matters(now=now)

    NumberSeries.objects.update(last_number=2)

    [matter] = matters(now=now)
    assert (before, matter.what) == (
        [],
        "Nummers van 2026 lopen niet door: factuur",
    )
    assert "Het laatste nummer is 2, en er zijn er 1." in matter.why
    assert matters(now=now, orders=Order.objects.filter(pk=order.pk)) == []


def test_a_quarantined_payment_is_accepted(stripe, now, desk):
    payment = quarantined(stripe, now)
    [matter] = matters(now=now)

    decide(desk, matter, "accept", "Klopt, gebeld met Iris.")

    payment.refresh_from_db()
    assert (payment.status, payment.order.status) == ("paid", "paid")
    assert payment.by.username == "beheer"
    assert Act.objects.get().text.endswith("Klopt, gebeld met Iris.")


def test_or_given_back(stripe, now, desk):
    payment = quarantined(stripe, now)
    [matter] = matters(now=now)

    decide(desk, matter, "give_back")

    payment.refresh_from_db()
    assert (payment.status, payment.order.status) == ("paid", "lapsed")
    assert Refund.objects.get().reason == "refused"


def test_a_failed_refund_is_tried_again(stripe, now, desk):
    refund = failed(stripe, now)
    [matter] = matters(now=now)

    decide(desk, matter, "again", note="")

    refund.refresh_from_db()
    assert refund.status == "succeeded"


def test_or_noted_as_paid_outside_stripe(stripe, now, desk):
    refund = failed(stripe, now)
    [matter] = matters(now=now)

    without = decide(desk, matter, "outside", note=" ").content.decode()
    decide(desk, matter, "outside", note="Overgemaakt.")

    refund.refresh_from_db()
    assert "Schrijf er kort bij waarom, of hoe." in without
    assert (refund.status, refund.note) == ("outside", "Overgemaakt.")
    assert matters(now=now) == []


def test_what_is_seen_is_gone_from_the_list(stripe, now, desk):
    order = make_bought_order(stripe, now)
    stripe.refund_in_dashboard(order.payments.get().intent_id, amount=500)
    reconcile(now=now)
    [matter] = matters(now=now)

    decide(desk, matter, "seen", "Afgesproken met Iris.")
    again = decide(desk, matter, "seen", "Afgesproken met Iris.").content.decode()

    assert Seen.objects.get().note == "Afgesproken met Iris."
    assert "Dit is intussen al geregeld." in again
    assert "Alles klopt." in again


def test_what_cannot_be_done_about_it_is_not_done(stripe, now, desk):
    failed(stripe, now)
    [matter] = matters(now=now)

    answer = decide(desk, matter, "accept")

    assert answer.status_code == 404
    assert Refund.objects.get().status == "failed"


@pytest.mark.parametrize("note", ["x" * 10_000, "\x00", "🎈" * 300])
def test_a_note_that_cannot_be_is_refused_with_a_sentence(stripe, now, desk, note):
    failed(stripe, now)
    [matter] = matters(now=now)

    text = decide(desk, matter, "outside", note).content.decode()

    assert "De notitie kan niet zo." in text
    assert Refund.objects.get().status == "failed"


def test_many_days_are_paged_and_cost_no_more_questions(stripe, now, desk):
    failed(stripe, now)
    page(desk)
    with CaptureQueriesContext(connection) as few:
        page(desk)
    Movement.objects.bulk_create(
        Movement(
            stripe_id=f"txn_{n}",
            kind="charge",
            at=now,
            day=(now - timedelta(days=n)).date(),
            amount=Decimal(1),
            ours=Decimal(1),
            fee=Decimal(0),
            source=f"ch_{n}",
        )
        for n in range(1, 100)
    )
    for _ in range(4):
        failed(stripe, now)

    with CaptureQueriesContext(connection) as many:
        text = page(desk)

    assert "Pagina 1 van 4" in text
    assert "5 dingen om te bekijken" in text
    assert len(many) <= len(few)
    assert "Pagina 4 van 4" in page(desk, p="999")


def test_matters_are_paged_oldest_first_whatever_their_kind(stripe, now, desk):
    order = make_bought_order(stripe, now)
    payment = order.payments.get()
    hour = timedelta(hours=1)
    Refund.objects.bulk_create(
        Refund(
            payment=payment,
            amount=Decimal(1),
            reason="goodwill",
            status="failed" if n % 2 else "pending",
            created_at=now - timedelta(days=9) - n * hour,
        )
        for n in range(44)
    )
    page(desk)
    with CaptureQueriesContext(connection) as first:
        begin = page(desk)

    with CaptureQueriesContext(connection) as last:
        end = page(desk, b="3")

    assert "44 dingen om te bekijken" in begin
    assert "Pagina 1 van 3" in begin
    assert begin.count('name="note"') == 20
    assert end.count('name="note"') == 4
    assert '<ol class="listing" start="41">' in end
    assert len(last) <= len(first)
    since = [matter.since for matter in matters(now=now)]
    assert since == sorted(since)
    assert len(since) == 44
