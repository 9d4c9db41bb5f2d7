"""Moments as a file for somebody's calendar; what they are about, the caller knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

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


def uid_of(what: str, number: int) -> str:
    """The same for ever, and nowhere else the same."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"{what}-{number}@{host}"


def calendar_file(
    entries: Sequence[Entry], *, product: str, organiser: str = "", name: str = ""
) -> bytes:
    """With a name it is a calendar to follow, fetched again every hour or so."""
    # few ask for it, and it makes every start of the site wait
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//{product}//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_line(entry, organiser))
    if entries:
        # only the years that matter: it would describe 1970 to 2038
        first = min(entry.starts_at for entry in entries).year
        last = max(entry.ends_at for entry in entries).year
        calendar.add_missing_timezones(
            first_date=date(first, 1, 1), last_date=date(last, 12, 31)
        )
    return calendar.to_ical()


def _line(entry: Entry, organiser: str):
    """Moved it is the same entry with the new time, called off it is struck out."""
    from icalendar import Event, vCalAddress, vText  # noqa: PLC0415

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
    return line
