"""An order by its secret link, with all that its form and its page show.

Three questions, each written down once (docs/decisions/0024)."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import CharField, QuerySet

from events.orders.models import Order, Pair
from home.statements import ORDER, Blank, Rows, bring

REFERENCE, TOKEN = (Blank(name, CharField()) for name in ("reference", "token"))


class ByLink:
    """What else one page asks of the order is named in `also`."""

    def __init__(self, also: Callable[[], dict[str, Any]]) -> None:
        self._orders = Rows(lambda: _orders().annotate(**also()))

    def find(self, reference: str, token: str) -> Any:
        """A reference opens nothing: both must fit, or there is None."""
        order = self._orders.one(reference=reference, token=token)
        if order:
            _bring_pairs(order)
        return order


def _orders() -> QuerySet[Order]:
    return Order.objects.as_shown().filter(reference=REFERENCE, token=TOKEN)


def _bring_pairs(order: Order) -> None:
    """As `with_pairs` does: each pair with its ticket, and its guests in order."""
    pairs = {pair.pk: pair for pair in PAIRS.of(order=order.pk)}
    for pair in pairs.values():
        pair.order, pair.all_guests = order, []
    for guest in GUESTS.of(order=order.pk):
        guest.pair = pairs[guest.pair_id]
        guest.pair.all_guests.append(guest)
    bring(order, "pairs", [*pairs.values()])


def _guests() -> QuerySet:
    guests = apps.get_model("events.Guest").objects.filter(pair__order=ORDER)
    return guests.order_by("created_at", "pk")


PAIRS = Rows(lambda: Pair.objects.in_order().filter(order=ORDER))
GUESTS = Rows(_guests)
