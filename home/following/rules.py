"""When a mail with notices goes: an hour to gather, and one a day."""

from datetime import datetime, timedelta

from django.utils import timezone

GATHERS = timedelta(hours=1)
LAST_MOMENT = timedelta(minutes=1)  # what comes in it may be too late to go along
MORNING = 7  # o'clock: when the mail of a next day goes


def closes_at(now: datetime, last: datetime | None) -> datetime:
    """Of a new mail, after the last one of its kind (which takes no more)."""
    today = timezone.localtime(now)
    if last is None or timezone.localdate(last) < today.date():
        return now + GATHERS
    tomorrow = timezone.localtime(last) + timedelta(days=1)
    return tomorrow.replace(hour=MORNING, minute=0, second=0, microsecond=0)
