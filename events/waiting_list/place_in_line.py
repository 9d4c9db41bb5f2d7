"""How many are before somebody, and how many wait in all."""

from django.db.models import Q

from events.waiting_list.models import WaitingEntry


def place_in_line(entry: WaitingEntry) -> int:
    """Counted from one; of an entry that is in line."""
    line = entry.event.waiting.in_line()
    earlier = Q(joined_at__lt=entry.joined_at) | Q(
        joined_at=entry.joined_at, pk__lt=entry.pk
    )
    if entry.is_first:
        return line.filter(earlier, is_first=True).count() + 1
    return line.filter(Q(is_first=True) | earlier).count() + 1
