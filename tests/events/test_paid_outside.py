"""An order that was paid outside Stripe: made, billed, given back, in the books."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.urls import reverse

from events.ledger.days import days, sums
from events.ledger.matters import matters
from events.ledger.services import reconcile
from events.models import Act, CreditNote, Invoice, Order, Payment, Refund
from events.organiser.calling_off.services import (
    call_off,
    carry_on_calling_off,
    report_of,
)
from events.organiser.one_order.history import history_of
from events.organiser.reports import with_history
from events.organiser.retention import forget
from events.payments.refunds import pay_owed_refunds
from home.mail.models import OwedMail
from home.privacy.keepers import YEARS_IN_THE_BOOKS
from tests.events.test_one_order import errors_of
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event, make_ticket, make_tier
from tests.factories.money import assert_books_agree

pytestmark = pytest.mark.django_db
HOW = "Overgemaakt op 3 november, afschrift 12."


@pytest.fixture(autouse=True)
def _in_november(time_machine, now):
    time_machine.move_to(now)


@pytest.fixture
def ticket():
    return make_ticket(event=make_event(capacity=3))


@pytest.fixture
def desk(client, ticket):
    """The organiser of the event, Roos."""
    client.force_login(make_organiser("roos", ticket.event))
    return client


def sell(desk, ticket, **changes):
    values = {
        "ticket": ticket.pk,
        "pairs": 2,
        "name": "Samira Haddad",
        "email": "samira@voorbeeld.example",
        "organisation": "De Postkamer",
        "street": "Postpad 1",
        "postal_code": "3812 AA",
        "city": "Amersfoort",
        "how": HOW,
    }
    return desk.post(reverse("organiser_orders:sell"), values | changes)


@pytest.fixture
def order(desk, stripe, ticket):
    assert errors_of(sell(desk, ticket)) == {}
    return Order.objects.get()


def test_it_is_sold_with_an_invoice_and_the_mails_of_a_purchase(order):
    payment, invoice = Payment.objects.get(), Invoice.objects.get()

    assert (order.status, order.total) == ("paid", Decimal(298))
    assert [pair.state for pair in order.pairs.all()] == ["sold", "sold"]
    assert (payment.is_outside, payment.note) == (True, HOW)
    assert payment.by.username == "roos"
    assert (invoice.payment, invoice.number, invoice.total) == (payment, 1, 298)
    assert invoice.buyer["organisation"] == "De Postkamer"
    assert list(OwedMail.objects.values_list("kind", flat=True)) == [
        "events.confirmation"
    ]
    assert_books_agree(order)


def test_a_second_click_makes_no_second_invoice(desk, order, ticket):
    again = sell(desk, ticket, pairs=1)  # one is left
    twice = sell(desk, ticket, pairs=1)

    assert (errors_of(again), list(errors_of(twice))) == ({}, ["__all__"])
    assert Invoice.objects.count() == 2


def test_the_history_tells_who_noted_it_and_how(order):
    lines = history_of(with_history(Order.objects.all()).get())

    told = [(line.who, line.what, line.why) for line in lines]
    assert ("roos", "noteerde: €\xa0298,00 buiten Stripe om betaald", HOW) in told
    assert not [line for line in lines if "begon" in line.what or line.who == "Stripe"]
    assert Act.objects.get().what == Act.What.MADE


def test_the_price_is_that_of_the_moment(desk, ticket):
    make_tier(ticket, "99.00", first=1)

    sell(desk, ticket)

    assert Order.objects.get().total == Decimal(99 + 149)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"pairs": 4}, {"pairs": ["Er zijn nog 3 plaatsen."]}),
        ({"pairs": 10_000}, {"pairs": ["Hoogstens 50 duo’s tegelijk."]}),
        ({"how": " "}, {"how": ["Schrijf op hoe er is betaald."]}),
        ({"street": ""}, {"street": ["Een organisatie heeft een heel adres nodig."]}),
    ],
)
def test_what_cannot_be_is_said_at_its_field(desk, ticket, changes, wrong):
    answer = sell(desk, ticket, **changes)

    assert errors_of(answer) == wrong
    assert not Order.objects.exists()


def test_what_costs_nothing_is_given_and_not_sold(desk):
    free = make_ticket(event=make_event(), price=0)
    free.event.organisers.add(User.objects.get())

    answer = sell(desk, free)

    assert list(errors_of(answer)) == ["__all__"]
    assert not Order.objects.exists()


def test_who_may_not_and_nobody_make_no_order(client, desk, ticket):
    theirs = sell(desk, make_ticket(event=make_event()))
    client.force_login(User.objects.create_user("lezer"))
    reader = sell(client, ticket)
    client.logout()
    nobody = sell(client, ticket)

    assert list(errors_of(theirs)) == ["ticket"]
    assert (reader.status_code, nobody.status_code) == (302, 302)
    assert not Order.objects.exists()


def cancel(desk, order):
    address = reverse("organiser_orders:cancel", args=[order.pk])
    asked = {"pairs": [1], "back": "all", "why": "Ziek."}
    assert desk.post(address, asked).status_code == 302


def test_what_goes_back_waits_for_a_person_and_is_never_asked_of_stripe(
    desk, stripe, order, now
):
    cancel(desk, order)
    pay_owed_refunds(now=now)
    [matter] = matters(now=now)
    address = reverse(
        "organiser_money:decide", args=["transfer", matter.about, "outside"]
    )

    desk.post(address, {"note": "Teruggestort op 5 november."})

    refund = Refund.objects.get()
    assert (matter.what, matter.acts[0][0]) == ("Geld over te maken", "outside")
    assert (refund.status, refund.note) == ("outside", "Teruggestort op 5 november.")
    assert stripe.refunds == []
    assert CreditNote.objects.get().total == -149
    assert matters(now=now) == []
    assert_books_agree(order)


def test_stripe_is_not_asked_for_it_and_the_day_shows_it(desk, stripe, order, now):
    before = sums(days())
    cancel(desk, order)
    address = reverse(
        "organiser_money:decide", args=["transfer", Refund.objects.get().pk, "outside"]
    )
    desk.post(address, {"note": "Teruggestort."})
    reconcile(now=now)

    [day] = sums(days())

    assert (before[0]["outside"], day["outside"]) == (298, 149)
    assert (day["theirs"], day["mine"]) == (0, 0)
    assert "<td>€\xa0149,00</td>" in desk.get(reverse("organiser_money:index")).text


def test_an_event_that_is_off_owes_it_by_hand(desk, stripe, order, now):
    call_off(event=order.event, why="Brand.", by=User.objects.get(), now=now)
    carry_on_calling_off(now=now)
    waits = [matter.kind for matter in matters(now=now)]
    before = report_of(order.event).is_done

    Refund.objects.update(status="outside", note="Teruggestort.")

    assert waits == ["transfer", "transfer"]
    assert (before, report_of(order.event).is_done) == (False, True)


def test_the_database_wants_to_know_how(order):
    with pytest.raises(IntegrityError), transaction.atomic():
        Payment.objects.update(note="")


def test_how_it_was_paid_goes_with_the_books(order, now):
    forget(now=now.replace(year=now.year + YEARS_IN_THE_BOOKS + 1))

    assert Payment.objects.get().note == "Gewist."
