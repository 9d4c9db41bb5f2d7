"""Stripe's books beside ours: what a lost message left open is found every hour."""

from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from config.management.commands import tick
from events.ledger.days import days, sums
from events.ledger.matters import matters
from events.ledger.models import Check, Movement
from events.ledger.services import reconcile, reconcile_when_due
from events.models import Dispute, Invoice, Order, Payment, Refund
from events.payments.refunds import owe_refund, pay_owed_refunds, try_again
from events.payments.services import sweep
from home.mail.models import OwedMail
from tests.factories.money import assert_books_agree, make_bought_order
from tests.factories.payments import make_placed_order

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def waiting(now) -> list[str]:
    return [matter.kind for matter in matters(now=now)]


def test_a_day_on_which_all_is_well(stripe, now):
    order = make_bought_order(stripe, now, method="card")
    payment = order.payments.get()
    owe_refund(payment=payment, reason="goodwill", amount=Decimal(49), now=now)
    pay_owed_refunds(now=now)

    check = reconcile(now=now)

    [day] = sums(days())
    assert (day["paid"], day["back"], day["disputed"]) == (149, -49, 0)
    assert day["theirs"] == day["mine"] == 100
    assert day["fees"] == Decimal("2.49")
    assert (check.finished_at, matters(now=now)) == (now, [])


def test_a_second_check_finds_the_same_lines_once(stripe, now):
    make_bought_order(stripe, now)
    reconcile(now=now)

    reconcile(now=now + HOUR)

    assert Movement.objects.count() == 1


def test_all_messages_lost_and_everything_is_fulfilled_within_15_minutes(stripe, now):
    """The jobs alone are enough (F6)."""
    stripe.tell_webhooks("never")
    orders = []
    for _ in range(5):
        orders.append(make_placed_order(now))
        stripe.pay(stripe.last_session)

    for minute in range(1, 16):
        stripe.clock.shift(timedelta(minutes=1))
        assert tick.run(tick.STEPS, now=now + timedelta(minutes=minute)) == []

    statuses = Order.objects.values_list("status", flat=True)
    assert set(statuses) == {"paid"}
    assert Invoice.objects.count() == 5
    assert not OwedMail.objects.open().filter(kind="events.confirmation").exists()


