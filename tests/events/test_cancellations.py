"""A pair is given back: place, codes and money, each where it belongs."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from events.cancellations.models import Cancellation
from events.cancellations.services import (
    Back,
    Changed,
    NotSold,
    TooLate,
    can_withdraw,
    cancel_by_buyer,
    cancel_pairs,
    offers,
    offers_to_buyer,
)
from events.door.services import check_in, find, undo
from events.guests.services import By, name_host, replace_guest
from events.models import CreditNote, Event, Guest, Order, Pair, Place, Refund
from events.orders.services import hold_places, places_left
from events.payments.refunds import owe_refund
from home.mail.models import OwedMail
from tests.factories.events import make_event, make_ticket
from tests.factories.money import MONTH, assert_books_agree, make_bought_order
from tests.factories.payments import place

pytestmark = pytest.mark.django_db
FULL = Decimal("149.00")


def the_only(order) -> Cancellation:
    return Cancellation.objects.get(pair__order=order)


def test_a_buyer_cancels_in_time_and_gets_all_of_it_back(
    stripe, now, django_capture_on_commit_callbacks
):
    order = make_bought_order(stripe, now)

    with django_capture_on_commit_callbacks(execute=True):
        cancel_by_buyer(order=order, numbers=[1], back=FULL, now=now)

    order.refresh_from_db()
    pair, refund = order.pairs.get(), Refund.objects.get()
    assert (order.status, pair.state, pair.place) == ("cancelled", "cancelled", None)
    assert (refund.amount, refund.status) == (FULL, "succeeded")
    assert [made["amount"] for made in stripe.refunds] == [14900]
    assert CreditNote.objects.get().total == -FULL
    assert places_left(order.event, now) == 60
    assert_books_agree(order)


def test_after_the_free_period_a_percentage_is_kept(stripe, now):
    order = make_bought_order(stripe, now)

    later = now + MONTH
    [made] = cancel_by_buyer(order=order, numbers=[1], back=Decimal("74.50"), now=later)

    assert (made.price, made.kept, made.refunded) == (FULL, FULL / 2, FULL / 2)
    assert Refund.objects.get().amount == Decimal("74.50")
    assert_books_agree(order)


def test_one_pair_of_three_goes_and_the_others_stay(stripe, now):
    order = make_bought_order(stripe, now, pairs=3)

    cancel_by_buyer(order=order, numbers=[2], back=FULL, now=now)

    order.refresh_from_db()
    states = order.pairs.order_by("number").values_list("state", flat=True)
    assert list(states) == ["sold", "cancelled", "sold"]
    assert (order.status, Refund.objects.get().amount) == ("paid", FULL)
    assert (
        CreditNote.objects.get().lines[0]["description"].startswith("Duo 2 geannuleerd")
    )
    assert_books_agree(order)


def test_a_refund_per_pair_takes_the_invoice_to_zero(stripe, now):
    order = make_bought_order(stripe, now, pairs=3)

    cancel_by_buyer(order=order, numbers=[1, 3], back=2 * FULL, now=now)
    cancel_by_buyer(order=order, numbers=[2], back=FULL, now=now)

    notes = CreditNote.objects.order_by("number")
    invoice = order.invoices.get()
    assert [note.total for note in notes] == [-FULL, -FULL, -FULL]
    assert sum(note.vat for note in notes) == -invoice.vat
    assert order.payments.get().left == 0
    assert_books_agree(order)


@pytest.mark.parametrize(
    ("when", "refusal"), [(2 * MONTH, TooLate), (timedelta(0), Changed)]
)
def test_the_rules_of_the_order_decide_and_nothing_happens(stripe, now, when, refusal):
    order = make_bought_order(stripe, now)

    with pytest.raises(refusal):
        cancel_by_buyer(order=order, numbers=[1], back=Decimal("74.50"), now=now + when)

    assert order.pairs.get().is_sold
    assert not Refund.objects.exists()


def test_an_order_takes_along_what_its_event_says_at_that_moment(stripe, now):
    rules = {
        "cancel_free_until": now + timedelta(days=3),
        "cancel_until": now + timedelta(days=9),
        "cancel_fee": 25,
        "withdrawal": "14days",
    }
    event = make_event(**rules)
    order = hold_places(ticket=make_ticket(event=event), pairs=1, now=now)

    place(order, now)
    Event.objects.update(cancel_free_until=None, cancel_until=None, cancel_fee=0)

    order.refresh_from_db()
    assert {name: getattr(order, name) for name in rules} == rules


def test_what_was_agreed_stands_whatever_the_event_says_later(stripe, now):
    make_bought_order(stripe, now)
    Event.objects.update(cancel_free_until=None, cancel_until=None, cancel_fee=100)

    [offer] = offers(order=Order.objects.get(), now=now)

    assert (offer.kept, offer.back) == (0, FULL)


def test_what_nobody_agreed_to_goes_by_the_rules_of_its_event(stripe, now):
    """An organiser made the order: there is nothing that the buyer read."""
    nothing = {"cancel_free_until": None, "cancel_until": None, "cancel_fee": 0}
    order = make_bought_order(stripe, now, agreed_at=None, **nothing)
    rules = {"cancel_free_until": now + MONTH, "withdrawal": "14days"}
    Event.objects.update(**rules)
    order = Order.objects.get()

    [offer] = offers(order=order, now=now)

    assert (offer.back, can_withdraw(order, now=now)) == (FULL, True)


def test_nobody_cancels_once_it_has_begun_whatever_was_agreed(stripe, now):
    """It may have moved to before the deadline of the order."""
    order = make_bought_order(stripe, now)
    begins = now + timedelta(days=1)
    Event.objects.update(starts_at=begins, changes_until=begins)
    order = Order.objects.get()

    before = offers(order=order, now=begins - timedelta(seconds=1))
    with pytest.raises(TooLate):
        cancel_by_buyer(order=order, numbers=[1], back=FULL, now=begins)

    assert (len(before), offers(order=order, now=begins)) == (1, [])


def test_who_is_inside_cancels_no_more_until_it_was_a_mistake(stripe, now):
    order = make_bought_order(stripe, now, pairs=2)
    pair = order.pairs.get(number=1)
    check_in(pair=pair, code=pair.host_code, proof_seen=False, by=None, now=now)

    with pytest.raises(NotSold):
        cancel_by_buyer(order=order, numbers=[1], back=FULL, now=now)
    shown = Order.objects.with_pairs().get()
    offered = [offer.pair.number for offer in offers_to_buyer(order=shown, now=now)]
    undo(pair=pair, code=pair.host_code, now=now)
    [made] = cancel_by_buyer(order=order, numbers=[1], back=FULL, now=now)

    assert (offered, made.refunded) == ([2], FULL)


def test_a_pair_is_cancelled_once(stripe, now):
    order = make_bought_order(stripe, now, pairs=2)
    cancel_by_buyer(order=order, numbers=[1], back=FULL, now=now)

    with pytest.raises(NotSold):
        cancel_by_buyer(order=order, numbers=[1], back=FULL, now=now)

    assert Refund.objects.count() == 1


def test_the_codes_of_both_are_dead_at_the_door(stripe, now):
    order = make_bought_order(stripe, now)
    pair, guest = order.pairs.get(), Guest.objects.get()

    cancel_by_buyer(order=order, numbers=[1], back=FULL, now=now)

    found = [
        *find(event=order.event, text=pair.host_code).visitors,
        *find(event=order.event, text=guest.code).visitors,
    ]
    assert [visitor.pair.state for visitor in found] == ["cancelled", "cancelled"]


def test_everybody_concerned_is_told(stripe, now):
    """Not who was replaced: that one has nothing to do with it any more."""
    order = make_bought_order(stripe, now, pairs=2)
    new = {"name": "Saar Visser", "email": "saar@voorbeeld.example"}
    replace_guest(pair=order.pairs.get(number=1), by=By.BUYER, now=now, **new)
    name_host(
        pair=order.pairs.get(number=2), name="Bo", email="bo@voorbeeld.example", now=now
    )

    cancel_by_buyer(order=order, numbers=[1, 2], back=2 * FULL, now=now)

    told = OwedMail.objects.filter(kind__startswith="events.cancelled")
    assert sorted(told.values_list("kind", flat=True)) == [
        "events.cancelled",
        "events.cancelled_to_guest",
        "events.cancelled_to_host",
    ]


def test_an_organiser_cancels_without_giving_back_and_gives_back_later(stripe, now):
    """Two acts, each a row with who did it and why."""
    order = make_bought_order(stripe, now)
    farida = User.objects.create_user("farida")

    cancel_pairs(
        order=order,
        numbers=[1],
        reason=Cancellation.Reason.ORGANISER,
        back=Back.NOTHING,
        now=now,
        by=farida,
        note="Nooit verschenen.",
    )
    owe_refund(
        payment=order.payments.get(),
        reason=Refund.Reason.GOODWILL,
        amount=Decimal("20.00"),
        now=now,
        by=farida,
        note="Om het goed te maken.",
    )

    made = the_only(order)
    assert (made.kept, made.refunded, made.by) == (FULL, 0, farida)
    assert Refund.objects.get().by == farida
    assert_books_agree(order)


def test_never_more_comes_back_than_is_left(stripe, now):
    """A gesture earlier on counts: the rest comes back, and the books still agree."""
    order = make_bought_order(stripe, now)
    owe_refund(
        payment=order.payments.get(),
        reason=Refund.Reason.GOODWILL,
        amount=Decimal("29.00"),
        now=now,
    )

    cancel_by_buyer(order=order, numbers=[1], back=Decimal("120.00"), now=now)

    made = the_only(order)
    assert (made.refunded, made.kept) == (Decimal("120.00"), Decimal("29.00"))
    assert_books_agree(order)


def test_a_payment_for_a_cancelled_order_goes_back(stripe, now):
    """As any second payment: it buys nothing."""
    order = make_bought_order(stripe, now)
    cancel_by_buyer(order=order, numbers=[1], back=FULL, now=now)

    order.refresh_from_db()
    assert order.has_been_paid
    assert Place.objects.filter(pair=None).count() == 60
    assert Pair.objects.get().state == "cancelled"
