"""From a payment to a paid place, once, whatever happens on the way (rules 7 and 8)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from events.models import Order, Payment, Refund
from events.orders.services import (
    AlreadyPaid,
    SoldOut,
    hold_again,
    hold_places,
    places_left,
    release,
)
from events.payments import stripe_api
from events.payments.mail import late_payment
from events.payments.refunds import pay_owed_refunds
from events.payments.services import abandon, begin_payment, settle, sweep
from home.models import OwedMail
from tests.factories.events import make_ticket
from tests.factories.payments import make_placed_order, place, settle_last


def mails_owed():
    return sorted(OwedMail.objects.values_list("kind", flat=True))


@pytest.mark.django_db
def test_an_order_becomes_a_session_with_the_price_and_no_guest_in_it(stripe, now):
    order = hold_places(ticket=make_ticket(), pairs=2, now=now)

    url = place(order, now)

    [session] = stripe.sessions
    assert url == session["url"]
    assert session["amount_total"] == 29800
    assert session["customer_email"] == "iris@voorbeeld.example"
    assert "Daan" not in str(session)


@pytest.mark.django_db
def test_the_hold_outlives_the_session(stripe, now):
    order = make_placed_order(now)

    order.refresh_from_db()
    payment = order.payments.get()
    assert payment.expires_at == now + timedelta(minutes=31)
    assert order.held_until == now + timedelta(minutes=36)


@pytest.mark.django_db
def test_a_paid_session_sells_the_places_and_owes_the_mails(stripe, now):
    order = make_placed_order(now, pairs=2)
    stripe.pay(stripe.last_session)

    settle_last(order, now)

    assert (order.status, order.paid_at) == ("paid", now)
    assert list(order.pairs.values_list("state", flat=True)) == ["sold", "sold"]
    assert mails_owed() == ["events.confirmation", "events.invitation"]


@pytest.mark.django_db
def test_settling_again_changes_nothing(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)

    for _ in range(3):
        settle_last(order, now)

    assert mails_owed() == ["events.confirmation", "events.invitation"]
    assert Refund.objects.count() == 0


@pytest.mark.django_db
def test_every_lost_message_is_made_good_by_the_sweep(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)

    sweep(now=now + timedelta(minutes=4))

    order.refresh_from_db()
    assert order.status == "paid"


@pytest.mark.django_db
def test_a_second_click_is_the_same_payment(stripe, now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)

    urls = {place(order, now), place(order, now)}

    assert len(urls) == 1
    assert (Payment.objects.count(), len(stripe.sessions)) == (1, 1)


@pytest.mark.django_db
def test_two_live_payments_of_one_order_cannot_exist(stripe, now):
    order = make_placed_order(now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Payment.objects.create(
            order=order, amount=1, params={}, expires_at=now, created_at=now
        )


@pytest.mark.django_db
def test_a_crash_between_stripe_and_our_note_loses_nothing(stripe, now):
    """F1: the same key and the same parameters find the same session."""
    order = make_placed_order(now)
    Payment.objects.update(session_id=None, url="", status="new")
    stripe.pay(stripe.last_session)

    sweep(now=now + timedelta(minutes=4))

    order.refresh_from_db()
    assert order.status == "paid"
    assert len(stripe.sessions) == 1


@pytest.mark.django_db
def test_while_stripe_is_silent_the_places_stay_and_a_retry_goes_on(stripe, now):
    """F19: nobody knows whether it happened, so the key is used again."""
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    stripe.fail_next("timeout", times=3)

    with pytest.raises(stripe_api.Unreachable):
        place(order, now)
    url = place(order, now)

    assert url == stripe.sessions[0]["url"]
    assert (len(stripe.sessions), Payment.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_a_buyer_who_comes_back_frees_the_places_and_cannot_pay_later(stripe, now):
    order = make_placed_order(now, capacity=1)

    abandon(order=order, now=now)

    order.refresh_from_db()
    assert (order.status, places_left(order.event, now)) == ("lapsed", 1)
    assert stripe.sessions[0]["status"] == "expired"


@pytest.mark.django_db
def test_who_gives_up_while_stripe_is_silent_cannot_pay_later_either(stripe, now):
    """Stripe made the session, and its answer never came."""
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    stripe.fail_next("timeout", times=3)
    with pytest.raises(stripe_api.Unreachable):
        place(order, now)

    abandon(order=order, now=now)

    order.refresh_from_db()
    assert (order.status, order.payments.get().status) == ("lapsed", "expired")
    assert [session["status"] for session in stripe.sessions] == ["expired"]


@pytest.mark.django_db
def test_giving_up_an_attempt_that_stripe_refuses_frees_the_places(stripe, now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    stripe.fail_next("unreachable", times=3)
    with pytest.raises(stripe_api.Unreachable):
        place(order, now)
    stripe.clock.shift(timedelta(minutes=3))  # too late for a session of half an hour

    abandon(order=order, now=now + timedelta(minutes=3))

    order.refresh_from_db()
    assert (order.status, order.payments.get().status) == ("lapsed", "failed")


@pytest.mark.django_db
def test_a_key_that_is_not_valid_any_more_gives_up_no_money(stripe, now, settings):
    """A refund that is owed stays owed until the operator has put the key right."""
    order = make_placed_order(now, capacity=1)
    stripe.pay(stripe.last_session)
    release_behind_stripes_back(order)
    hold_places(ticket=order.event.tickets.get(), pairs=1, now=now)
    settle_last(order, now)

    good, settings.STRIPE_SECRET_KEY = settings.STRIPE_SECRET_KEY, "withdrawn"
    pay_owed_refunds(now=now)
    owed = Refund.objects.get().status
    settings.STRIPE_SECRET_KEY = good
    pay_owed_refunds(now=now)

    assert (owed, Refund.objects.get().status) == ("owed", "succeeded")


@pytest.mark.django_db
def test_letting_go_in_one_tab_keeps_what_is_being_paid_in_another(stripe, now):
    """*Laat maar* saw no payment; before it had the lock, there was one."""
    order = make_placed_order(now, capacity=1)

    release(order=order)

    order.refresh_from_db()
    assert (order.status, places_left(order.event, now)) == ("held", 0)


@pytest.mark.django_db
def test_who_paid_and_then_went_back_has_paid(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)

    abandon(order=order, now=now)

    order.refresh_from_db()
    assert order.status == "paid"


@pytest.mark.django_db
def test_a_session_that_ends_frees_the_places(client, stripe, now):
    order = make_placed_order(now, capacity=1)

    stripe.expire(stripe.last_session)
    stripe.tell(client, "checkout.session.expired", stripe.last_session)

    order.refresh_from_db()
    assert (order.status, places_left(order.event, now)) == ("lapsed", 1)


@pytest.mark.django_db
def test_nobody_gets_a_place_that_stripe_may_still_call_paid(stripe, now):
    """F20: the time is over, but the attempt is open and nobody asked yet."""
    order = make_placed_order(now, capacity=1)
    much_later = now + timedelta(hours=2)

    with pytest.raises(SoldOut):
        hold_places(ticket=order.event.tickets.get(), pairs=1, now=much_later)

    assert places_left(order.event, much_later) == 0


@pytest.mark.django_db
def test_a_late_payment_gets_its_place_back_while_there_is_one(stripe, now, client):
    """Rule 8 and F10."""
    order = make_placed_order(now, capacity=1)
    stripe.pay(stripe.last_session)
    release_behind_stripes_back(order)
    page = client.get(reverse("order", args=[order.reference, order.token])).text

    settle_last(order, now)

    assert "Betaal niet nog eens." in page
    assert "Er is niets afgeschreven" not in page
    assert order.status == "paid"
    assert stripe.refunds == []


@pytest.mark.django_db
def test_a_late_payment_for_a_place_that_is_gone_is_refunded_whole(
    stripe, now, django_capture_on_commit_callbacks
):
    """Rule 8 and F10."""
    order = make_placed_order(now, capacity=1)
    stripe.pay(stripe.last_session)
    release_behind_stripes_back(order)
    hold_places(ticket=order.event.tickets.get(), pairs=1, now=now)

    with django_capture_on_commit_callbacks(execute=True):
        settle_last(order, now)

    assert order.status == "returned"
    assert [refund["amount"] for refund in stripe.refunds] == [14900]
    assert Refund.objects.get().status == "succeeded"
    assert mails_owed() == ["events.late_payment", "events.waiting"]
    entry = order.event.waiting.in_line().get()
    assert (entry.is_first, entry.email) == (True, order.buyer_email.lower())
    assert "Je staat vooraan op de wachtlijst" in late_payment(order).body


@pytest.mark.django_db
def test_a_second_payment_is_refunded_by_itself(
    stripe, now, django_capture_on_commit_callbacks
):
    """F11: two paid attempts for one order; we had given up the first one."""
    order = make_placed_order(now)
    first = order.payments.get()
    Payment.objects.update(status="failed", settled_at=now)
    place(hold_again(order=order, now=now), now)
    stripe.pay(first.session_id)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    Payment.objects.filter(pk=first.pk).update(status="open", settled_at=None)
    first.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        settle(payment=first, now=now)

    order.refresh_from_db()
    assert order.status == "paid"
    assert [refund["amount"] for refund in stripe.refunds] == [14900]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value", "trouble"),
    [
        ("amount_total", 14800, "bedrag"),
        ("currency", "usd", "munt"),
        ("livemode", True, "omgeving"),
        ("client_reference_id", "EENANDER", "bestelnummer"),
        ("metadata", {"attempt": "een andere"}, "poging"),
    ],
)
def test_a_payment_that_does_not_match_our_books_waits_for_a_person(
    stripe, now, field, value, trouble
):
    """F12: not fulfilled, not lost, the place is kept."""
    order = make_placed_order(now, capacity=1)
    stripe.pay(stripe.last_session)
    stripe.tamper("checkout.session", stripe.last_session, **{field: value})

    settle_last(order, now)

    payment = order.payments.get()
    assert (payment.status, payment.trouble) == ("quarantined", trouble)
    assert (order.status, places_left(order.event, now)) == ("held", 0)


@pytest.mark.django_db
def test_a_bank_that_answers_later_keeps_the_place_held(stripe, now):
    """F8 and F9."""
    order = make_placed_order(now, capacity=1)
    stripe.pay_later(stripe.last_session)

    settle_last(order, now)
    assert order.payments.get().status == "processing"
    stripe.finish(stripe.last_session, paid=False)
    settle_last(order, now)

    assert order.payments.get().status == "failed"
    assert (order.status, places_left(order.event, now)) == ("lapsed", 1)


@pytest.mark.django_db
def test_a_paid_order_is_not_paid_again(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)

    with pytest.raises(AlreadyPaid):
        begin_payment(order=order, now=now)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_ten_who_settle_at_one_instant_are_one_purchase(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    payment = order.payments.get()

    def hear(_):
        try:
            settle(payment=Payment.objects.get(pk=payment.pk), now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as ears:
        list(ears.map(hear, range(10)))

    order.refresh_from_db()
    assert (order.status, stripe.refunds) == ("paid", [])
    assert mails_owed() == ["events.confirmation", "events.invitation"]


def release_behind_stripes_back(order):
    """What must never happen, and has to end well all the same."""
    order.pairs.update(state="released", place=None)
    Order.objects.filter(pk=order.pk).update(status="lapsed")
    order.refresh_from_db()
