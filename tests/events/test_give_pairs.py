"""An order that an organiser makes: pairs for nothing, with the reason."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.checkout.answers import Buyer
from events.models import Order
from events.orders.services import HOLD, SoldOut, hold_places
from events.organiser.one_order.made_by_hand import A_MOMENT, MadeJustNow, give_pairs
from home.mail.models import OwedMail
from tests.events.test_one_order import acts_of, errors_of
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event, make_paid_order, make_ticket
from tests.factories.waiting import make_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    return make_paid_order(pairs=2)


@pytest.fixture
def desk(client, order):
    """The organiser of the event, Roos."""
    client.force_login(make_organiser("roos", order.event))
    return client


def give(desk, kind, **changes):
    values = {
        "ticket": kind.pk,
        "pairs": 2,
        "name": "Samira Haddad",
        "email": "samira@voorbeeld.example",
        "organisation": "De Postkamer",
        "why": "Spreker.",
    }
    return desk.post(reverse("organiser_orders:add"), values | changes)


def test_complimentary_pairs_are_sold_for_nothing_with_the_reason(desk, order):
    ticket = order.pairs.first().ticket
    type(order.event).objects.update(sales_until=order.paid_at)  # the sale is over

    give(desk, ticket)

    made = Order.objects.exclude(pk=order.pk).get()
    pairs = made.pairs.order_by("number")
    assert (made.status, made.total, made.buyer_name, made.organisation) == (
        "paid",
        0,
        "Samira Haddad",
        "De Postkamer",
    )
    assert [(p.state, p.price, p.host_name) for p in pairs] == [
        ("sold", 0, "Samira Haddad"),
        ("sold", 0, ""),
    ]
    assert made.invoices.count() == made.payments.count() == 0
    assert [mail.kind for mail in OwedMail.objects.all()] == ["events.confirmation"]
    assert acts_of(made) == [("made", None, "Spreker.", "roos")]


def test_a_second_click_gives_no_second_order(desk, order):
    ticket = order.pairs.first().ticket

    give(desk, ticket)
    again = give(desk, ticket)
    give(desk, ticket, pairs=1)

    assert list(errors_of(again)) == ["__all__"]
    assert [made.pairs.count() for made in Order.objects.order_by("pk")] == [2, 2, 1]


def test_only_the_same_pairs_for_the_same_address_a_moment_ago_are_a_second_click(now):
    ticket, roos = make_ticket(), User.objects.create_user("roos")
    other = make_ticket(event=ticket.event)

    def give_one(kind=ticket, email="samira@x.example", after=timedelta(0), pairs=1):
        to = Buyer("Samira Haddad", email)
        about = {"why": "Spreker.", "by": roos, "now": now + after}
        return give_pairs(ticket=kind, pairs=pairs, to=to, **about)

    give_one()
    with pytest.raises(MadeJustNow):
        give_one(email="SAMIRA@x.example", after=A_MOMENT - timedelta(seconds=1))
    give_one(pairs=2)
    give_one(kind=other)
    give_one(email="tom@x.example")
    give_one(after=A_MOMENT)

    assert Order.objects.count() == 5


def test_who_gives_goes_before_the_line_and_never_takes_what_was_offered(now):
    """The order of an offer may have lapsed while its buyer was at Stripe."""
    event, roos = make_event(capacity=2), User.objects.create_user("roos")
    ticket = make_ticket(event=event)
    offer = hold_places(ticket=ticket, pairs=1, now=now - HOLD)
    held = {"state": "offered", "offer_until": now + HOLD, "order": offer}
    make_waiting(event, **held)
    make_waiting(event, "Bram")
    about = {"ticket": ticket, "pairs": 1, "why": "Spreker.", "by": roos, "now": now}

    give_pairs(to=Buyer("Samira Haddad", "samira@x.example"), **about)
    with pytest.raises(SoldOut):
        give_pairs(to=Buyer("Tom Vos", "tom@x.example"), **about)

    assert Order.objects.filter(status="paid").count() == 1


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"pairs": "59"}, ["pairs"]),
        ({"pairs": "0"}, ["pairs"]),
        ({"pairs": "-1"}, ["pairs"]),
        ({"pairs": "10000"}, ["pairs"]),
        ({"pairs": "veel"}, ["pairs"]),
        ({"why": ""}, ["why"]),
        ({"ticket": "999999"}, ["ticket"]),
        ({"email": "x" * 10_000}, ["email"]),
    ],
)
def test_pairs_that_cannot_be_given_are_refused_at_the_field(
    desk, order, changes, wrong
):
    response = give(desk, order.pairs.first().ticket, **changes)

    assert list(errors_of(response)) == wrong
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    ("capacity", "told"),
    [(3, "Er zijn nog 3 plaatsen."), (1, "Er is nog 1 plaats.")],
)
def test_more_pairs_than_there_are_places_are_not_given(desk, capacity, told):
    small = make_event(capacity=capacity)
    small.organisers.set(User.objects.all())

    response = give(desk, make_ticket(event=small), pairs=4)

    assert errors_of(response) == {"pairs": [told]}
    assert small.orders.count() == 0


def test_nothing_is_given_of_anothers_event_or_of_one_that_is_over(desk, order):
    theirs = make_ticket(event=make_event())
    mine = order.pairs.first().ticket
    type(order.event).objects.filter(pk=order.event_id).update(
        starts_at=order.paid_at,
        changes_until=order.paid_at,
        ends_at=order.paid_at + timedelta(hours=1),
    )

    answers = [give(desk, ticket) for ticket in (theirs, mine)]

    assert [list(errors_of(answer)) for answer in answers] == [["ticket"], ["ticket"]]


def test_nothing_is_offered_of_what_does_not_happen(desk, order):
    ticket = order.pairs.first().ticket
    type(order.event).objects.update(called_off_at=order.paid_at)

    answer = give(desk, ticket)

    assert list(answer.context["form"].fields["ticket"].queryset) == []
    assert list(errors_of(answer)) == ["ticket"]
