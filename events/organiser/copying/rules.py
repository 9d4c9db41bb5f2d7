"""Moments that move along with a day; no clock, no database."""

from datetime import date, datetime, timedelta

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

MOST_YEARS = 10


def is_too_far(day: date, today: date) -> bool:
    """A slip of the pen, with which a calendar that follows the agenda cannot cope."""
    return day.year > today.year + MOST_YEARS


def moved(moment: datetime | None, days: timedelta) -> datetime | None:
    """So many days later at the same hour on the clock, summer time or not."""
    if moment is None:
        return None
    wall = timezone.localtime(moment).replace(tzinfo=None) + days
    return timezone.make_aware(wall)
