"""How long we know who asked for links: a day."""

from datetime import datetime, timedelta

from events.my_links.models import LinkRequest

ASKED = timedelta(days=1)


def forget(*, now: datetime) -> int:
    """Running it again finds nothing more."""
    gone, _ = LinkRequest.objects.filter(asked_at__lte=now - ASKED).delete()
    return gone
