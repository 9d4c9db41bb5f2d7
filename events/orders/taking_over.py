"""The place of a pair that was put back: who gets it, and when; the event is locked."""

from collections.abc import Iterable
from datetime import datetime

from events.orders.models import GIVEN_BACK, Order, Pair
from events.orders.places import free, take_places_again
from events.orders.resales import Resale
from events.tickets.models import Event

How = Resale.How


def take_over(order: Order, event: Event, now: datetime) -> None:
    """Sell what this order holds of pairs that were put back: their places are its own.

    Links and codes of the others die here (rule 5); money follows, see
    events/cancellations. Who came in meanwhile stays: then other places, or SoldOut
    with the order lapsed."""
    claimed = Resale.objects.filter(claim__order=order, claim__state=Pair.State.HELD)
    resales = list(claimed.select_related("claim").order_by("claim__number"))
    places = _places_of([resale.pair_id for resale in resales])
    gone = [resale for resale in resales if resale.pair_id not in places]
    if gone:
        for resale in gone:
            resale.end(How.CAME, now)
        free(Order.objects.filter(pk=order.pk))
        order.status = Order.Status.LAPSED
        take_places_again(order, event, now, is_their_turn=True)
        take_over(order, event, now)
        return
    for resale in resales:
        seller = Pair.objects.filter(pk=resale.pair_id)
        seller.update(state=Pair.State.CANCELLED, **GIVEN_BACK)
        buyer = Pair.objects.filter(pk=resale.claim.pk)
        buyer.update(state=Pair.State.SOLD, place=places[resale.pair_id])
        resale.end(How.SOLD, now)


def _places_of(numbers: list[int]) -> dict[int, int | None]:
    """Of the pairs that can still go, each locked: the door waits here."""
    pairs = Pair.objects.select_for_update().filter(pk__in=numbers)
    places = {pair.pk: pair.place_id for pair in pairs.order_by("pk") if pair.is_sold}
    inside = Pair.objects.being_inside().filter(pk__in=places)
    for pk in inside.values_list("pk", flat=True):
        del places[pk]
    return places


def pass_on(pairs: Iterable[Pair], now: datetime) -> None:
    """These were cancelled: who was buying one of them has its place for sure.

    The pairs as they were before, with their places."""
    places = {pair.pk: pair.place_id for pair in pairs}
    for resale in Resale.objects.in_progress().filter(pair__in=places):
        buying = Pair.objects.filter(instead_of=resale, state=Pair.State.HELD)
        buying.update(place=places[resale.pair_id], instead_of=None)
        resale.end(How.CANCELLED, now)


def came_in(pair: Pair, now: datetime) -> None:
    """Who is inside does not sell the chair; the pair is locked."""
    for resale in pair.resales.standing():
        resale.end(How.CAME, now)
