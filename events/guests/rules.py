"""Who may come as a guest, and why (rule 2)."""

from datetime import date, timedelta

from events.guests.models import Guest
from events.tickets.models import Event
from home.people.models import Sector


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
