"""The event as a file for somebody's calendar."""

from events.passes.halves import Half
from home import calendar_file as file
from home.calendar_file import Entry

CONTENT_TYPE = file.CONTENT_TYPE
PRODUCT = "Duotickets"
BRING_IT = "Neem je kaartje mee: op papier of op je telefoon."
CALLED_OFF = "Dit evenement gaat niet door. Je kaartje werkt niet meer."


def calendar_file(half: Half, *, organiser: str) -> bytes:
    """The sequence grows when the event moves or is called off."""
    event = half.event
    is_off = event.called_off_at is not None
    entry = Entry(
        uid=half.uid,
        stamped=event.called_off_at or half.since,
        sequence=event.moves.count() + is_off,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        name=event.name,
        where=half.where,
        note=CALLED_OFF if is_off else BRING_IT,
        is_off=is_off,
    )
    return file.calendar_file([entry], product=PRODUCT, organiser=organiser)
