"""The event as a file for somebody's calendar."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from events.passes.halves import Half

CONTENT_TYPE = "text/calendar"
PRODUCT = "-//Een Nieuw Geluid//Duotickets//NL"
BRING_IT = "Neem je kaartje mee: op papier of op je telefoon."
CALLED_OFF = "Dit evenement gaat niet door. Je kaartje werkt niet meer."


def calendar_file(half: Half, *, organiser: str) -> bytes:
    """Calendars are shared with colleagues, so no personal link and no code is in it.

    The sequence grows when the event moves or is called off: the same entry, with the
    new time, or struck out."""
    # only mails need it, and it makes every start of the site wait
    from icalendar import Calendar, Event, vCalAddress, vText  # noqa: PLC0415

    event = half.event
    entry = Event()
    entry.add("uid", half.uid)
    entry.add("dtstamp", _utc(event.called_off_at or half.since))
    entry.add("sequence", event.moves.count() + bool(event.called_off_at))
    entry.add("dtstart", timezone.localtime(event.starts_at))
    entry.add("dtend", timezone.localtime(event.ends_at))
    is_off = event.called_off_at is not None
    entry.add("summary", f"Gaat niet door: {event.name}" if is_off else event.name)
    entry.add("location", half.where)
    entry.add("description", CALLED_OFF if is_off else BRING_IT)
    entry.add("status", "CANCELLED" if is_off else "CONFIRMED")
    if organiser:
        address = vCalAddress(f"mailto:{organiser}")
        address.params["CN"] = vText(settings.SITE_NAME)
        entry.add("organizer", address)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    # only the years that matter: it would describe 1970 to 2038
    calendar.add_missing_timezones(
        first_date=event.starts_at.date().replace(month=1, day=1),
        last_date=event.ends_at.date().replace(month=12, day=31),
    )
    return calendar.to_ical()


def _utc(moment: datetime) -> datetime:
    return timezone.localtime(moment, timezone.get_fixed_timezone(0))
