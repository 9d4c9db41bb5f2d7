"""An address that is a key: opened in a strange way, it is not written down."""

import logging

import pytest
from django.urls import reverse

from events.models import Order, Pair
from events.orders.services import hold_places
from tests.factories.events import make_guest, make_paid_order, make_ticket
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def of(order: Order, name: str, **more) -> str:
    names = {"reference": order.reference, "token": order.token}
    return reverse(name, kwargs=names | more)


def test_a_ticket_that_is_not_there_yet_leaves_no_key_in_the_log(client, caplog):
    """The order is not paid: not found, and not noted."""
    caplog.set_level(logging.DEBUG)
    guest = make_guest()
    Pair.objects.update(state=Pair.State.HELD)

    answer = client.get(reverse("guest_ticket", kwargs={"token": guest.token}))

    assert (answer.status_code, answer["Cache-Control"]) == (404, "private, no-store")
    assert "Deze pagina is er niet" in answer.text
    assert guest.token not in caplog.text


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("order_never_mind", {}),
        ("order_again", {}),
        ("order_invite", {"number": 1}),
        ("order_host", {"number": 1}),
    ],
)
def test_the_address_of_a_button_opened_by_hand_leads_to_the_order(
    client, caplog, name, more
):
    caplog.set_level(logging.DEBUG)
    order = make_paid_order()

    answer = client.get(of(order, name, **more))

    assert (answer.status_code, answer.url) == (302, of(order, "order"))
    assert order.token not in caplog.text


def test_opening_the_address_of_a_button_does_nothing(client, now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)

    for name in ("order_form", "order_never_mind", "order_again"):
        client.get(of(order, name))
        client.head(of(order, name))

    held_until = order.held_until
    order.refresh_from_db()
    assert (order.status, order.held_until) == ("held", held_until)
