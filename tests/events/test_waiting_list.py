"""The waiting list: what comes free is offered in order, and nobody overtakes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from events.models import DuoTicket, Order, Pair, WaitingEntry
from events.orders.places import SoldOut
from events.orders.services import (
    HOLD,
    confirm,
    hold_again,
    hold_instead,
    hold_places,
    release,
)
from events.organiser.services import remove_ticket
from events.waiting_list import retention
from events.waiting_list.place_in_line import place_in_line
from events.waiting_list.rules import offer_until
from events.waiting_list.services import (
    ListClosed,
    NotNeeded,
    join,
    join_again,
    leave,
    offer_places,
    put_first,
)
from home.mail.models import OwedMail
from tests.factories.events import make_event, make_paid_order, make_ticket
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting, owed

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HOUR = timedelta(hours=1)


@pytest.fixture
def ticket():
    return make_sold_out()


@pytest.fixture
def event(ticket):
    return ticket.event


def states() -> list[tuple[str, str]]:
    return list(WaitingEntry.objects.order_by("pk").values_list("name", "state"))


def pay(order, now):
    """As a settled payment does."""
    Order.objects.filter(pk=order.pk).update(buyer_email="noor@wacht.example")
    return confirm(order=order, now=now)


@pytest.mark.parametrize(
    ("before", "hours"),
    [(90 * 24, 24), (96, 24), (48, 12), (20, 5), (1, 1), (0.5, 1)],
)
def test_an_offer_stands_shorter_when_the_day_is_near(before, hours):
    ticket = make_ticket()
    now = ticket.event.starts_at - before * HOUR

    assert offer_until(ticket.event, ticket, now) == now + hours * HOUR


@pytest.mark.parametrize(
    ("hour", "until"), [(21, 23), (22, 8 + 24 + 2), (2, 8 + 2), (7, 8 + 2), (8, 10)]
)
def test_the_hours_of_the_night_do_not_count(hour, until):
    """Eight hours before the event an offer stands for two, and nobody sleeps in."""
    ticket = make_ticket()
    midnight = datetime(2026, 12, 2, tzinfo=AMSTERDAM)
    now = midnight + hour * HOUR
    ticket.event.starts_at, ticket.event.ends_at = now + 8 * HOUR, now + 20 * HOUR

    assert offer_until(ticket.event, ticket, now) == midnight + until * HOUR


def test_a_type_that_is_removed_leaves_who_waited_for_it_in_line(event, now):
    extra = make_ticket(event=event, name="Vroeg")
    entry = make_waiting(event, ticket=extra)

    remove_ticket(ticket=extra)

    entry.refresh_from_db()
    assert (entry.state, entry.ticket) == ("waiting", None)


def test_an_offer_of_this_very_moment_is_passed_on_by_who_leaves(event, now):
    """The page was opened while the entry was still in line."""
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    free_a_place(event)
    offer_places(now=now)

    leave(entry=entry, now=now)
    offer_places(now=now)

    assert states() == [("", "left"), ("Bram", "offered")]


def test_an_offer_never_outlives_the_sale():
    ticket = make_ticket()
    now = ticket.event.starts_at - 30 * 24 * HOUR
    ticket.event.sales_until = now + 3 * HOUR

    assert offer_until(ticket.event, ticket, now) == now + 3 * HOUR


def test_a_place_that_comes_free_goes_to_who_waited_longest(event, now):
    first, second = make_waiting(event, "Noor"), make_waiting(event, "Bram")
    free_a_place(event)

    offer_places(now=now)
    offer_places(now=now)

    first.refresh_from_db()
    assert states() == [("Noor", "offered"), ("Bram", "waiting")]
    assert (first.order.status, first.order.held_until) == ("held", now + 24 * HOUR)
    assert (first.order.buyer_name, first.order.buyer_email) == ("Noor", first.email)
    assert first.order.pairs.get().place is not None
    assert (owed("events.offer"), place_in_line(second)) == (1, 1)


def test_nothing_is_offered_while_everything_is_taken(event, now):
    make_waiting(event)

    assert offer_places(now=now) == 0


def test_the_public_sale_does_not_overtake_the_list(ticket, event, now):
    """Between the moment a place comes free and the offer, nobody gets in."""
    make_waiting(event)
    free_a_place(event)

    with pytest.raises(SoldOut) as refusal:
        hold_places(ticket=ticket, pairs=1, now=now)

    assert refusal.value.left == 0


def test_who_let_a_hold_lapse_stands_behind_the_list(now):
    ticket = make_ticket(event=make_event(capacity=1))
    order = hold_places(ticket=ticket, pairs=1, now=now)
    release(order=order)
    make_waiting(ticket.event)

    with pytest.raises(SoldOut):
        hold_again(order=order, now=now)


def test_more_pairs_in_one_order_do_not_pass_the_list_either(now):
    ticket = make_ticket(event=make_event(capacity=2))
    order = hold_places(ticket=ticket, pairs=1, now=now)
    make_waiting(ticket.event)

    with pytest.raises(SoldOut):
        hold_instead(order=order, ticket=ticket, pairs=2, now=now)

    assert hold_instead(order=order, ticket=ticket, pairs=1, now=now) == order


def test_when_everybody_on_the_list_has_an_offer_the_rest_is_for_sale(now):
    ticket = make_sold_out(capacity=3)
    make_waiting(ticket.event)
    for _ in range(2):
        free_a_place(ticket.event)
    offer_places(now=now)

    hold_places(ticket=ticket, pairs=1, now=now)

    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now)


def test_who_comes_back_from_the_bank_still_has_the_offer(ticket, event, now):
    """Stripe's back link frees the place; the list and the sale leave it alone."""
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    free_a_place(event)
    offer_places(now=now)
    entry.refresh_from_db()
    release(order=entry.order)
    offer_places(now=now + HOUR)
    with pytest.raises(SoldOut):
        hold_places(ticket=ticket, pairs=1, now=now + HOUR)

    order = hold_again(order=entry.order, now=now + HOUR)

    assert (order.status, order.held_until) == ("held", now + 24 * HOUR)
    assert states() == [("Noor", "offered"), ("Bram", "waiting")]


