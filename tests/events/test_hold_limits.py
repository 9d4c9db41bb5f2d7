"""How much one visitor may keep from others, with or without cookies."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory

from events.models import Order
from events.orders.rules import most_held_by_one
from events.orders.services import (
    HOLD,
    OthersFirst,
    TooManyHeld,
    confirm,
    extend,
    free_lapsed_holds,
    hold_again,
    hold_places,
    release,
)
from home.throttle import address_key
from tests.factories.checkout import ANSWERS, address, hold
from tests.factories.events import make_event, make_event_page, make_ticket

MINUTE = timedelta(minutes=1)


def key(address: str) -> str:
    return address_key(RequestFactory().get("/", REMOTE_ADDR=address), "hold")


@pytest.mark.parametrize(
    ("capacity", "most"), [(1, 10), (40, 10), (60, 15), (400, 100)]
)
def test_how_many_pairs_one_address_may_hold(capacity, most):
    assert most_held_by_one(capacity) == most


def test_an_address_is_known_again_and_cannot_be_read():
    assert key("203.0.113.7") == key("203.0.113.7")
    assert key("203.0.113.7") != key("203.0.113.8")
    assert "203" not in key("203.0.113.7")


def test_who_has_a_whole_network_is_still_one_visitor():
    assert key("2001:db8:1:2::1") == key("2001:db8:1:2:ffff::9")
    assert key("2001:db8:1:2::1") != key("2001:db8:1:3::1")


@pytest.mark.django_db
def test_one_address_holds_a_quarter_of_the_hall_and_no_more(now):
    ticket = make_ticket(event=make_event(capacity=60))
    for _ in range(3):
        hold_places(ticket=ticket, pairs=5, now=now, by="one")

    with pytest.raises(TooManyHeld):
        hold_places(ticket=ticket, pairs=1, now=now, by="one")
    hold_places(ticket=ticket, pairs=5, now=now, by="another")

    assert Order.objects.count() == 4


@pytest.mark.django_db
@pytest.mark.parametrize("ends", ["lapsed", "released", "sold"])
def test_what_is_no_longer_held_does_not_count(now, ends):
    """A company that pays order after order is not in its own way."""
    ticket = make_ticket(event=make_event(capacity=60))
    orders = [hold_places(ticket=ticket, pairs=5, now=now, by="firm") for _ in range(3)]
    for order in orders:
        if ends == "released":
            release(order=order)
        elif ends == "sold":
            Order.objects.filter(pk=order.pk).update(
                buyer_email="iris@voorbeeld.example"
            )
            confirm(order=order, now=now)
    later = now + HOLD if ends == "lapsed" else now

    hold_places(ticket=ticket, pairs=5, now=later, by="firm")

    assert sorted(Order.objects.values_list("held_by", flat=True)) == [
        "",
        "",
        "",
        "firm",
    ]


@pytest.mark.django_db
def test_the_database_forgets_the_address_with_the_hold(now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now, by="one")

    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(status="lapsed")


@pytest.mark.django_db
def test_a_client_without_cookies_is_stopped_by_its_address(stripe):
    ticket = make_ticket(event=make_event_page().event)

    answers = [hold(Client(), ticket, pairs=5) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert "Vanaf jouw verbinding wordt al veel vastgehouden" in answers[3].text


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["more_time", "use_code", "agreed"])
def test_what_lapsed_and_is_held_again_counts_for_the_address(client, stripe, how):
    ticket = make_ticket(event=make_event_page().event)
    hold(client, ticket)
    lapsed = Order.objects.get()
    Order.objects.update(held_until=lapsed.created_at)
    for _ in range(3):
        hold(Client(), ticket, pairs=5)

    answer = client.post(address(lapsed, "gegevens/"), ANSWERS | {how: "on"})

    assert answer.status_code == 429
    assert Order.objects.get(pk=lapsed.pk).status == "lapsed"


@pytest.mark.django_db
def test_coming_back_again_and_again_lets_others_first(now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    moment = now
    for _ in range(10):
        moment += HOLD
        order = hold_again(order=order, now=moment)

    moment += HOLD
    with pytest.raises(OthersFirst) as refusal:
        hold_again(order=order, now=moment)
    order = hold_again(order=order, now=refusal.value.opens_at)

    assert refusal.value.opens_at == moment + HOLD
    assert (order.status, order.extensions) == ("held", 0)


@pytest.mark.django_db
def test_more_time_and_coming_back_come_out_of_the_same_ten(now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    for _ in range(10):
        order = extend(order=order, now=now)
    free_lapsed_holds(now=order.held_until)

    with pytest.raises(OthersFirst):
        hold_again(order=order, now=order.held_until)


@pytest.mark.django_db
def test_who_waits_for_others_reads_until_when_and_loses_nothing(client, stripe, now):
    ticket = make_ticket(event=make_event_page().event)
    order = hold_places(ticket=ticket, pairs=1, now=now)
    Order.objects.filter(pk=order.pk).update(extensions=10)
    stripe.clock.shift(HOLD + MINUTE)

    refused = client.post(address(order, "gegevens/"), ANSWERS)
    stripe.clock.shift(HOLD)
    accepted = client.post(address(order, "opnieuw/"), follow=True)

    assert "Vanaf 14.45 uur kun je het opnieuw proberen" in refused.text
    assert 'value="Daan Okafor"' in accepted.text
