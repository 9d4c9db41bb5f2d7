"""Moments that move along with a day; no clock, no database."""

from datetime import datetime, timedelta

from django.utils import timezone

DATED = (
    "starts_at",
    "ends_at",
    "changes_until",
    "sales_from",
    "sales_until",
    "cancel_free_until",
    "cancel_until",
)


def moved(moment: datetime | None, days: timedelta) -> datetime | None:
    """So many days later at the same hour on the clock, summer time or not."""
    if moment is None:
        return None
    wall = timezone.localtime(moment).replace(tzinfo=None) + days
    return timezone.make_aware(wall)
