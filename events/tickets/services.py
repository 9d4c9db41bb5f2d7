"""Set up an event: how many places there are, and when it is."""

from django.db import transaction

from events.tickets.models import Event, Place
from home.statements import EVENT, Rows


class PlacesTaken(Exception):
    """More pairs have a place than the new capacity allows; `taken` says how many."""

    def __init__(self, taken: int) -> None:
        super().__init__(taken)
        self.taken = taken


@transaction.atomic
def set_capacity(*, event: Event, capacity: int) -> None:
    """Make room for that many pairs; never takes a place away from a pair."""
    event = lock(event)
    places = Place.objects.filter(event=event)
    taken = places.exclude(pair__isnull=True, pool=0).count()  # or kept apart
    if capacity < taken:
        raise PlacesTaken(taken)
    there = places.count()
    if capacity < there:
        free = places.filter(pair=None, pool=0).order_by("-number")
        spare = list(free.values_list("pk", flat=True)[: there - capacity])
        Place.objects.filter(pk__in=spare).delete()
    elif capacity > there:
        numbers = set(places.values_list("number", flat=True))
        new = [n for n in range(1, capacity + there + 1) if n not in numbers]
        Place.objects.bulk_create(
            Place(event=event, number=number) for number in new[: capacity - there]
        )
    Event.objects.filter(pk=event.pk).update(capacity=capacity)


def lock(event: Event) -> Event:
    """Who uses up places of an event waits here, so that what they count stays true."""
    if locked := LOCKED.one(event=event.pk):
        return locked
    raise Event.DoesNotExist


LOCKED = Rows(lambda: Event.objects.select_for_update().filter(pk=EVENT))