def test_an_offer_that_lapsed_goes_to_the_next(event, now):
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    free_a_place(event)
    offer_places(now=now)

    offer_places(now=now + 24 * HOUR)

    entry.refresh_from_db()
    assert states() == [("Noor", "lapsed"), ("Bram", "offered")]
    assert entry.order.status == "lapsed"
    assert (owed("events.offer"), owed("events.offer_lapsed")) == (2, 1)


def test_who_is_filling_in_when_the_offer_ends_may_finish(event, now):
    """WCAG 2.2.1: more time was asked for, and given."""
    make_waiting(event)
    free_a_place(event)
    offer_places(now=now)
    end = now + 24 * HOUR
    Order.objects.filter(status="held").update(held_until=end + HOLD)

    offer_places(now=end)
    during = states()
    offer_places(now=end + HOLD)

    assert (during, states()) == ([("Noor", "offered")], [("Noor", "lapsed")])


def test_who_buys_is_off_the_list(event, now):
    entry = make_waiting(event)
    free_a_place(event)
    offer_places(now=now)
    entry.refresh_from_db()
    pay(entry.order, now)

    offer_places(now=now)

    assert states() == [("Noor", "bought")]
    assert event.orders.filter(status="paid").count() == 1


def test_leaving_is_being_forgotten_and_passes_the_place_on(event, now):
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    free_a_place(event)
    offer_places(now=now)
    entry.refresh_from_db()

    leave(entry=entry, now=now)
    leave(entry=entry, now=now)
    offer_places(now=now)

    assert states() == [("", "left"), ("Bram", "offered")]
    assert WaitingEntry.objects.get(state="left").email == ""


def test_who_leaves_after_paying_keeps_the_place(event, now):
    entry = make_waiting(event)
    free_a_place(event)
    offer_places(now=now)
    entry.refresh_from_db()
    pay(entry.order, now)

    leave(entry=entry, now=now)

    assert states() == [("Noor", "bought")]
    assert Pair.objects.filter(order=entry.order, state="sold").count() == 1


def test_who_paid_too_late_stands_first(event, now):
    """Rule 8; one entry a pair, and no second mail about the same."""
    make_waiting(event)
    late = Order.objects.create(
        event=event,
        buyer_name="Kees",
        buyer_email="Kees@laat.example",
        status="returned",
        held_until=now,
        created_at=now,
        paid_at=now,
    )
    sold = event.tickets.get()
    for number in (1, 2):
        Pair.objects.create(
            order=late, number=number, ticket=sold, state="released", price=149
        )

    put_first(order=late, now=now)
    free_a_place(event)
    offer_places(now=now)

    assert states() == [("Noor", "waiting"), ("Kees", "offered"), ("Kees", "waiting")]
    assert owed("events.waiting") == 2


