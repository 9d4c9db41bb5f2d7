"""Attempts to pay of which we lost sight, and Stripe did not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from config.management.commands import tick
from events.models import Invoice, Order, Payment, StripeEvent
from events.orders.services import (
    AlreadyPaid,
    NoLongerHeld,
    hold_again,
    hold_places,
)
from events.payments.services import abandon, settle, settle_session, sweep
from events.payments.stripe_api import Refused, Unreachable
from home.models import OwedMail
from tests.factories.events import make_event, make_ticket
from tests.factories.payments import make_placed_order, place

MINUTE = timedelta(minutes=1)


def give_up(stripe, now) -> tuple[Order, str]:
    """The answer with the session was lost, and a day later the key is forgotten."""
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    stripe.fail_next("timeout", times=3)
    with pytest.raises(Unreachable):
        place(order, now)
    stripe.clock.shift(timedelta(hours=25))
    sweep(now=now + timedelta(hours=25))
    return order, stripe.last_session


@pytest.mark.django_db
def test_a_message_about_an_attempt_that_we_gave_up_changes_nothing(stripe, now):
    order, session = give_up(stripe, now)

    settle_session(session_id=session, now=now + timedelta(hours=25))

    payment = order.payments.get()
    assert (payment.status, payment.session_id) == ("failed", session)


@pytest.mark.django_db
def test_money_for_an_attempt_that_we_gave_up_is_booked_all_the_same(stripe, now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    place(order, now)
    Payment.objects.update(status="failed", settled_at=now, session_id=None)
    stripe.pay(stripe.last_session)

    settle_session(session_id=stripe.last_session, now=now)

    order.refresh_from_db()
    assert (order.status, order.payments.get().status) == ("paid", "paid")


@pytest.mark.django_db
def test_an_error_that_stripe_repeats_for_a_day_keeps_no_place_that_long(stripe, now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    stripe.fail_next("500_kept")
    with pytest.raises(Unreachable):
        place(order, now)
    later = now + timedelta(minutes=36)
    stripe.clock.move_to(later)

    tick.run(
        [step for step in tick.STEPS if step is not tick.publish_scheduled], now=later
    )

    order.refresh_from_db()
    assert (order.status, order.payments.get().status) == ("lapsed", "failed")


@pytest.mark.django_db
def test_what_stripe_does_not_know_is_given_up_when_nobody_can_pay_it(stripe, now):
    order = make_placed_order(now)
    payment = order.payments.get()
    Payment.objects.update(session_id="cs_test_onbekend")
    payment.refresh_from_db()

    with pytest.raises(Refused):
        settle(payment=payment, now=now + 35 * MINUTE)
    before = order.payments.get().status
    settle(payment=payment, now=now + 36 * MINUTE)

    assert (before, order.payments.get().status) == ("open", "expired")


@pytest.mark.django_db
def test_what_stripe_never_answered_is_asked_again_while_it_can_be_paid(stripe, now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    stripe.fail_next("unreachable", times=9)
    with pytest.raises(Unreachable):
        place(order, now)

    with pytest.raises(Unreachable):
        settle(payment=order.payments.get(), now=now + 35 * MINUTE)

    assert order.payments.get().status == "new"


@pytest.mark.django_db
def test_a_second_session_of_an_attempt_is_nobodys(stripe, now):
    order = make_placed_order(now)
    Payment.objects.update(session_id="cs_test_eerder")
    stripe.pay(stripe.last_session)

    settle_session(session_id=stripe.last_session, now=now)

    payment = order.payments.get()
    assert (payment.session_id, payment.status) == ("cs_test_eerder", "open")


@pytest.mark.django_db
@pytest.mark.parametrize("act", ["pay", "pay_later"])
def test_who_paid_is_not_sent_to_pay_again_while_we_are_not_told(stripe, now, act):
    order = make_placed_order(now)
    getattr(stripe, act)(stripe.last_session)

    with pytest.raises((AlreadyPaid, NoLongerHeld)):
        place(order, now)


@pytest.mark.django_db
def test_with_every_message_lost_all_is_sold_within_15_minutes(stripe, now, mailoutbox):
    ticket = make_ticket(event=make_event(capacity=5))
    orders = [hold_places(ticket=ticket, pairs=1, now=now) for _ in range(5)]
    for order in orders:
        place(order, now)
        stripe.pay(stripe.last_session)
    steps = [step for step in tick.STEPS if step is not tick.publish_scheduled]

    for _ in range(15):
        stripe.clock.shift(MINUTE)
        assert tick.run(steps, now=now + MINUTE * 15) == []

    assert {order.status for order in Order.objects.all()} == {"paid"}
    told = [
        mail.subject for mail in mailoutbox if mail.to == ["iris@voorbeeld.example"]
    ]
    assert (len(told), Invoice.objects.count()) == (5, 5)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_one_message_fifty_times_at_once_is_one_sale(client, stripe, now, mailoutbox):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)

    def hear(_):
        try:
            name = "checkout.session.completed"
            return stripe.tell(client, name, stripe.last_session).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as ears:
        answers = set(ears.map(hear, range(50)))

    order.refresh_from_db()
    confirmations = OwedMail.objects.filter(kind="events.confirmation")
    assert (answers, order.status) == ({200}, "paid")
    assert (StripeEvent.objects.count(), Invoice.objects.get().number) == (1, 1)
    assert (confirmations.count(), len(mailoutbox)) == (1, OwedMail.objects.count())


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_paid", [True, False])
def test_giving_up_and_settling_at_one_moment_tell_one_story(stripe, now, is_paid):
    order = make_placed_order(now, capacity=1)
    if is_paid:
        stripe.pay(stripe.last_session)
    payment = order.payments.get()

    def act(number):
        try:
            if number % 2:
                abandon(order=Order.objects.get(pk=order.pk), now=now)
            else:
                settle(payment=Payment.objects.get(pk=payment.pk), now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as hands:
        list(hands.map(act, range(8)))

    order.refresh_from_db()
    pair = order.pairs.get()
    story = ("paid", "sold", 1) if is_paid else ("lapsed", "released", 0)
    assert (order.status, pair.state, Invoice.objects.count()) == story
    assert stripe.refunds == []


@pytest.mark.django_db
def test_a_payment_that_cannot_be_booked_does_not_stop_those_behind_it(stripe, now):
    broken, whole = make_placed_order(now), make_placed_order(now)
    for session in stripe.sessions:
        stripe.pay(session["id"])
    Order.objects.filter(pk=broken.pk).update(buyer_email="")  # a constraint refuses

    sweep(now=now + timedelta(minutes=4))

    broken.refresh_from_db()
    whole.refresh_from_db()
    assert (broken.status, whole.status) == ("held", "paid")


@pytest.mark.django_db
def test_while_stripe_is_silent_a_round_does_not_wait_for_every_payment(stripe, now):
    """Every call may take a minute, and the mail comes after them."""
    for _ in range(5):
        make_placed_order(now)
    stripe.fail_next("unreachable", times=999)

    sweep(now=now + timedelta(minutes=4))

    [fault] = stripe.account.faults
    assert fault["left"] == 999 - 3 * 3  # the SDK tries three times


@pytest.mark.django_db
def test_who_comes_back_to_a_lost_hold_has_places_again(stripe, now):
    """Its places were freed while Stripe might still call it paid (F10)."""
    order = hold_places(ticket=make_ticket(), pairs=2, now=now)
    place(order, now)
    order.pairs.update(state="released", place=None)
    Order.objects.update(status="lapsed")
    order.refresh_from_db()

    hold_again(order=order, now=now)

    states = order.pairs.values_list("state", flat=True)
    assert list(states) == ["held", "held"]
    assert order.pairs.filter(place=None).count() == 0
