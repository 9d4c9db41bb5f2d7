"""Lock an event, and give it its places."""

from events.tickets.models import Event, Place
from home.statements import EVENT, Rows


def add_places(*, event: Event) -> None:
    """Those that are missing for its capacity."""
    there = set(Place.objects.filter(event=event).values_list("number", flat=True))
    missing = event.capacity - len(there)
    numbers = range(1, event.capacity + len(there) + 1)
    new = [number for number in numbers if number not in there]
    Place.objects.bulk_create(
        Place(event=event, number=number) for number in new[: max(0, missing)]
    )


def lock(event: Event) -> Event:
    """Who uses up places of an event waits here, so that what they count stays true."""
    if locked := LOCKED.one(event=event.pk):
        return locked
    raise Event.DoesNotExist


LOCKED = Rows(lambda: Event.objects.select_for_update().filter(pk=EVENT))