def test_one_address_stands_on_a_list_once(event, now):
    first = join(event=event, ticket=None, name="Noor", email="N@x.example", now=now)
    later = now + timedelta(minutes=10)
    again = join(event=event, ticket=None, name="Noor", email="n@X.example", now=later)

    assert again == first
    assert owed("events.waiting") == 2  # the second has the link again
    with pytest.raises(IntegrityError), transaction.atomic():
        make_waiting(event, email="n@x.example")


def test_nobody_waits_for_what_can_be_bought(now):
    ticket = make_ticket(event=make_event(capacity=1))
    asked = {"event": ticket.event, "ticket": None, "name": "N", "email": "n@x.example"}

    with pytest.raises(NotNeeded):
        join(now=now, **asked)
    with pytest.raises(ListClosed):
        join(now=ticket.event.ends_at, **asked)


def test_a_type_without_room_is_passed_over_and_holds_nobody_up(now):
    event = make_event(capacity=2)
    small, large = make_ticket(event=event, capacity=1), make_ticket(event=event)
    make_paid_order(ticket=small)
    make_paid_order(ticket=large)
    make_waiting(event, "Noor", ticket=small)
    make_waiting(event, "Bram", ticket=large)
    Pair.objects.filter(ticket=large).update(state="cancelled", place=None)

    offer_places(now=now)

    assert states() == [("Noor", "waiting"), ("Bram", "offered")]
    event.refresh_from_db()
    Pair.objects.filter(ticket=large).update(state="released", place=None)
    assert hold_places(ticket=large, pairs=1, now=now).status == "held"


def test_who_let_an_offer_go_may_stand_at_the_end_again(event, now):
    entry = make_waiting(event, is_first=True)
    make_waiting(event, "Bram")
    free_a_place(event)
    offer_places(now=now)
    offer_places(now=now + 24 * HOUR)

    for _ in range(2):
        join_again(entry=entry, now=now + 25 * HOUR)

    entry.refresh_from_db()
    assert states() == [("Noor", "waiting"), ("Bram", "offered")]
    assert (entry.order, entry.offer_until, entry.is_first) == (None, None, False)


def test_nobody_stands_in_the_line_twice(event, now):
    """Nor again after leaving it."""
    entry, gone = make_waiting(event), make_waiting(event, "Bram", state="left")
    free_a_place(event)
    offer_places(now=now)
    offer_places(now=now + 24 * HOUR)
    make_waiting(event)

    for each in (entry, gone):
        join_again(entry=each, now=now + 25 * HOUR)

    assert states() == [("Noor", "lapsed"), ("Bram", "left"), ("Noor", "waiting")]


def test_waiting_for_a_closed_sale_is_waiting_for_nothing(ticket, event, now):
    make_waiting(event)
    free_a_place(event)
    DuoTicket.objects.filter(pk=ticket.pk).update(sales_until=now)

    assert offer_places(now=now) == 0
    assert states() == [("Noor", "waiting")]


def test_a_long_list_takes_as_many_statements_as_a_short_one(
    event, now, django_assert_max_num_queries
):
    for number in range(40):
        make_waiting(event, f"Noor{number}")

    with django_assert_max_num_queries(12):  # nothing is free
        offer_places(now=now)


def test_the_list_is_forgotten_after_the_event(event):
    make_waiting(event)
    over = event.ends_at + retention.WAITED

    assert retention.forget(now=over - timedelta(seconds=1)) == 0
    assert retention.forget(now=over) == 1


def test_who_asks_again_gets_the_link_again_once_in_ten_minutes(event, now):
    who = {"ticket": None, "name": "Noor", "email": "noor@wacht.example"}
    minutes = [0, 54, 56, 75, 95]  # after five past two: 56 is another hour

    for minute in minutes:
        join(event=event, now=now + timedelta(minutes=minute), **who)

    mails = OwedMail.objects.filter(kind="events.waiting").order_by("not_before")
    assert [(mail.not_before - now) / timedelta(minutes=1) for mail in mails] == [
        *(0, 54, 75, 95)
    ]
