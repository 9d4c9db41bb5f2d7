"""Orders on their way through Stripe, with the fixture `stripe`."""

from events.checkout.answers import Buyer, Duo
from events.checkout.services import place_order
from events.models import Order
from events.orders.services import hold_places
from events.payments.services import settle
from tests.factories.events import make_event, make_ticket

IRIS = Buyer("Iris de Wit", "iris@voorbeeld.example")


def make_placed_order(now, *, pairs=1, capacity=60) -> Order:
    """Filled in by Iris, who brings Daan, and sent to Stripe's page."""
    order = hold_places(
        ticket=make_ticket(event=make_event(capacity=capacity)), pairs=pairs, now=now
    )
    place(order, now)
    return order


def place(order, now) -> str:
    duos = [
        Duo(1, IRIS.name, IRIS.email, "Daan Okafor", "daan@voorbeeld.example"),
        *(Duo(number) for number in range(2, order.pairs.count() + 1)),
    ]
    return place_order(order=order, buyer=IRIS, duos=duos, now=now)


def settle_last(order, now) -> None:
    """Ask the fake Stripe what became of the last attempt."""
    settle(payment=order.payments.latest("pk"), now=now)
    order.refresh_from_db()
