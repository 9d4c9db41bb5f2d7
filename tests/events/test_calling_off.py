"""An event that does not happen: one run that gives everybody the money back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.models import Cancellation, Event, Order, Pair, Refund
from events.orders.places import NotOnSale
from events.orders.services import hold_places
from events.organiser.calling_off import services
from events.organiser.calling_off.services import (
    call_off,
    carry_on_calling_off,
    report_of,
)
from events.organiser.services import save_event
from events.payments.mail import confirmation
from home.mail.models import OwedMail
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event, make_paid_order, make_ticket
from tests.factories.payments import make_placed_order, settle_last

pytestmark = pytest.mark.django_db
WHY = "De zaal is afgebrand."


@pytest.fixture
def roos():
    return User.objects.create_user("roos")


def sold(event: Event) -> int:
    return Pair.objects.of_event(event).filter(state=Pair.State.SOLD).count()


def make_bought(now, stripe) -> Order:
    """Paid through Stripe."""
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    return order


def test_everybody_gets_all_of_it_back_once(now, stripe, roos):
    order = make_bought(now, stripe)
    event = order.event

    call_off(event=event, why=WHY, by=roos, now=now)
    for _ in range(2):
        carry_on_calling_off(now=now)

    refund, row = Refund.objects.get(), Cancellation.objects.get()
    assert (sold(event), refund.amount, row.kept) == (0, Decimal("149.00"), 0)
    assert (row.reason, row.note, row.by) == ("event", WHY, roos)
    assert Event.objects.get(pk=event.pk).sales_until == now
    assert Order.objects.get(pk=order.pk).status == Order.Status.CANCELLED


def test_the_run_goes_on_where_it_stopped(now, roos, monkeypatch):
    ticket = make_ticket()
    for _ in range(5):
        make_paid_order(ticket=ticket)
    call_off(event=ticket.event, why=WHY, by=roos, now=now)
    monkeypatch.setattr(services, "BATCH", 2)

    left = []
    for _ in range(4):
        carry_on_calling_off(now=now)
        left.append(report_of(ticket.event).left)

    assert left == [3, 1, 0, 0]
    assert Cancellation.objects.count() == 5


def test_an_order_that_fails_does_not_stop_those_behind_it(now, roos):
    ticket = make_ticket()
    broken, fine = make_paid_order(ticket=ticket), make_paid_order(ticket=ticket)
    call_off(event=ticket.event, why=WHY, by=roos, now=now)
    break_order(broken, now)

    carry_on_calling_off(now=now)

    assert Order.objects.get(pk=fine.pk).status == Order.Status.CANCELLED
    assert report_of(ticket.event).left == 1


def test_nothing_is_sold_from_that_moment_and_what_was_paid_later_goes_back(
    now, stripe, roos
):
    order = make_placed_order(now)
    call_off(event=order.event, why=WHY, by=roos, now=now)
    stripe.pay(stripe.last_session)
    settle_last(order, now + timedelta(minutes=5))

    with pytest.raises(NotOnSale):
        hold_places(ticket=order.pairs.get().ticket, pairs=1, now=now)
    carry_on_calling_off(now=now + timedelta(minutes=6))

    assert sold(order.event) == 0
    assert Refund.objects.get().amount == Decimal("149.00")


def test_who_pays_after_it_was_called_off_hears_one_thing(now, stripe, roos):
    """No confirmation first; whom the buyer named never heard of it."""
    order = make_placed_order(now)
    order.pairs.update(host_email="tom@voorbeeld.example")
    call_off(event=order.event, why=WHY, by=roos, now=now)
    later = now + timedelta(minutes=5)
    stripe.pay(stripe.last_session)
    settle_last(order, later)
    paid = Order.objects.get().status

    carry_on_calling_off(now=later)

    assert paid == "paid"
    owed = OwedMail.objects.values_list("kind", flat=True)
    assert list(owed) == ["events.cancelled"]


def test_a_confirmation_that_waited_is_not_sent_any_more(now, stripe, roos):
    order = make_bought(now, stripe)
    before = confirmation(order)

    call_off(event=order.event, why=WHY, by=roos, now=now)

    assert before is not None
    assert confirmation(Order.objects.get()) is None


def test_who_saves_the_event_at_that_moment_does_not_take_it_back(now, roos):
    event = make_event()
    read_before = Event.objects.get(pk=event.pk)
    call_off(event=event, why=WHY, by=roos, now=now)

    save_event(event=read_before, now=now)

    event = Event.objects.get()
    assert (event.called_off_at, event.called_off_why) == (now, WHY)
    assert event.called_off_by == roos


def test_another_event_keeps_its_orders(now, roos):
    called_off, other = make_paid_order(), make_paid_order()
    call_off(event=called_off.event, why=WHY, by=roos, now=now)

    carry_on_calling_off(now=now)

    assert sold(other.event) == 1


def break_order(order: Order, now) -> Order:
    """A row that should not be there makes that it cannot be cancelled."""
    Cancellation.objects.create(
        pair=order.pairs.get(),
        reason="event",
        price=149,
        kept=149,
        refunded=0,
        cancelled_at=now,
    )
    return order


def test_orders_that_fail_hold_up_nobody_and_are_tried_again_later(
    now, roos, monkeypatch
):
    monkeypatch.setattr(services, "BATCH", 2)
    ticket = make_ticket()
    orders = [make_paid_order(ticket=ticket) for _ in range(6)]
    broken = [break_order(order, now) for order in orders[:4]]
    call_off(event=ticket.event, why=WHY, by=roos, now=now)

    tried = []
    for minute in range(4):
        carry_on_calling_off(now=now + timedelta(minutes=minute))
        report = report_of(ticket.event)
        tried.append((report.left, len(report.stuck.first)))
    Cancellation.objects.filter(pair__order__in=broken).delete()
    carry_on_calling_off(now=now + timedelta(minutes=9))
    too_soon = report_of(ticket.event).left
    for minute in (11, 12):
        carry_on_calling_off(now=now + timedelta(minutes=minute))

    assert tried == [(6, 2), (6, 4), (4, 4), (4, 4)]
    assert too_soon == 4
    report = report_of(ticket.event)
    assert (report.left, report.stuck.first) == (0, [])


# The page


@pytest.fixture
def event():
    return make_event(name="Hackathon")


@pytest.fixture
def desk(client, event, time_machine, now):
    time_machine.move_to(now)
    client.force_login(make_organiser("milan", event))
    return client


def post(desk, event, **changes):
    values = {"why": WHY, "name": "hackathon"} | changes
    return desk.post(reverse("organiser_events:call_off", args=[event.pk]), values)


def test_the_name_is_typed_before_and_the_report_stands_there_after(desk, event):
    make_paid_order(ticket=make_ticket(event=event), pairs=2)

    wrong = post(desk, event, name="Iets anders")
    before = sold(event)
    post(desk, event)
    carry_on_calling_off(now=event.starts_at)
    page = desk.get(reverse("organiser_events:call_off", args=[event.pk]))

    assert wrong.context["form"].errors == {"name": ["De naam is: Hackathon."]}
    assert before == 2
    assert "2 duo’s in 1 bestelling" in page.content.decode()
    assert WHY in page.content.decode()


def test_the_report_names_the_orders_that_do_not_go(desk, event, now, monkeypatch):
    monkeypatch.setattr(services, "SHOWN", 2)
    ticket = make_ticket(event=event)
    broken = [break_order(make_paid_order(ticket=ticket), now) for _ in range(3)]
    post(desk, event)

    carry_on_calling_off(now=now)

    page = desk.get(reverse("organiser_events:call_off", args=[event.pk])).text
    shown = [order.reference in page for order in broken]
    assert (shown, "en nog 1" in page) == ([True, True, False], True)


def test_an_event_that_was_is_not_called_off(client, now):
    over = make_event(starts_at=now - timedelta(days=3), name="Hackathon")
    client.force_login(make_organiser("milan", over))

    response = post(client, over)

    assert response.context["form"].errors == {
        "__all__": ["Dit evenement is al geweest."]
    }


def test_anothers_event_is_not_found(desk):
    assert post(desk, make_event()).status_code == 404
