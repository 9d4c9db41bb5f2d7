"""A moment as a file for somebody's calendar; what it is about, the caller knows."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone

CONTENT_TYPE = "text/calendar"


@dataclass(frozen=True)
class Entry:
    """One line in a calendar; a later one with the same `uid` takes its place.

    Calendars are shared with colleagues, so no personal link and no code is in it."""

    uid: str
    stamped: datetime
    sequence: int  # grows when it is moved or called off
    starts_at: datetime
    ends_at: datetime
    name: str
    where: str
    note: str
    is_off: bool = False


def calendar_file(entry: Entry, *, product: str, organiser: str) -> bytes:
    """Moved it is the same entry with the new time, called off it is struck out."""
    # only mails need it, and it makes every start of the site wait
    from icalendar import Calendar, Event, vCalAddress, vText  # noqa: PLC0415

    line = Event()
    line.add("uid", entry.uid)
    line.add("dtstamp", entry.stamped.astimezone(UTC))
    line.add("sequence", entry.sequence)
    line.add("dtstart", timezone.localtime(entry.starts_at))
    line.add("dtend", timezone.localtime(entry.ends_at))
    line.add("summary", f"Gaat niet door: {entry.name}" if entry.is_off else entry.name)
    line.add("location", entry.where)
    line.add("description", entry.note)
    line.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    if organiser:
        address = vCalAddress(f"mailto:{organiser}")
        address.params["CN"] = vText(settings.SITE_NAME)
        line.add("organizer", address)
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//{product}//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(line)
    # only the years that matter: it would describe 1970 to 2038
    calendar.add_missing_timezones(
        first_date=entry.starts_at.date().replace(month=1, day=1),
        last_date=entry.ends_at.date().replace(month=12, day=31),
    )
    return calendar.to_ical()
