"""More went back than was paid: a row of its own, until a person decides."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.urls import reverse

from events.ledger.days import days, sums
from events.ledger.matters import matters
from events.ledger.services import reconcile
from events.models import Act, CreditNote, Movement, Refund
from events.payments.elsewhere import follow_dispute, follow_refund
from events.payments.excess import NothingTooMuch, close_excess
from events.payments.refunds import (
    NothingFailed,
    done_outside,
    follow_refunds,
    owe_refund,
    pay_owed_refunds,
    try_again,
)
from tests.factories.money import assert_books_agree, make_bought_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def decide(desk, what, note="Gebeld."):
    [matter] = matters(now=Refund.objects.latest("pk").created_at)
    address = reverse("organiser_money:decide", args=[matter.kind, matter.about, what])
    return desk.post(address, {"note": note}, follow=True).content.decode()


def make_transferred(stripe, now, *, amount=149, method="ideal"):
    """Given back out of kindness, refused by the bank, and then transferred by hand."""
    order = make_bought_order(stripe, now, method=method)
    refund = owe_refund(
        payment=order.payments.get(),
        reason="goodwill",
        amount=Decimal(amount),
        now=now,
    )
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[-1]["id"])
    follow_refund(stripe_id=stripe.refunds[-1]["id"], now=now)
    done_outside(refund=refund, note="Overgemaakt.", by=None, now=now)
    return order


def given_twice(stripe, now, *, dashboard=None):
    order = make_transferred(stripe, now)
    intent = order.payments.get().intent_id
    stripe.refund_in_dashboard(intent, amount=dashboard)
    reconcile(now=now)
    return order


def rows():
    return list(Refund.objects.order_by("pk").values_list("reason", "amount", "status"))


def test_what_was_transferred_and_refunded_too_is_a_row_of_its_own(stripe, now):
    order = given_twice(stripe, now)

    assert rows() == [("goodwill", 149, "outside"), ("excess", 149, "succeeded")]
    assert order.payments.get().promised == 149
    assert [note.total for note in CreditNote.objects.all()] == [-149]
    assert not Movement.objects.that_differ().exists()
    assert [matter.kind for matter in matters(now=now)] == ["excess"]
    assert_books_agree(order)


def test_only_what_is_beyond_the_payment_is_too_much(stripe, now):
    order = make_transferred(stripe, now, amount=49)
    stripe.refund_in_dashboard(order.payments.get().intent_id)

    reconcile(now=now)

    assert rows() == [
        ("goodwill", 49, "outside"),
        ("dashboard", 100, "succeeded"),
        ("excess", 49, "succeeded"),
    ]
    assert not Movement.objects.that_differ().exists()
    assert_books_agree(order)


def test_a_lost_dispute_about_what_was_transferred_is_too_much(stripe, now):
    order = make_transferred(stripe, now, method="card")
    number = stripe.open_dispute(order.payments.get().intent_id)["id"]
    stripe.close_dispute(number, won=False)

    reconcile(now=now)

    assert rows() == [("goodwill", 149, "outside"), ("excess", 149, "succeeded")]
    assert order.payments.get().disputes.get().refund.reason == "excess"
    assert_books_agree(order)


@pytest.mark.parametrize("what", ["recovered", "lost"])
def test_it_is_asked_back_or_taken_as_a_loss(stripe, now, desk, what):
    order = given_twice(stripe, now)

    without = decide(desk, what, note=" ")
    decide(desk, what, note="Iris gebeld.")
    follow_refund(stripe_id=stripe.refunds[-1]["id"], now=now)

    excess = Refund.objects.get(reason="excess")
    assert "Schrijf er kort bij waarom, of hoe." in without
    assert (excess.status, excess.note, excess.by.username) == (
        what,
        "Iris gebeld.",
        "beheer",
    )
    assert Act.objects.get().text.endswith(": Iris gebeld.")
    assert matters(now=now) == []
    assert_books_agree(order)


def test_what_came_back_stands_in_the_sums_of_that_day(stripe, now, desk):
    """Transferred to the buyer, who got it at Stripe too, and gave it back."""
    order = make_transferred(stripe, now)
    stripe.refund_in_dashboard(order.payments.get().intent_id)
    reconcile(now=now)
    before = [row["outside"] for row in sums(days())]
    stripe.clock.shift(timedelta(days=1))

    decide(desk, "recovered", "Iris gebeld.")

    after = [row["outside"] for row in sums(days())]
    assert (before, after) == ([-149], [149, -149])


def test_it_is_decided_once(stripe, now):
    given_twice(stripe, now)
    excess = Refund.objects.get(reason="excess")
    close_excess(refund=excess, status="lost", note="Gebeld.", by=None, now=now)

    with pytest.raises(NothingTooMuch):
        close_excess(refund=excess, status="recovered", note="Toch.", by=None, now=now)

    assert Refund.objects.get(reason="excess").note == "Gebeld."


@pytest.mark.parametrize("decided", [True, False])
def test_it_came_back_from_the_bank_and_nobody_is_owed_it(stripe, now, decided):
    order = given_twice(stripe, now)
    excess = Refund.objects.get(reason="excess")
    if decided:
        close_excess(refund=excess, status="lost", note="Gebeld.", by=None, now=now)
    stripe.fail_refund(stripe.refunds[-1]["id"])

    reconcile(now=now)

    excess.refresh_from_db()
    assert excess.status == "failed"
    assert [matter.kind for matter in matters(now=now)] == ["excess_failed"]
    with pytest.raises(NothingFailed):
        try_again(refund=excess, now=now)
    assert_books_agree(order)


def test_a_later_refund_in_the_dashboard_does_not_pay_an_excess(stripe, now):
    given_twice(stripe, now)
    stripe.fail_refund(stripe.refunds[-1]["id"])
    reconcile(now=now)
    stripe.refund_in_dashboard(stripe.refunds[-1]["payment_intent"])

    reconcile(now=now)

    assert rows()[1:] == [("excess", 149, "failed"), ("excess", 149, "succeeded")]


@pytest.mark.parametrize("is_lost", [True, False])
def test_what_seemed_too_much_pays_what_turns_out_to_have_failed(stripe, now, is_lost):
    """Somebody gave 10 back after the bank refused our 149; we heard that first."""
    order = make_bought_order(stripe, now)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[0]["id"])
    stripe.refund_in_dashboard(order.payments.get().intent_id, amount=1000)
    follow_refund(stripe_id=stripe.refunds[1]["id"], now=now)
    before = rows()
    if is_lost:
        excess = Refund.objects.get(reason="excess")
        close_excess(refund=excess, status="lost", note="Te vroeg.", by=None, now=now)

    reconcile(now=now)
    pay_owed_refunds(now=now)
    reconcile(now=now)

    assert before[1:] == [("excess", 10, "succeeded")]
    assert rows() == [("goodwill", 139, "succeeded"), ("goodwill", 10, "succeeded")]
    assert not Movement.objects.that_differ().exists()
    assert_books_agree(order)


def test_what_is_on_its_way_may_turn_out_to_be_no_excess_in_the_same_round(stripe, now):
    order = make_bought_order(stripe, now)
    stripe.next_refunds("fails_tomorrow")
    owe_refund(
        payment=order.payments.get(), reason="goodwill", amount=Decimal(149), now=now
    )
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[0]["id"])
    stripe.next_refunds("pending")
    made = stripe.refund_in_dashboard(order.payments.get().intent_id)
    follow_refund(stripe_id=made["id"], now=now)

    follow_refunds(now=now)
    stripe.succeed_refund(made["id"])
    follow_refunds(now=now)

    assert rows() == [("goodwill", 149, "succeeded")]
    assert_books_agree(order)


def test_a_dispute_pays_what_turns_out_to_have_failed(stripe, now):
    order = make_bought_order(stripe, now, method="card")
    refund = owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[0]["id"])
    number = stripe.open_dispute(order.payments.get().intent_id)["id"]
    stripe.close_dispute(number, won=False)
    follow_dispute(stripe_id=number, now=now)

    reconcile(now=now)

    assert rows() == [("goodwill", 149, "succeeded")]
    assert order.payments.get().disputes.get().refund == refund
    assert_books_agree(order)


def test_what_failed_is_more_than_seemed_too_much(stripe, now):
    order = make_transferred(stripe, now, amount=49)
    owe_refund(
        payment=order.payments.get(), reason="goodwill", amount=Decimal(20), now=now
    )
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[-1]["id"])
    made = stripe.refund_in_dashboard(order.payments.get().intent_id)
    follow_refund(stripe_id=made["id"], now=now)

    reconcile(now=now)

    assert rows() == [
        ("goodwill", 49, "outside"),
        ("goodwill", 20, "succeeded"),
        ("dashboard", 80, "succeeded"),
        ("excess", 49, "succeeded"),
    ]
    assert not Movement.objects.that_differ().exists()
    assert_books_agree(order)


def test_the_buyer_reads_of_what_was_promised_once(stripe, now, client):
    order = given_twice(stripe, now)

    page = client.get(reverse("order", args=[order.reference, order.token]))

    assert [refund.reason for refund in page.context["money"]] == ["goodwill"]
    assert "overgemaakt" in page.content.decode()


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "goodwill", "status": "lost"},
        {"status": "recovered", "note": ""},
        {"status": "owed"},
        {"status": "outside"},
    ],
)
def test_the_database_knows_what_an_excess_can_be(stripe, now, change):
    given_twice(stripe, now)
    excess = Refund.objects.filter(reason="excess")

    with pytest.raises(IntegrityError), transaction.atomic():
        excess.update(**{"note": "x"} | change)
