"""A payment that does not match waits for a person, who accepts it or gives it back."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from events.models import Invoice, Payment, Refund
from events.payments import mail as payment_mail
from events.payments.quarantine import (
    BankDecides,
    NotPaid,
    NotWaiting,
    OtherAmount,
    accept,
    give_back,
)
from events.payments.services import settle, sweep
from tests.factories.checkout import address
from tests.factories.payments import make_placed_order, settle_last

pytestmark = pytest.mark.django_db


def quarantined(stripe, now, **wrong) -> Payment:
    """Paid, and Stripe's books say something else than ours."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    stripe.tamper("checkout.session", stripe.last_session, **wrong)
    settle_last(order, now)
    payment = order.payments.get()
    assert payment.status == "quarantined"
    return payment


def test_what_is_right_after_all_is_booked(stripe, now):
    payment = quarantined(stripe, now, client_reference_id="IETS-ANDERS")
    farida = User.objects.create_user("farida")

    accept(payment=payment, note="Gebeld met Iris.", by=farida, now=now)

    payment.refresh_from_db()
    assert (payment.status, payment.order.status) == ("paid", "paid")
    assert (payment.note, payment.by) == ("Gebeld met Iris.", farida)
    assert Invoice.objects.count() == 1


def test_another_amount_can_only_go_back(stripe, now):
    payment = quarantined(stripe, now, amount_total=100)

    with pytest.raises(OtherAmount):
        accept(payment=payment, note="", by=None, now=now)

    payment.refresh_from_db()
    assert payment.status == "quarantined"


def test_it_goes_back_whole_and_the_places_are_free(
    stripe, now, django_capture_on_commit_callbacks
):
    payment = quarantined(stripe, now, amount_total=15900)

    with django_capture_on_commit_callbacks(execute=True):
        give_back(payment=payment, note="Niet van ons.", by=None, now=now)

    payment.refresh_from_db()
    refund = Refund.objects.get()
    assert (payment.status, payment.amount, payment.left) == ("paid", 159, 0)
    assert (refund.reason, refund.status) == ("refused", "succeeded")
    assert [made["amount"] for made in stripe.refunds] == [14900]  # what Stripe has
    assert payment.order.status == "lapsed"
    assert not Invoice.objects.exists()


def test_what_nobody_paid_is_only_closed(stripe, now):
    order = make_placed_order(now)
    session = stripe.last_session
    stripe.tamper("checkout.session", session, client_reference_id="ANDERS")
    settle_last(order, now)
    payment = order.payments.get()

    with pytest.raises(NotPaid):
        accept(payment=payment, note="", by=None, now=now)
    give_back(payment=payment, note="", by=None, now=now)

    payment.refresh_from_db()
    assert (payment.status, payment.order.status) == ("failed", "lapsed")
    assert stripe.sessions[-1]["status"] == "expired"
    assert not Refund.objects.exists()


def test_while_the_bank_thinks_nobody_decides(stripe, now):
    """Its money may still come, and would be nobody's."""
    order = make_placed_order(now)
    stripe.pay_later(stripe.last_session)
    stripe.tamper("checkout.session", stripe.last_session, client_reference_id="X")
    settle_last(order, now)

    with pytest.raises(BankDecides):
        give_back(payment=order.payments.get(), note="", by=None, now=now)

    assert order.payments.get().status == "quarantined"


def test_it_is_decided_once(stripe, now):
    payment = quarantined(stripe, now, client_reference_id="IETS-ANDERS")
    accept(payment=payment, note="", by=None, now=now)

    with pytest.raises(NotWaiting):
        give_back(payment=payment, note="", by=None, now=now)

    assert not Refund.objects.exists()


def test_who_is_given_back_reads_why_and_how_far_it_is(stripe, now, client):
    """Not that nothing was taken: it was."""
    payment = quarantined(stripe, now, client_reference_id="IETS-ANDERS")
    give_back(payment=payment, note="Klopt niet.", by=None, now=now)

    page = client.get(address(payment.order)).text
    mail = payment_mail.refund(Refund.objects.get())

    assert "Er is niets afgeschreven" not in page
    assert "je krijgt het geld terug" in page
    assert "Terug, betaling klopte niet" in page
    assert "paste niet bij bestelling" in mail.body


def test_a_session_that_stripe_does_not_know_is_not_asked_about_for_ever(stripe, now):
    order = make_placed_order(now)
    Payment.objects.update(session_id="cs_test_van_een_ander")
    later = now + timedelta(hours=1)
    stripe.clock.shift(timedelta(hours=1))

    sweep(now=later)
    asked_again = sweep(now=later)

    payment = order.payments.get()
    order.refresh_from_db()
    assert (payment.status, payment.trouble) == ("expired", "onbekend bij Stripe")
    assert (order.status, asked_again) == ("lapsed", 0)


def test_money_that_does_not_match_an_attempt_we_gave_up_is_kept_visible(stripe, now):
    """It is final for us; the reconciliation shows the money at Stripe."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    stripe.tamper("checkout.session", stripe.last_session, amount_total=1)
    Payment.objects.update(status="failed", settled_at=now)

    settle(payment=order.payments.get(), now=now)

    payment = order.payments.get()
    assert (payment.status, payment.trouble) == ("failed", "bedrag")
