"""Who may come as a guest, and why (rule 2); when a guest is reminded."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from events.guests.models import Guest
from events.tickets.models import Event
from home.people.models import Sector

AFTER_THE_INVITATION = (timedelta(days=3), timedelta(days=7))
BEFORE_THE_DEADLINE = (timedelta(days=7), timedelta(days=2))
LAST_CALL = timedelta(days=2)  # before the deadline: who invited hears of the silence
TIME_TO_ANSWER = timedelta(days=1)  # after the invitation, before anybody hears of it
DAYTIME = range(9, 20)  # the hours in which nobody is woken


def turns(age: int, born: date) -> date:
    """The day of that birthday; born on 29 February, it is 1 March (rule 2)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def ground_for(
    event: Event, *, born: date | None, sector: Sector | None
) -> Guest.Ground | None:
    """Either ground is enough; age is looked at first."""
    if born and event.first_day < turns(event.age_limit, born):
        return Guest.Ground.AGE
    if sector and sector != event.home_sector:
        return Guest.Ground.SECTOR
    return None


def oldest_birthday(event: Event) -> date:
    """The first date of birth that is young enough, for "geboren op of na …"."""
    day, year = event.first_day, event.first_day.year - event.age_limit
    try:
        return day.replace(year=year) + timedelta(days=1)
    except ValueError:  # the event is on 29 February, and that year has none
        return date(year, 3, 1)


def reminder_due(
    *,
    invited_at: datetime,
    mailed_at: Iterable[datetime | None],
    changes_until: datetime,
    now: datetime,
) -> str:
    """Which of the four reminders this guest should get now; empty: none.

    The latest that has come counts, so that nothing is caught up on; and never on
    the day of another mail, by hand or by itself."""
    moments = [
        (invited_at + after, f"{after.days} dagen") for after in AFTER_THE_INVITATION
    ]
    moments += [
        (changes_until - before, f"{before.days} dagen ervoor")
        for before in BEFORE_THE_DEADLINE
    ]
    at, name = max((one for one in moments if one[0] <= now), default=(None, ""))
    last = max(moment for moment in (invited_at, *mailed_at) if moment)
    if at is None or timezone.localdate(at) <= timezone.localdate(last):
        return ""
    return name


def nudge_due(
    *, known_at: Iterable[datetime | None], changes_until: datetime, now: datetime
) -> str:
    """Which of the two mails about a guest who is not named is due; empty: none.

    `known_at` are the moments on which the reader heard of it before: nothing is
    caught up on, and nobody is asked again on that day."""
    moments = [
        (changes_until - before, f"{before.days} dagen ervoor")
        for before in BEFORE_THE_DEADLINE
    ]
    at, name = max((one for one in moments if one[0] <= now), default=(None, ""))
    last = max(moment for moment in known_at if moment)
    if at is None or now >= changes_until:
        return ""
    return name if timezone.localdate(last) < timezone.localdate(at) else ""


def is_silence_told(
    *, invited_at: datetime, changes_until: datetime, now: datetime
) -> bool:
    """Shortly before the deadline, while something can still be done about it."""
    return (
        changes_until - LAST_CALL <= now < changes_until
        and invited_at + TIME_TO_ANSWER <= now
    )


def is_daytime(now: datetime) -> bool:
    """What can wait is not mailed at night."""
    return timezone.localtime(now).hour in DAYTIME
