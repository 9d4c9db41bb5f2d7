"""What we promise to forget is forgotten; what the books need is kept (rule 5)."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from config.management.commands.forget_people import run
from events.guests.retention import forget
from events.models import Guest, Order
from events.orders.services import free_lapsed_holds
from home.privacy.keepers import Keeper
from tests.factories.events import make_guest, make_paid_order
from tests.factories.payments import make_placed_order

pytestmark = pytest.mark.django_db


def people():
    """Every name we still know, in one list."""
    order = Order.objects.get()
    hosts = order.pairs.order_by("number").values_list("host_name", flat=True)
    guests = Guest.objects.order_by("pk").values_list("name", flat=True)
    return [order.buyer_name, *hosts, *guests]


@pytest.fixture
def order():
    """Two pairs: Daan confirmed, Saar never answered; Noor hosts the second."""
    order = make_paid_order(pairs=2)
    first, second = order.pairs.order_by("number")
    make_guest(pair=first, admitted=True)
    make_guest(pair=second, name="Saar Visser", email="saar@voorbeeld.example")
    order.pairs.filter(number=2).update(
        host_name="Noor Bakker", host_email="noor@voorbeeld.example"
    )
    return order


@pytest.mark.parametrize(
    ("days", "known"),
    [
        (
            13,
            ["Iris de Wit", "Iris de Wit", "Noor Bakker", "Daan Okafor", "Saar Visser"],
        ),
        (14, ["Iris de Wit", "Iris de Wit", "Noor Bakker", "Daan Okafor"]),
        (30, ["Iris de Wit", "Iris de Wit", "", ""]),
    ],
)
def test_people_are_forgotten_on_time_and_the_buyer_is_kept(order, days, known):
    forget(now=order.event.ends_at + timedelta(days=days))

    assert people() == known


def test_the_verdict_stays_for_the_totals(order):
    forget(now=order.event.ends_at + timedelta(days=30))

    guest = Guest.objects.get()
    assert (guest.ground, guest.email) == ("sector", "")


def test_forgetting_twice_finds_nothing_more(order):
    later = order.event.ends_at + timedelta(days=30)

    assert forget(now=later) > 0
    assert forget(now=later) == 0


def test_an_order_that_was_never_paid_loses_its_people_after_14_days(stripe, now):
    make_placed_order(now)
    Order.objects.get().payments.update(status="expired", settled_at=now)
    free_lapsed_holds(now=now + timedelta(hours=1))
    Order.objects.update(street="Dorpsstraat 1", city="Breda", vat_id="NL1B01")

    forget(now=now + timedelta(days=15))

    assert people() == ["", ""]
    assert list(Order.objects.values_list("street", "city", "vat_id")) == [("", "", "")]


def test_the_command_asks_every_feature(order, capsys):
    call_command("forget_people")

    assert capsys.readouterr().out == "Gewist of leeggemaakt: 0 rijen.\n"


def test_what_one_feature_cannot_forget_the_others_still_do(order):
    def broken(*, now):
        raise RuntimeError("stuk")

    later = order.event.ends_at + timedelta(days=30)
    count, failed = run([Keeper([], broken), Keeper([], forget)], now=later)

    assert (count > 0, failed) == (True, [__name__])
    assert people() == ["Iris de Wit", "Iris de Wit", "", ""]
