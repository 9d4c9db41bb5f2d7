"""Where two features meet: a copy and a call-off, a type and its code, and so on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from events.cancellations.mail import cancelled
from events.cancellations.services import (
    Changed,
    TooLate,
    cancel_by_buyer,
    offers,
)
from events.checkout.answers import Buyer
from events.models import (
    Cancellation,
    Event,
    Order,
    Payment,
    Place,
    Voucher,
    WaitingEntry,
)
from events.orders.places import NotOnSale
from events.orders.services import hold_places
from events.organiser.calling_off.services import call_off, carry_on_calling_off
from events.organiser.copying.services import copy_event
from events.organiser.exports.rows import orders_of
from events.organiser.moving.services import When, choose, move_event, standing_of
from events.organiser.one_order.made_by_hand import CalledOff, give_pairs
from events.organiser.privacy.services import erase
from events.organiser.services import (
    CodeNeedsIt,
    FirstDayStands,
    remove_event,
    remove_ticket,
    save_event,
)
from events.payments.refunds import owe_refund
from events.payments.retention import forget
from events.payments.services import abandon
from events.waiting_list.services import leave, offer_places
from tests.factories.checkout import address
from tests.factories.events import (
    make_event,
    make_guest,
    make_paid_order,
    make_ticket,
    make_voucher,
)
from tests.factories.money import MONTH, make_bought_order
from tests.factories.payments import make_placed_order, place, settle_last
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def roos():
    return User.objects.create_user("roos")


@pytest.fixture
def called_off(now, roos):
    """With one type, and nothing sold."""
    ticket = make_ticket()
    call_off(event=ticket.event, why="De zaal is afgebrand.", by=roos, now=now)
    return Event.objects.get(pk=ticket.event.pk)


def test_a_copy_of_what_was_called_off_happens(now, roos, called_off):
    new = copy_event(
        event=called_off, name="Nog eens", first_day=date(2027, 9, 1), by=roos
    )

    new.refresh_from_db()
    assert (new.called_off_at, new.called_off_why, new.called_off_by) == (
        None,
        "",
        None,
    )
    assert new.sales_until is None
    assert hold_places(ticket=new.tickets.get(), pairs=1, now=now).pairs.count() == 1


def test_who_was_filling_in_when_it_was_called_off_is_not_asked_to_pay(
    now, roos, stripe
):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    call_off(event=order.event, why="Geen zaal.", by=roos, now=now)

    with pytest.raises(NotOnSale):
        place(order, now + timedelta(minutes=1))

    assert Payment.objects.count() == 0
    assert Order.objects.get(pk=order.pk).buyer_name == "Iris de Wit"


def test_a_later_end_of_the_sale_sells_nothing_of_what_was_called_off(now, called_off):
    called_off.sales_until = now + timedelta(days=9)
    save_event(event=called_off, now=now)

    with pytest.raises(NotOnSale):
        hold_places(ticket=called_off.tickets.get(), pairs=1, now=now)

    assert not called_off.sells_at(now)


def test_nobody_gives_away_places_of_what_was_called_off(now, roos, called_off):
    to = Buyer("Noor Bakker", "noor@voorbeeld.example")

    with pytest.raises(CalledOff):
        give_pairs(
            ticket=called_off.tickets.get(),
            pairs=1,
            to=to,
            why="Spreker.",
            by=roos,
            now=now,
        )

    assert Order.objects.count() == 0


def test_a_code_for_one_type_is_never_good_for_all_by_removing_that_type(now):
    event = make_event()
    student = make_ticket(event=event, name="Student")
    company = make_ticket(event=event, name="Bedrijf")
    voucher = make_voucher(event, now, value=Decimal(100))
    voucher.tickets.set([student])

    with pytest.raises(CodeNeedsIt):
        remove_ticket(ticket=student)

    assert list(voucher.tickets.all()) == [student]
    voucher.tickets.add(company)
    remove_ticket(ticket=student)
    assert list(voucher.tickets.all()) == [company]


def test_an_event_that_nobody_ordered_goes_with_its_codes(now):
    ticket = make_ticket()
    make_voucher(ticket.event, now, keeps_places=True)

    remove_event(event=ticket.event)

    left = [model.objects.count() for model in (Event, Voucher, Place)]
    assert left == [0, 0, 0]


def test_who_moves_to_an_earlier_day_cannot_cancel_once_it_has_begun(stripe, now, roos):
    """The order has the deadline that was agreed, which is after the new day."""
    order = make_bought_order(stripe, now)
    event = order.event
    starts_at = now + timedelta(days=10)
    to = When(starts_at, starts_at + timedelta(hours=8), starts_at)
    move_event(
        event=event, to=to, choose_until=starts_at, why="Eerder.", by=roos, now=now
    )
    begun = Order.objects.with_pairs().get(pk=order.pk)

    assert offers(order=begun, now=starts_at) == []
    with pytest.raises(TooLate):
        cancel_by_buyer(order=order, numbers=[1], back=Decimal("149.00"), now=starts_at)


def test_nothing_is_kept_of_what_was_called_off_before_the_run_came_by(
    stripe, now, roos
):
    order = make_bought_order(stripe, now)
    later = now + MONTH
    call_off(event=order.event, why="Geen zaal.", by=roos, now=later)
    order = Order.objects.with_pairs().get(pk=order.pk)

    [offer] = offers(order=order, now=later)
    [made] = cancel_by_buyer(order=order, numbers=[1], back=offer.back, now=later)

    assert (made.kept, made.refunded) == (Decimal(0), Decimal("149.00"))


def test_a_buyer_is_promised_no_more_than_is_left_after_a_kindness(
    client, stripe, now, time_machine
):
    time_machine.move_to(now)
    order = make_bought_order(stripe, now)
    payment, kindness = order.payments.get(), Decimal("49.00")
    owe_refund(payment=payment, reason="goodwill", amount=kindness, now=now)

    page = client.get(address(order, "annuleren/")).content.decode()
    with pytest.raises(Changed) as changed:
        cancel_by_buyer(order=order, numbers=[1], back=Decimal("149.00"), now=now)

    assert changed.value.back == Decimal("100.00")
    assert 'name="back" value="100.00"' in page
    assert "Daarvan kreeg je al terug" in page


def test_what_went_back_out_of_kindness_is_not_called_kept_when_all_goes_back(
    client, stripe, now, roos
):
    order = make_bought_order(stripe, now)
    payment, kindness = order.payments.get(), Decimal("49.00")
    owe_refund(payment=payment, reason="goodwill", amount=kindness, now=now)
    call_off(event=order.event, why="Brand.", by=roos, now=now)
    carry_on_calling_off(now=now)

    page = client.get(address(order)).text
    told = cancelled(Cancellation.objects.get()).body

    assert "Terug: €\xa0100,00, al eerder terug: €\xa049,00." in page
    assert "Al eerder terug: €\xa049,00" in told
    assert "ngehouden" not in page + told


def test_an_address_is_not_kept_in_what_stripe_was_asked(stripe, now):
    order = make_placed_order(now)
    abandon(order=order, now=now)

    forget(now=now + timedelta(days=15))

    assert "iris" not in str(Payment.objects.get().params)


def test_who_is_erased_is_erased_from_what_stripe_was_asked_too(stripe, now):
    order = make_bought_order(stripe, now)

    erase(email="IRIS@voorbeeld.example", now=order.event.ends_at)

    assert "iris" not in str(Payment.objects.get().params)


def test_an_event_moves_to_an_hour_before_its_deadline_for_cancelling(now, roos):
    """The deadline keeps its hour, and never comes after the beginning."""
    event = make_event()
    begins = event.starts_at
    Event.objects.filter(pk=event.pk).update(
        cancel_until=begins, cancel_free_until=begins
    )
    earlier = begins - timedelta(hours=2)
    to = When(earlier, event.ends_at, earlier)

    move_event(event=event, to=to, choose_until=earlier, why="Zaal.", by=roos, now=now)

    event.refresh_from_db()
    assert (event.cancel_until, event.cancel_free_until) == (earlier, earlier)


def test_who_paid_too_late_and_got_the_money_back_may_be_erased(now):
    order = make_paid_order(status=Order.Status.RETURNED)
    order.pairs.update(state="released", place=None)

    erase(email=order.buyer_email, now=now)

    assert "iris" not in Order.objects.values_list("buyer_email", flat=True).get()


def test_a_guest_on_age_for_another_day_is_not_exported_as_confirmed(now, roos):
    order = make_paid_order()
    make_guest(pair=order.pairs.get(), admitted=True, ground="age", sector=None)
    event, week = order.event, timedelta(days=7)
    [before] = orders_of(event)
    to = When(event.starts_at + week, event.ends_at + week, event.changes_until)

    move_event(
        event=event, to=to, choose_until=event.starts_at, why="Zaal.", by=roos, now=now
    )

    [after] = orders_of(Event.objects.get(pk=event.pk))
    assert (before["Gasten bevestigd"], after["Gasten bevestigd"]) == (1, 0)


def test_who_leaves_the_list_leaves_the_place_that_was_offered_too(now):
    ticket = make_sold_out(capacity=1)
    noor = make_waiting(ticket.event, "Noor")
    free_a_place(ticket.event)
    offer_places(now=now)

    leave(entry=WaitingEntry.objects.get(pk=noor.pk), now=now)

    order = WaitingEntry.objects.get(pk=noor.pk).order
    assert (order.status, order.buyer_name, order.buyer_email) == ("lapsed", "", "")


def test_who_was_at_the_bank_when_it_moved_may_choose_too(stripe, now, roos):
    order = make_placed_order(now)
    event, gap = order.event, timedelta(days=7)
    to = When(event.starts_at + gap, event.ends_at + gap, event.changes_until)
    until = now + timedelta(days=14)
    move_event(event=event, to=to, choose_until=until, why="Zaal.", by=roos, now=now)
    before = standing_of(event).silent
    stripe.pay(stripe.last_session)
    settle_last(order, now)

    after = standing_of(event).silent
    choose(choice=order.choices.get(), answer="refund", now=now)

    assert (before, after) == (0, 1)
    assert Order.objects.get().status == "cancelled"


def test_only_the_last_of_two_moves_says_until_when_a_buyer_chooses(
    client, now, roos, time_machine
):
    time_machine.move_to(now)
    order = make_paid_order()
    for days in (9, 3):
        event = Event.objects.get()
        gap = timedelta(days=days)
        to = When(event.starts_at + gap, event.ends_at + gap, event.changes_until)
        until = now + gap
        move_event(
            event=event, to=to, choose_until=until, why="Zaal.", by=roos, now=now
        )

    time_machine.move_to(now + timedelta(days=4))
    page = client.get(address(order)).content.decode()

    assert "Het evenement is verzet" not in page


def test_the_plain_form_moves_no_day_that_somebody_is_paying_for(stripe, now):
    event = make_placed_order(now).event
    event.starts_at += timedelta(days=1)
    event.ends_at += timedelta(days=1)

    with pytest.raises(FirstDayStands) as stands:
        save_event(event=event, now=now)

    assert stands.value.sold == 1
