"""How few places an event or a type can have: never fewer than were promised."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.checkout.answers import Buyer
from events.models import Order, WaitingEntry
from events.orders.capacity import InUse, PlacesTaken, TypeTaken, set_capacity
from events.orders.places import SoldOut
from events.orders.services import hold_again, hold_instead, hold_places
from events.organiser.one_order.made_by_hand import give_pairs
from events.organiser.services import save_ticket
from events.vouchers.services import NeedsCode, NoRoom
from events.waiting_list.services import offer_places
from tests.events import test_voucher_pages
from tests.events.test_organiser import change, errors_of, ticket_form
from tests.factories.events import (
    make_event,
    make_event_page,
    make_paid_order,
    make_ticket,
    make_voucher,
)
from tests.factories.waiting import make_offer_without_a_place, make_waiting

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def desk(client, time_machine, now):
    time_machine.move_to(now)
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def last_of_its_type(now) -> tuple[WaitingEntry, dict]:
    """Offered, while the hall has room for others; with fields for another type."""
    event = make_event(capacity=10)
    capped = make_ticket(event=event, capacity=1)
    return make_offer_without_a_place(capped, now), {"event": event, "name": "Ander"}


def test_capacity_never_shrinks_below_what_is_taken(now):
    event = make_event(capacity=5)
    hold_places(ticket=make_ticket(event=event), pairs=3, now=now)

    with pytest.raises(PlacesTaken) as refusal:
        set_capacity(event=event, capacity=2, now=now)
    set_capacity(event=event, capacity=3, now=now)

    event.refresh_from_db()
    assert refusal.value.in_use == InUse(held=3)
    assert (event.capacity, event.places.count()) == (3, 3)


def test_a_hall_that_grows_gets_the_missing_places(now):
    event = make_event(capacity=2)

    set_capacity(event=event, capacity=4, now=now)

    assert sorted(event.places.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_who_walked_away_from_the_form_keeps_no_hall_large(now):
    event = make_event(capacity=5)
    hold_places(ticket=make_ticket(event=event), pairs=3, now=now - DAY)

    set_capacity(event=event, capacity=1, now=now)

    assert event.places.count() == 1


def test_a_smaller_hall_takes_no_place_that_was_offered_to_who_waits(now):
    """Also while its order has lapsed: who comes back from Stripe finds the offer."""
    ticket = make_ticket(event=make_event(capacity=5))
    make_paid_order(ticket=ticket)
    entry = make_offer_without_a_place(ticket, now)

    with pytest.raises(PlacesTaken) as refusal:
        set_capacity(event=ticket.event, capacity=1, now=now)
    set_capacity(event=ticket.event, capacity=2, now=now)

    assert refusal.value.in_use == InUse(sold=1, offered=1)
    assert hold_again(order=entry.order, now=now).status == Order.Status.HELD


def test_an_offer_that_is_over_keeps_no_hall_large(now):
    ticket = make_ticket(event=make_event(capacity=5))
    make_offer_without_a_place(ticket, now)

    set_capacity(event=ticket.event, capacity=1, now=now)
    make_voucher(ticket.event, now + DAY, most=1, keeps_places=True)

    assert ticket.event.places.get().pool


def test_a_lower_cap_takes_no_pair_that_was_offered_to_who_waits(now):
    ticket = make_ticket(event=make_event(capacity=5))
    make_paid_order(ticket=ticket)
    entry = make_offer_without_a_place(ticket, now)

    ticket.capacity = 1
    with pytest.raises(TypeTaken) as refusal:
        save_ticket(ticket=ticket, now=now)
    ticket.capacity = 2
    save_ticket(ticket=ticket, now=now)

    assert refusal.value.in_use == InUse(sold=1, offered=1)
    assert hold_again(order=entry.order, now=now).status == Order.Status.HELD


def test_a_type_that_asks_a_code_from_now_on_asks_none_of_who_was_offered_it(now):
    ticket = make_ticket(event=make_event(capacity=5))
    entry = make_offer_without_a_place(ticket, now)
    ticket.only_with_code = True
    save_ticket(ticket=ticket, now=now)

    with pytest.raises(NeedsCode):
        hold_places(ticket=ticket, pairs=1, now=now)
    assert hold_again(order=entry.order, now=now).status == Order.Status.HELD


def test_nobody_gets_the_last_pair_of_a_type_that_was_offered_to_who_waits(now):
    entry, other = last_of_its_type(now)
    capped = entry.order.pairs.get().ticket
    someone = hold_places(ticket=make_ticket(**other), pairs=1, now=now)
    why = {"why": "spreker", "by": User.objects.create_user("roos"), "now": now}

    with pytest.raises(SoldOut):
        hold_places(ticket=capped, pairs=1, now=now)
    with pytest.raises(SoldOut):
        hold_instead(order=someone, ticket=capped, pairs=1, now=now)
    with pytest.raises(SoldOut):
        give_pairs(ticket=capped, pairs=1, to=Buyer("Jo", "jo@x.example"), **why)

    assert hold_again(order=entry.order, now=now).status == Order.Status.HELD


def test_a_pair_that_was_offered_is_offered_to_nobody_else_and_stops_nobody(now):
    entry, other = last_of_its_type(now)
    make_waiting(entry.event, "Bram", ticket=entry.order.pairs.get().ticket)
    make_waiting(entry.event, "Jip", ticket=make_ticket(**other))

    offer_places(now=now)

    states = WaitingEntry.objects.order_by("pk").values_list("name", "state")
    assert list(states) == [
        ("Noor", "offered"),
        ("Bram", "waiting"),
        ("Jip", "offered"),
    ]


def test_the_page_offers_no_pair_that_was_offered_to_who_waits(now, time_machine):
    time_machine.move_to(now)
    entry, other = last_of_its_type(now)
    make_ticket(**other)
    page = make_event_page(event=entry.event)

    left = {choice.ticket.name: choice.left for choice in page.sale.choices}

    assert left == {"Duoticket": 0, "Ander": 9}


def test_the_organiser_reads_how_small_the_hall_can_be_and_why(desk, now):
    event = make_event(capacity=10)
    ticket = make_ticket(event=event)
    make_paid_order(ticket=ticket, pairs=2)
    make_offer_without_a_place(ticket, now)
    hold_places(ticket=ticket, pairs=1, now=now)
    make_voucher(event, now, most=3, keeps_places=True)

    answer = change(desk, event, capacity=6)
    fits = change(desk, event, capacity=7)

    assert errors_of(answer) == {
        "capacity": [
            "Minder dan 7 kan niet: 2 verkocht, 1 vastgehouden, 1 aangeboden aan wie "
            "op de wachtlijst staat en 3 apart gehouden voor een code."
        ]
    }
    assert (errors_of(fits), event.places.count()) == ({}, 7)


def test_what_was_offered_counts_as_offered_while_its_order_holds_it(desk, now):
    event = make_event(capacity=2)
    make_ticket(event=event)
    make_waiting(event)
    make_waiting(event, "Bram")
    offer_places(now=now)

    answer = change(desk, event, capacity=1)

    assert errors_of(answer)["capacity"] == [
        "Minder dan 2 kan niet: 2 aangeboden aan wie op de wachtlijst staat."
    ]


def test_the_organiser_reads_how_low_a_cap_can_be_and_why(desk, now):
    ticket = make_ticket(event=make_event(capacity=10), capacity=5)
    make_paid_order(ticket=ticket)
    make_offer_without_a_place(ticket, now)

    address = reverse("organiser_tickets:edit", args=[ticket.pk])
    answer = desk.post(address, ticket_form(ticket, capacity=1))

    assert errors_of(answer)["capacity"] == [
        "Minder dan 2 van deze soort kan niet: 1 verkocht en 1 aangeboden aan wie op "
        "de wachtlijst staat."
    ]


def test_a_code_keeps_no_place_of_an_offer_that_grew_to_two_pairs(now):
    ticket = make_ticket(event=make_event(capacity=3))
    entry = make_offer_without_a_place(ticket, now)
    hold_again(order=entry.order, now=now)
    hold_instead(order=entry.order, ticket=ticket, pairs=2, now=now)
    entry.order.pairs.update(state="released", place=None)
    Order.objects.update(status="lapsed")

    with pytest.raises(NoRoom) as refusal:
        make_voucher(ticket.event, now, most=2, keeps_places=True)

    assert (refusal.value.left, refusal.value.offered) == (1, 2)


def test_the_organiser_reads_what_of_the_free_places_was_offered(desk, now):
    ticket = make_ticket(event=make_event(capacity=3))
    make_offer_without_a_place(ticket, now)
    code = {"most": "3", "keeps_places": "on"}
    gift = {"ticket": ticket.pk, "pairs": 3, "why": "spreker", "name": "Jo"}
    gift |= {"email": "jo@x.example"}

    typed = test_voucher_pages.filled_in(ticket.event, **code)
    kept = desk.post(reverse("organiser_vouchers:add"), typed)
    given = desk.post(reverse("organiser_orders:add"), gift)

    assert errors_of(kept)["most"] == [
        "Er zijn nog maar 2 plaatsen vrij om apart te houden. Er is 1 aangeboden aan "
        "wie op de wachtlijst staat."
    ]
    assert errors_of(given)["pairs"] == [
        "Er zijn nog 2 plaatsen. Nog 1 is aangeboden aan wie op de wachtlijst staat."
    ]
