"""Money that goes back without us: the dashboard (F17) and disputes (F18)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from events.models import CreditNote, Dispute, Order, Refund
from events.payments.elsewhere import follow_dispute, follow_refund
from events.payments.refunds import owe_refund, pay_owed_refunds, try_again
from home.mail.models import OwedMail
from tests.factories.home import make_site
from tests.factories.money import assert_books_agree, make_bought_order

pytestmark = pytest.mark.django_db


def intent_of(order) -> str:
    return order.payments.get().intent_id


def disputed(stripe, order) -> str:
    return stripe.open_dispute(intent_of(order))["id"]


def test_a_refund_in_the_dashboard_is_booked_and_the_tickets_stay(stripe, now, client):
    order = make_bought_order(stripe, now)

    made = stripe.refund_in_dashboard(intent_of(order), amount=4900)
    stripe.tell_webhooks("now")
    stripe.deliver(client)

    refund = Refund.objects.get()
    assert (refund.amount, refund.reason, refund.status) == (
        49,
        "dashboard",
        "succeeded",
    )
    assert refund.stripe_id == made["id"]
    assert CreditNote.objects.get().total == -49
    assert order.pairs.get().is_sold
    assert_books_agree(order)


@pytest.mark.parametrize("times", [1, 3])
def test_it_is_booked_once_however_often_we_hear_it(stripe, now, times):
    order = make_bought_order(stripe, now)
    made = stripe.refund_in_dashboard(intent_of(order))

    for _ in range(times):
        follow_refund(stripe_id=made["id"], now=now)

    assert Refund.objects.count() == 1
    assert order.payments.get().left == 0


def test_what_was_owed_already_is_paid_by_it(stripe, now):
    """The organiser was quicker than our job: nobody gets it twice."""
    order = make_bought_order(stripe, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)

    made = stripe.refund_in_dashboard(intent_of(order))
    follow_refund(stripe_id=made["id"], now=now)
    pay_owed_refunds(now=now)

    refund = Refund.objects.get()
    assert (refund.status, refund.stripe_id) == ("succeeded", made["id"])
    assert len(stripe.refunds) == 1


def test_a_refund_of_somebody_elses_payment_is_not_ours(stripe, now):
    order = make_bought_order(stripe, now)
    made = stripe.refund_in_dashboard(intent_of(order))
    order.payments.update(intent_id="pi_van_ons")

    follow_refund(stripe_id=made["id"], now=now)

    assert not Refund.objects.exists()


def test_a_refund_without_a_payment_is_not_ours(stripe, now):
    """Nor is a payment without a number, as those outside Stripe are."""
    order = make_bought_order(stripe, now)
    made = stripe.refund_in_dashboard(intent_of(order))
    stripe.tamper("refund", made["id"], payment_intent=None)
    order.payments.update(intent_id="")

    follow_refund(stripe_id=made["id"], now=now)

    assert not Refund.objects.exists()


def test_another_site_counts_its_refunds_as_we_do(stripe, now):
    """In one account both have a first refund, at its first attempt."""
    order = make_bought_order(stripe, now)
    made = stripe.refund_in_dashboard(intent_of(order))
    order.payments.update(intent_id="pi_van_ons")
    owed = owe_refund(payment=order.payments.get(), reason="late", now=now)
    asked = {"refund": str(owed.pk), "attempt": "1"}
    stripe.tamper("refund", made["id"], metadata=asked)

    follow_refund(stripe_id=made["id"], now=now)

    assert Refund.objects.get().status == "owed"


def test_what_failed_in_the_dashboard_did_not_go_back(stripe, now):
    order = make_bought_order(stripe, now)
    made = stripe.refund_in_dashboard(intent_of(order))
    stripe.tamper("refund", made["id"], status="failed")

    follow_refund(stripe_id=made["id"], now=now)

    assert not Refund.objects.exists()
    assert order.payments.get().left == 149


def test_a_dispute_is_marked_and_the_organisers_hear_the_deadline(stripe, now, client):
    order = make_bought_order(stripe, now, method="card")

    disputed(stripe, order)
    stripe.deliver(client)

    dispute = Dispute.objects.get()
    assert (dispute.status, dispute.amount) == ("open", 149)
    assert dispute.answer_by == now + timedelta(days=14)
    assert OwedMail.objects.filter(kind="events.disputed").count() == 1
    assert order.pairs.get().is_sold
    assert not Refund.objects.exists()


def test_a_lost_dispute_is_taken_off_the_invoice(stripe, now, client):
    order = make_bought_order(stripe, now, method="card")
    number = disputed(stripe, order)
    stripe.close_dispute(number, won=False)

    stripe.deliver(client)
    follow_dispute(stripe_id=number, now=now)

    dispute, refund = Dispute.objects.get(), Refund.objects.get()
    assert (dispute.status, dispute.refund) == ("lost", refund)
    assert (refund.reason, refund.status, refund.amount) == (
        "dispute",
        "succeeded",
        149,
    )
    assert CreditNote.objects.get().total == -149
    assert Order.objects.get().status == "paid"
    assert_books_agree(order)


def test_a_dispute_that_is_won_changes_nothing(stripe, now):
    order = make_bought_order(stripe, now, method="card")
    number = disputed(stripe, order)
    follow_dispute(stripe_id=number, now=now)
    stripe.close_dispute(number, won=True)

    follow_dispute(stripe_id=number, now=now)

    assert Dispute.objects.get().status == "won"
    assert not Refund.objects.exists()


@pytest.mark.parametrize("known", [True, False])
def test_during_a_dispute_a_refund_waits_and_does_not_fail(stripe, now, known):
    order = make_bought_order(stripe, now, method="card")
    number = disputed(stripe, order)
    if known:
        follow_dispute(stripe_id=number, now=now)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)

    pay_owed_refunds(now=now)
    waiting = Refund.objects.get().status
    stripe.close_dispute(number, won=True)
    follow_dispute(stripe_id=number, now=now)
    pay_owed_refunds(now=now)

    assert (waiting, Refund.objects.get().status) == ("owed", "succeeded")


@pytest.mark.parametrize("refundable", [False, True])
def test_while_a_bank_only_asks_money_can_go_back(stripe, now, refundable):
    order = make_bought_order(stripe, now, method="card")
    follow_dispute(stripe_id=disputed(stripe, order), now=now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)

    Dispute.objects.update(is_refundable=refundable)

    assert Refund.objects.that_can_go().exists() == refundable


def test_a_lost_dispute_pays_what_was_still_owed(stripe, now):
    order = make_bought_order(stripe, now, method="card")
    number = disputed(stripe, order)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    stripe.close_dispute(number, won=False)

    follow_dispute(stripe_id=number, now=now)
    pay_owed_refunds(now=now)

    refund = Refund.objects.get()
    assert (refund.status, refund.dispute.status) == ("succeeded", "lost")
    assert stripe.refunds == []
    assert_books_agree(order)


def test_what_stripe_refuses_after_a_lost_dispute_waits_for_a_person(stripe, now):
    """It refuses that charge for ever; the buyer gets the rest outside Stripe."""
    order = make_bought_order(stripe, now, method="card")
    owe_refund(
        payment=order.payments.get(), reason="goodwill", amount=Decimal(49), now=now
    )
    pay_owed_refunds(now=now)
    number = disputed(stripe, order)
    stripe.close_dispute(number, won=False)
    follow_dispute(stripe_id=number, now=now)
    refund = Refund.objects.get(reason="goodwill")
    stripe.fail_refund(refund.stripe_id)
    follow_refund(stripe_id=refund.stripe_id, now=now)
    try_again(refund=refund, now=now)

    pay_owed_refunds(now=now)

    refund.refresh_from_db()
    assert (refund.status, refund.trouble) == ("failed", "charge_disputed")


def test_a_dispute_about_another_site_is_not_ours(stripe, now):
    order = make_bought_order(stripe, now, method="card")
    number = disputed(stripe, order)
    order.payments.update(intent_id="pi_van_ons")

    follow_dispute(stripe_id=number, now=now)

    assert not Dispute.objects.exists()


def test_a_refund_in_the_dashboard_of_a_part_of_what_is_owed_leaves_the_rest(
    stripe, now
):
    """Somebody gave 49 back at Stripe just before the buyer cancelled for 149."""
    order = make_bought_order(stripe, now)
    made = stripe.refund_in_dashboard(intent_of(order), amount=4900)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    refused = Refund.objects.get().status

    follow_refund(stripe_id=made["id"], now=now)
    pay_owed_refunds(now=now)

    refunds = Refund.objects.order_by("pk").values_list("amount", "status")
    assert refused == "failed"
    assert list(refunds) == [(100, "succeeded"), (49, "succeeded")]
    assert sum(refund["amount"] for refund in stripe.refunds) == 14900
    assert CreditNote.objects.get().total == -149
    assert_books_agree(order)


def test_the_order_page_does_not_say_paid_when_a_bank_took_it_back(stripe, now, client):
    make_site()
    order = make_bought_order(stripe, now, method="card")
    address = reverse("order", args=[order.reference, order.token])
    before = client.get(address).content.decode()
    number = disputed(stripe, order)
    stripe.close_dispute(number, won=False)

    follow_dispute(stripe_id=number, now=now)

    after = client.get(address).content.decode()
    assert "Betaald, €\xa0149" in before
    assert "Betaald, €" not in after
    assert "Door je bank teruggehaald, €\xa0149" in after
    assert "De kaartjes gelden nog" in after