def test_a_payment_that_we_gave_up_and_that_is_paid_after_all_is_settled(stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    Payment.objects.update(status="expired", settled_at=now)

    reconcile(now=now)

    order.refresh_from_db()
    assert order.status == "paid"


def test_a_refund_in_the_dashboard_without_a_message_is_found(stripe, now):
    order = make_bought_order(stripe, now)
    stripe.refund_in_dashboard(order.payments.get().intent_id, amount=1000)

    reconcile(now=now)

    assert Refund.objects.get().amount == 10
    assert waiting(now) == ["dashboard"]
    assert_books_agree(order)


def test_a_refund_found_before_its_payment_was_booked_is_booked_after_it(stripe, now):
    """A bank takes days, and our look at the sessions goes back two of them."""
    order = make_placed_order(now)
    stripe.pay_later(stripe.last_session)
    late = now + timedelta(days=3)
    stripe.clock.shift(timedelta(days=3))
    stripe.finish(stripe.last_session, paid=True)
    stripe.refund_in_dashboard(stripe.sessions[-1]["payment_intent"], amount=1000)
    for hours in (0, 3):  # the second no longer looks back as far
        reconcile(now=late + hours * HOUR)
    unknown = list(Refund.objects.all())
    sweep(now=late + 4 * HOUR)

    reconcile(now=late + 6 * HOUR)

    assert unknown == []
    assert [(row.reason, row.amount) for row in Refund.objects.all()] == [
        ("dashboard", 10)
    ]
    assert waiting(late + 6 * HOUR) == ["dashboard"]
    assert_books_agree(order)


def test_a_dispute_without_a_message_is_followed_to_its_end(stripe, now):
    order = make_bought_order(stripe, now, method="card")
    number = stripe.open_dispute(order.payments.get().intent_id)["id"]
    reconcile(now=now)
    opened = waiting(now)
    weeks = timedelta(days=45)
    stripe.clock.shift(weeks)
    stripe.close_dispute(number, won=False)

    reconcile(now=now + weeks)

    assert opened == ["dispute"]
    assert Dispute.objects.get().status == "lost"
    assert waiting(now + weeks) == ["lost"]
    assert_books_agree(order)


def test_a_refund_that_fails_days_later_without_a_message_is_found(stripe, now):
    """F15: the money came back to us, and nobody told."""
    order = make_bought_order(stripe, now)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    reconcile(now=now)
    stripe.clock.shift(timedelta(days=5))
    stripe.fail_refund(stripe.refunds[0]["id"])

    later = now + timedelta(days=5)
    reconcile(now=later)
    failed = waiting(later)
    try_again(refund=Refund.objects.get(), now=later)
    pay_owed_refunds(now=later)
    reconcile(now=later + HOUR)

    assert failed == ["failed"]
    assert waiting(later + HOUR) == []


def test_a_refund_in_the_dashboard_that_failed_before_we_heard_of_it_is_nothing(
    stripe, now
):
    order = make_bought_order(stripe, now)
    made = stripe.refund_in_dashboard(order.payments.get().intent_id)
    stripe.fail_refund(made["id"])

    reconcile(now=now)

    assert not Refund.objects.exists()
    assert waiting(now) == []


def test_money_that_no_row_of_ours_explains_is_shown(stripe, now):
    """F13: our database lost an order."""
    make_bought_order(stripe, now)
    Payment.objects.update(intent_id="pi_kwijt", session_id="cs_kwijt", key="k" * 32)

    reconcile(now=now)

    [matter] = [m for m in matters(now=now) if m.kind == "movement"]
    assert (matter.amount, matter.order) == (149, None)


def test_money_of_another_site_in_the_same_account_is_not_ours(stripe, now, settings):
    make_bought_order(stripe, now)
    Payment.objects.update(intent_id="pi_kwijt")
    settings.SITE_URL = "https://een-andere.example"

    reconcile(now=now)

    assert not Movement.objects.exists()


def test_another_amount_at_stripe_is_shown_until_it_is_right(stripe, now):
    make_bought_order(stripe, now)
    line = stripe.movements[0]["id"]
    stripe.tamper("balance_transaction", line, amount=14800)

    reconcile(now=now)
    wrong = waiting(now)
    Payment.objects.update(amount=Decimal(148))
    reconcile(now=now + HOUR)

    assert (wrong, waiting(now + HOUR)) == (["movement"], [])


def test_what_we_call_paid_and_stripe_does_not_is_shown(stripe, now):
    reconcile(now=now)
    days_later = timedelta(days=3)
    stripe.clock.shift(days_later)
    order = make_bought_order(stripe, now + days_later)
    Payment.objects.update(intent_id="pi_verzonnen")

    much_later = now + 2 * days_later
    reconcile(now=much_later)

    kinds = {m.kind: m.order for m in matters(now=much_later)}
    assert kinds["missing"] == order


def test_a_silent_stripe_is_no_finished_check_and_is_asked_again(stripe, now):
    stripe.fail_next("unreachable", times=3)

    first = reconcile_when_due(now=now)
    second = reconcile_when_due(now=now + timedelta(minutes=1))
    third = reconcile_when_due(now=now + timedelta(minutes=2))

    assert (first.finished_at, first.trouble) == (None, "Unreachable")
    assert second.finished_at is not None
    assert third is None
    assert reconcile_when_due(now=now + timedelta(minutes=61)).finished_at is not None


def test_an_attempt_of_which_stripe_says_nothing_is_shown_and_keeps_its_places(
    stripe, now
):
    """F20."""
    order = make_placed_order(now)
    stripe.fail_next("unreachable", times=999)
    hour = timedelta(hours=1)
    stripe.clock.shift(hour)

    sweep(now=now + hour)

    assert waiting(now + hour) == ["silent"]
    assert order.pairs.get().place is not None


def test_one_that_cannot_be_booked_does_not_stop_the_others(stripe, now, caplog):
    broken = make_bought_order(stripe, now, method="card")
    stripe.refund_in_dashboard(broken.payments.get().intent_id)
    Invoice.objects.update(lines=[])  # nothing left to credit
    other = make_bought_order(stripe, now)
    stripe.refund_in_dashboard(other.payments.get().intent_id)

    check = reconcile(now=now)

    assert check.finished_at == now
    assert [refund.payment.order for refund in Refund.objects.all()] == [other]
    assert "not reconciled" in [record.getMessage() for record in caplog.records]


def test_what_stripe_refuses_does_not_stop_what_comes_behind_it(stripe, now, caplog):
    payment = make_bought_order(stripe, now).payments.get()
    Dispute.objects.create(
        payment=payment, stripe_id="dp_weg", amount=1, status="open", opened_at=now
    )

    check = reconcile(now=now)

    assert (check.finished_at, Movement.objects.count()) == (now, 1)
    assert "refused by Stripe" in [record.getMessage() for record in caplog.records]


def test_silence_about_one_stops_nobody_and_is_no_finished_check(stripe, now):
    stripe.tell_webhooks("never")
    for _ in range(2):
        make_placed_order(now)
        stripe.pay(stripe.last_session)
    stripe.fail_next(
        "500", times=3, path=f"/v1/checkout/sessions/{stripe.last_session}"
    )

    check = reconcile(now=now)

    assert (check.finished_at, check.trouble) == (None, "Unreachable")
    assert sorted(Order.objects.values_list("status", flat=True)) == ["held", "paid"]
    assert Movement.objects.count() == 2


def test_organisers_hear_once_a_day_that_something_waits(stripe, now):
    order = make_bought_order(stripe, now)
    reconcile(now=now)
    stripe.refund_in_dashboard(order.payments.get().intent_id, amount=1000)

    for hours in (1, 2, 3):
        reconcile(now=now + hours * HOUR)

    told = OwedMail.objects.filter(kind="events.money_waits")
    assert told.count() == 1
    assert Check.objects.exclude(told_on=None).count() == 1


def test_the_command_says_how_it_stands(stripe, now):
    order = make_bought_order(stripe, now)
    said, then = StringIO(), StringIO()

    call_command("reconcile", stdout=said)
    stripe.refund_in_dashboard(order.payments.get().intent_id, amount=1000)
    call_command("reconcile", stdout=then)

    assert said.getvalue() == "Alles klopt.\n"
    assert then.getvalue().startswith("Teruggegeven in het dashboard van Stripe: 10.00")


def test_the_command_fails_when_stripe_is_silent(stripe, now):
    stripe.fail_next("unreachable", times=3)

    with pytest.raises(CommandError, match="Unreachable"):
        call_command("reconcile")
