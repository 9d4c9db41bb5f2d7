"""The days of the demo: all of them hang on the day on which it is loaded."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

WEDNESDAY = 2
TO_THE_HACKATHON = 105  # about fifteen weeks
SINCE_THE_TRIAL = 42
TO_THE_OPEN_DAY = timedelta(days=28)  # after the hackathon


def nearest_wednesday(day: date) -> date:
    """Three days away at most."""
    shift = (WEDNESDAY - day.weekday() + 3) % 7 - 3
    return day + timedelta(days=shift)


def hackathon_day(today: date) -> date:
    return nearest_wednesday(today + timedelta(days=TO_THE_HACKATHON))


def open_day(today: date) -> date:
    return hackathon_day(today) + TO_THE_OPEN_DAY


def trial_day(today: date) -> date:
    return nearest_wednesday(today - timedelta(days=SINCE_THE_TRIAL))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """That moment on the clock in the Netherlands."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def days_before(moment: datetime, days: int, hour: int = 9) -> datetime:
    """A working hour so many days before; never later than the moment itself."""
    day = timezone.localdate(moment) - timedelta(days=days)
    return min(at(day, hour), moment)
