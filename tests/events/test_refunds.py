"""Money that goes back: once, and never more than came in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connection

from events.models import CreditNote, Refund
from events.payments.elsewhere import follow_refund
from events.payments.refunds import (
    NoNote,
    NothingFailed,
    TooMuch,
    done_outside,
    follow_refunds,
    owe_refund,
    pay_owed_refunds,
    try_again,
)
from home.mail.services import pay_owed_mail
from tests.factories.checkout import address
from tests.factories.money import make_bought_order
from tests.factories.payments import make_placed_order, settle_last


@pytest.mark.django_db
def test_a_refund_is_asked_once_also_when_the_answer_is_lost(stripe, now):
    """F14: the same key again; the state comes from Stripe."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.fail_next("timeout", times=3)

    assert pay_owed_refunds(now=now) == 0
    assert pay_owed_refunds(now=now) == 1

    assert [refund["amount"] for refund in stripe.refunds] == [14900]


@pytest.mark.django_db
def test_a_refund_that_fails_days_later_is_open_again(stripe, now):
    """F15."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    pay_owed_refunds(now=now)
    stripe_id = stripe.refunds[0]["id"]

    stripe.fail_refund(stripe_id)
    follow_refund(stripe_id=stripe_id, now=now)

    assert Refund.objects.get().status == "failed"


@pytest.mark.django_db
def test_more_than_was_paid_is_never_given_back(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    payment = order.payments.get()
    some = {"payment": payment, "reason": "goodwill", "now": now}
    owe_refund(amount=Decimal(100), **some)

    for too_much in (Decimal("49.01"), Decimal(0), Decimal(-1)):
        with pytest.raises(TooMuch):
            owe_refund(amount=too_much, **some)
    owe_refund(payment=payment, reason="late", now=now)
    with pytest.raises(TooMuch):
        owe_refund(payment=payment, reason="duplicate", now=now)

    amounts = payment.refunds.order_by("pk").values_list("amount", flat=True)
    assert list(amounts) == [100, 49]


@pytest.mark.django_db
def test_a_refund_whose_answer_was_lost_is_found_when_the_key_is_forgotten(stripe, now):
    """Stripe remembers a key for a day; the refund stays."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.fail_next("timeout", times=3)
    pay_owed_refunds(now=now)
    stripe.clock.shift(timedelta(hours=25))

    pay_owed_refunds(now=now + timedelta(hours=25))

    assert Refund.objects.get().status == "succeeded"
    assert [refund["amount"] for refund in stripe.refunds] == [14900]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("outcome", "status"), [("pending", "succeeded"), ("fails_tomorrow", "failed")]
)
def test_a_refund_on_its_way_is_followed_without_a_message(
    stripe, now, outcome, status
):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.next_refunds(outcome)
    pay_owed_refunds(now=now)
    stripe.clock.shift(timedelta(hours=25))

    follow_refunds(now=now + timedelta(hours=25))

    assert Refund.objects.get().status == status


@pytest.mark.django_db
def test_a_message_about_a_refund_whose_number_we_lost_is_understood(stripe, now):
    """We died between asking for it and noting its number; then it failed."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="late", now=now)
    stripe.fail_next("timeout", times=3)
    pay_owed_refunds(now=now)
    stripe_id = stripe.refunds[0]["id"]
    stripe.fail_refund(stripe_id)

    follow_refund(stripe_id=stripe_id, now=now)
    pay_owed_refunds(now=now)

    refund = Refund.objects.get()
    assert (refund.stripe_id, refund.status) == (stripe_id, "failed")


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_one_refund_owed_and_paid_by_ten_at_one_moment_is_one_refund(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    payment = order.payments.get()

    def give_back(_):
        try:
            owe_refund(payment=payment, reason="late", now=now)
            pay_owed_refunds(now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as clerks:
        list(clerks.map(give_back, range(10)))

    assert Refund.objects.get().status == "succeeded"
    assert [refund["amount"] for refund in stripe.refunds] == [14900]
    assert CreditNote.objects.get().number == 1


def make_failed_refund(stripe, now) -> Refund:
    """Asked for, and refused by the buyer's bank."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[0]["id"])
    follow_refund(stripe_id=stripe.refunds[0]["id"], now=now)
    return Refund.objects.get()


@pytest.mark.django_db
def test_a_refund_that_failed_is_told_to_the_organisers_once(stripe, now, mailoutbox):
    """F15: the alarm."""
    refund = make_failed_refund(stripe, now)
    organiser = User.objects.create_user("farida", "farida@voorbeeld.example")
    refund.payment.order.event.organisers.add(organiser)

    follow_refund(stripe_id=refund.stripe_id, now=now)
    pay_owed_mail(now=now)

    told = [mail for mail in mailoutbox if mail.subject.startswith("Terugbetaling mis")]
    assert [mail.to for mail in told] == [["farida@voorbeeld.example"]]


