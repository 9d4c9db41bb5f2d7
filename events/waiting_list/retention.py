"""How long we know who waited: 14 days after the event; who leaves, not at all."""

from datetime import datetime, timedelta

from events.waiting_list.models import WaitingEntry

WAITED = timedelta(days=14)  # after the event


def forget(*, now: datetime) -> int:
    """Running it again finds nothing more."""
    over = WaitingEntry.objects.filter(event__ends_at__lte=now - WAITED)
    gone, _ = over.delete()
    return gone
