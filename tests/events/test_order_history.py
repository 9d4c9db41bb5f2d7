"""One order with its whole history: who, what and when, from the rows themselves."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.urls import reverse

from events.door.services import check_in, undo
from events.guests.services import By, decline, hand_over, invite, replace_guest
from events.models import Act, Order
from events.organiser import reports
from events.organiser.filters import ATTENTION, needing_attention
from events.organiser.one_order.history import history_of
from events.payments.elsewhere import follow_dispute
from tests.factories.events import (
    AMSTERDAM,
    make_event,
    make_guest,
    make_paid_order,
    make_ticket,
)
from tests.factories.money import make_bought_order
from tests.factories.payments import make_placed_order, settle_last

pytestmark = pytest.mark.django_db


def told(order: Order) -> list[tuple[str, str]]:
    """Who and what, oldest first."""
    fresh = reports.with_history(Order.objects.all()).get(pk=order.pk)
    return [(line.who, line.what) for line in history_of(fresh)]


def test_a_purchase_tells_itself(now, stripe, mailoutbox):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now + timedelta(minutes=2))

    lines = [line for line in told(order) if "mail" not in line[1]]

    assert lines[:6] == [
        ("de koper", "begon met bestellen"),
        ("de koper", "ging akkoord met de voorwaarden"),
        ("de koper", "begon €\u00a0149,00 te betalen"),
        ("de koper of de gastheer", "noemde Daan Okafor als gast bij duo 1"),
        ("de site", "verkocht: de plaatsen staan vast"),
        ("Stripe", "€\u00a0149,00: betaald"),
    ]
    assert lines[6][1].startswith("factuur F2026-")


def test_a_payment_after_its_time_tells_that_the_places_were_still_there(now, stripe):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now + timedelta(hours=2))

    assert (
        "de site",
        "verkocht: na de tijd betaald, en de plaatsen waren er nog",
    ) in told(order)


def test_a_dispute_and_its_end_are_told(now, stripe, client):
    order = make_bought_order(stripe, now, method="card")
    found = stripe.open_dispute(order.payments.get().intent_id)["id"]
    follow_dispute(stripe_id=found, now=now)
    stripe.close_dispute(found, won=False)
    follow_dispute(stripe_id=found, now=now + timedelta(days=9))
    client.force_login(User.objects.create_superuser("beheer"))

    page = client.get(reverse("organiser_orders:inspect", args=[order.pk])).text

    disputed = [what for who, what in told(order) if "betwist" in what]
    assert disputed == [
        "de kaarthouder betwist €\u00a0149,00",
        "terugbetaling van €\u00a0149,00 (betwisting verloren); nu: terugbetaald",
        "betwisting van €\u00a0149,00: verloren",
    ]
    assert "€\u00a0149,00 betwist: verloren" in page


def test_what_happens_to_the_people_of_a_pair_is_told(now):
    order = make_paid_order()
    pair = order.pairs.get()
    invite(pair=pair, name="Daan", email="daan@voorbeeld.example", now=now)
    later = now + timedelta(minutes=1)
    guest = replace_guest(
        pair=pair, name="Kim", email="kim@voorbeeld.example", by=By.HOST, now=later
    )
    decline(guest=guest, now=now + timedelta(minutes=2))
    hand_over(
        pair=pair,
        name="Tom",
        email="tom@voorbeeld.example",
        by=By.HOST,
        now=now + timedelta(minutes=3),
    )

    people = [line for line in told(order) if "mail" not in line[1]][2:]

    assert people == [
        ("de koper of de gastheer", "noemde Daan als gast bij duo 1"),
        ("de koper of de gastheer", "verving Daan bij duo 1"),
        ("de koper of de gastheer", "noemde iemand als gast bij duo 1"),
        ("de gast", "zei af bij duo 1; de gegevens zijn gewist"),
        ("de gastheer", "gaf de plaats van Iris de Wit als gastheer van duo 1 door"),
    ]


def test_the_door_is_told_with_who_stood_there(now):
    steward = User.objects.create_user("roos", first_name="Roos", last_name="Timmer")
    order = make_paid_order()
    pair = order.pairs.select_related("order__event").get()
    check_in(pair=pair, code=pair.host_code, proof_seen=False, by=steward, now=now)
    undo(pair=pair, code=pair.host_code, now=now + timedelta(minutes=1))

    assert told(order)[2:] == [
        ("Roos Timmer", "liet de gastheer van duo 1 binnen"),
        ("de deur", "het binnenlaten van de gastheer van duo 1 is terug"),
    ]


def test_an_act_gives_its_name_to_what_it_did_at_that_moment(now):
    roos = User.objects.create_user("roos")
    order = make_paid_order()
    make_guest(pair=order.pairs.get(), created_at=now)
    Act.objects.create(
        order=order, pair=order.pairs.get(), what="guest_named", by=roos, at=now
    )

    assert told(order)[2:] == [
        ("roos", "noemde Daan Okafor als gast bij duo 1"),
        ("roos", "gast genoemd, duo 1"),
    ]


def test_who_left_is_still_somebody(now):
    order = make_paid_order()
    Act.objects.create(order=order, what="note", text="Belt terug.", at=now)

    assert told(order)[-1] == ("iemand die hier niet meer werkt", "notitie")


def test_a_note_says_something(now):
    order = make_paid_order()

    with pytest.raises(IntegrityError, match="act_note"), transaction.atomic():
        Act.objects.create(order=order, what="note", at=now)


# What needs attention


@pytest.fixture
def found(now):
    """The orders with this loose end, at this moment or later."""

    def find(what: str, *, at: datetime = now) -> list[Order]:
        return list(needing_attention(Order.objects.order_by("pk"), what, at))

    return find


def test_each_kind_of_loose_end_finds_its_orders(found):
    complete, no_host, no_guest, unconfirmed, moved = (
        make_paid_order(ticket=make_ticket()) for _ in range(5)
    )
    make_guest(pair=complete.pairs.get(), admitted=True)
    no_host.pairs.update(host_name="", host_email="")
    make_guest(pair=no_host.pairs.get(), admitted=True)
    make_guest(pair=unconfirmed.pairs.get())
    make_guest(pair=moved.pairs.get(), admitted=True, ground="age", sector=None)
    later = moved.event.starts_at + timedelta(days=1)
    type(moved.event).objects.filter(pk=moved.event_id).update(
        starts_at=later, ends_at=later + timedelta(hours=8)
    )

    assert {what: found(what) for what in ATTENTION} == {
        "any": [no_host, no_guest, unconfirmed, moved],
        "no_host": [no_host],
        "no_guest": [no_guest],
        "unconfirmed": [unconfirmed],
        "ask_again": [moved],
        "same_domain": [],
        "payment": [],
        "refund": [],
    }


def test_when_the_event_is_over_only_money_asks_for_attention(found):
    order = make_paid_order()
    make_guest(pair=order.pairs.get())
    order.pairs.update(host_name="", host_email="")

    over = order.event.ends_at

    assert [found("any"), found("any", at=over)] == [[order], []]


def test_a_day_is_a_day_in_amsterdam(found):
    """23.30 in Utrecht is the day before in Greenwich, or the other way round."""
    starts_at = datetime(2027, 3, 10, 0, 30, tzinfo=AMSTERDAM)
    order = make_paid_order(ticket=make_ticket(event=make_event(starts_at=starts_at)))
    make_guest(pair=order.pairs.get(), admitted=True, ground="age", sector=None)

    assert found("ask_again") == []


def test_the_list_takes_the_filter(client):
    client.force_login(User.objects.create_superuser("beheer"))
    order = make_paid_order()

    lists = {
        what: client.get(reverse("organiser_orders:index"), {"attention": what})
        for what in ("no_guest", "no_host", "onzin")
    }

    assert {
        what: list(page.context["object_list"]) for what, page in lists.items()
    } == {
        "no_guest": [order],
        "no_host": [],
        "onzin": [order],
    }
