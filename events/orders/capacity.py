"""How many places an event or a type has, and how few it can have (rule 7)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from events.orders.models import Pair
from events.orders.places import free_lapsed
from events.orders.turns import claims_on
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.services import add_places, lock


@dataclass(frozen=True)
class InUse:
    """Pairs that have a place or may count on one, by why nobody else can have it."""

    sold: int = 0
    held: int = 0
    offered: int = 0  # to who waits, and not bought yet
    apart: int = 0  # for who has a code

    @property
    def total(self) -> int:
        return self.sold + self.held + self.offered + self.apart


class PlacesTaken(Exception):
    """More places are in use than the new capacity allows."""

    def __init__(self, in_use: InUse) -> None:
        super().__init__(in_use)
        self.in_use = in_use


class TypeTaken(Exception):
    """More places are in use by pairs of this type than its new cap allows."""

    def __init__(self, in_use: InUse) -> None:
        super().__init__(in_use)
        self.in_use = in_use


@transaction.atomic
def set_capacity(*, event: Event, capacity: int, now: datetime) -> None:
    """Make room for that many pairs; takes no place away that a pair has or was
    promised. Raises PlacesTaken."""
    event = lock(event)
    free_lapsed(event, now)
    surplus = Place.objects.filter(event=event).count() - capacity
    if surplus > 0:
        in_use = _in_use_of_event(event, now)
        if capacity < in_use.total:
            raise PlacesTaken(in_use)
        spare = _empty(event).order_by("-number").values_list("pk", flat=True)
        Place.objects.filter(pk__in=list(spare[:surplus])).delete()
    event.capacity = capacity
    event.save(update_fields=["capacity"])
    add_places(event=event)


def check_cap(ticket: DuoTicket, now: datetime) -> None:
    """Raises TypeTaken for a type that is to have a lower cap; its event is locked."""
    before = DuoTicket.objects.get(pk=ticket.pk).capacity
    if ticket.capacity is None or (before is not None and ticket.capacity >= before):
        return
    free_lapsed(ticket.event, now)
    in_use = _in_use_of_type(ticket, before, now)
    if ticket.capacity < in_use.total:
        raise TypeTaken(in_use)


def _in_use_of_event(event: Event, now: datetime) -> InUse:
    """Of the empty places so many are promised as there are offers without an order."""
    pairs = _counted(Pair.objects.of_event(event))
    kept = claims_on(event, now).kept.total()
    return InUse(
        sold=pairs["sold"],
        held=pairs["held"],
        offered=pairs["offered"] + min(kept, _empty(event).count()),
        apart=Place.objects.filter(event=event, pair=None, pool__gt=0).count(),
    )


def _in_use_of_type(ticket: DuoTicket, cap: int | None, now: datetime) -> InUse:
    """Offers count as far as there was room for them until now."""
    pairs = _counted(Pair.objects.filter(ticket=ticket))
    room = _empty(ticket.event).count()
    if cap is not None:
        room = min(room, cap - sum(pairs.values()))
    kept = claims_on(ticket.event, now).kept[ticket.pk]
    return InUse(**pairs | {"offered": pairs["offered"] + max(0, min(kept, room))})


def _counted(pairs: QuerySet[Pair]) -> dict[str, int]:
    """Those in a place."""
    held = Q(state=Pair.State.HELD)
    offered = held & Q(order__offer__state="offered")
    return pairs.filter(place__isnull=False).aggregate(
        sold=Count("pk", filter=Q(state=Pair.State.SOLD)),
        held=Count("pk", filter=held) - Count("pk", filter=offered),
        offered=Count("pk", filter=offered),
    )


def _empty(event: Event) -> QuerySet[Place]:
    """Free for everybody."""
    return Place.objects.filter(event=event, pair=None, pool=0)
