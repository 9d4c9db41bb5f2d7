"""How long we keep what somebody wrote to us: a year."""

from datetime import datetime, timedelta

from home.contact.models import Message

KEPT = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """Delete the messages of more than a year ago."""
    gone, _ = Message.objects.filter(sent_at__lte=now - KEPT).delete()
    return gone