@pytest.mark.django_db
def test_a_refund_that_failed_is_asked_once_more_under_a_new_key(stripe, now):
    refund = make_failed_refund(stripe, now)

    try_again(refund=refund, now=now)
    pay_owed_refunds(now=now)

    refund.refresh_from_db()
    states = [made["status"] for made in stripe.refunds]
    assert (refund.status, states) == ("succeeded", ["failed", "succeeded"])
    assert CreditNote.objects.count() == 1


@pytest.mark.django_db
def test_a_late_message_about_the_first_attempt_changes_nothing(stripe, now):
    refund = make_failed_refund(stripe, now)
    first = refund.stripe_id
    try_again(refund=refund, now=now)
    pay_owed_refunds(now=now)

    follow_refund(stripe_id=first, now=now)

    refund.refresh_from_db()
    assert refund.status == "succeeded"


@pytest.mark.django_db
def test_after_180_days_stripe_refuses_and_somebody_notes_the_transfer(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    stripe.clock.shift(timedelta(days=181))
    later = now + timedelta(days=181)
    refund = owe_refund(payment=order.payments.get(), reason="goodwill", now=later)
    pay_owed_refunds(now=later)
    refund.refresh_from_db()

    done_outside(
        refund=refund, note="Overgemaakt op 26 mei, kenmerk 18.", by=None, now=now
    )

    was, refund = refund, Refund.objects.get()
    assert (was.status, was.trouble) == ("failed", "charge_not_refundable")
    assert (refund.status, refund.note) == (
        "outside",
        "Overgemaakt op 26 mei, kenmerk 18.",
    )


@pytest.mark.django_db
def test_outside_stripe_needs_a_note_and_something_that_failed(stripe, now):
    refund = make_failed_refund(stripe, now)

    with pytest.raises(NoNote):
        done_outside(refund=refund, note=" ", by=None, now=now)
    done_outside(refund=refund, note="Contant.", by=None, now=now)
    with pytest.raises(NothingFailed):
        try_again(refund=refund, now=now)

    assert Refund.objects.get().status == "outside"


@pytest.mark.django_db
def test_a_silent_stripe_is_not_asked_a_hundred_times(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    for _ in range(20):
        owe_refund(
            payment=order.payments.get(), reason="goodwill", amount=Decimal(1), now=now
        )
    stripe.fail_next("unreachable", times=999)

    paid = pay_owed_refunds(now=now)

    [fault] = stripe.account.faults
    assert (paid, fault["left"]) == (0, 999 - 3 * 3)


@pytest.mark.django_db
def test_a_silent_stripe_is_not_asked_about_every_refund(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    stripe.next_refunds("pending")
    for _ in range(20):
        owe_refund(
            payment=order.payments.get(), reason="goodwill", amount=Decimal(1), now=now
        )
    pay_owed_refunds(now=now)
    stripe.fail_next("unreachable", times=999)

    follow_refunds(now=now)

    [fault] = stripe.account.faults
    assert fault["left"] == 999 - 3 * 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("failed", "je hebt dit van ons te goed, en we lossen het op"),
        ("pending", ">onderweg<"),
        ("succeeded", ">overgemaakt<"),
    ],
)
def test_the_buyer_reads_how_far_a_refund_is(stripe, now, client, outcome, words):
    """One that failed is not on its way (F15)."""
    order = make_bought_order(stripe, now)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    Refund.objects.update(status=outcome, stripe_id="re_1")

    page = client.get(address(order)).text

    assert words in page


@pytest.mark.django_db
def test_a_balance_that_is_too_low_makes_a_refund_wait(stripe, now):
    """F16: it is shown as on its way, and goes when somebody topped up."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    stripe.next_refunds("insufficient_funds")
    refund = owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    waiting = Refund.objects.get().status
    stripe.succeed_refund(stripe.refunds[0]["id"])

    follow_refunds(now=now)

    refund.refresh_from_db()
    assert (waiting, refund.status) == ("pending", "succeeded")


@pytest.mark.django_db
def test_a_refund_that_cannot_be_noted_does_not_stop_the_next(stripe, now):
    """Its number stands on another row: a person must look at that."""
    first, second = make_bought_order(stripe, now), make_bought_order(stripe, now)
    owe = {"reason": "goodwill", "now": now}
    broken = owe_refund(payment=first.payments.get(), amount=Decimal(10), **owe)
    pay_owed_refunds(now=now)
    other = owe_refund(payment=first.payments.get(), amount=Decimal(10), **owe)
    number = Refund.objects.get(pk=broken.pk).stripe_id
    Refund.objects.filter(pk=broken.pk).update(status="owed", stripe_id=None)
    Refund.objects.filter(pk=other.pk).update(status="pending", stripe_id=number)
    fine = owe_refund(payment=second.payments.get(), amount=Decimal(10), **owe)

    pay_owed_refunds(now=now)

    states = Refund.objects.in_bulk([broken.pk, fine.pk])
    assert [states[broken.pk].status, states[fine.pk].status] == ["owed", "succeeded"]
