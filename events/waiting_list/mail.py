"""The mails of the list: you are on it, there is a place, it is over."""

from django.core.mail import EmailMessage

from events.waiting_list.models import WaitingEntry
from events.waiting_list.place_in_line import place_in_line
from home.mail.letters import letter
from home.mail.registry import builds

State = WaitingEntry.State


@builds("events.waiting", about=WaitingEntry)
def waiting(entry: WaitingEntry) -> EmailMessage | None:
    """With the link to the own page, which is the way off too."""
    if entry.state not in {State.WAITING, State.OFFERED}:
        return None
    place = place_in_line(entry) if entry.state == State.WAITING else None
    return _letter("waiting", entry, place=place)


@builds("events.offer", about=WaitingEntry)
def offer(entry: WaitingEntry) -> EmailMessage | None:
    """A place, until when, and what to do; not when it was taken or left meanwhile."""
    if entry.state != State.OFFERED:
        return None
    return _letter("offer", entry, order=entry.order)


@builds("events.offer_lapsed", about=WaitingEntry)
def offer_lapsed(entry: WaitingEntry) -> EmailMessage | None:
    """The place went on to the next."""
    if entry.state != State.LAPSED:
        return None
    return _letter("offer_lapsed", entry)


@builds("events.waiting_off", about=WaitingEntry)
def waiting_off(entry: WaitingEntry) -> EmailMessage | None:
    """It does not happen, nothing was charged, and the data go."""
    if entry.state != State.OFF:
        return None
    return _letter("waiting_off", entry)


def _letter(name: str, entry: WaitingEntry, **more: object) -> EmailMessage | None:
    if not entry.email:
        return None
    context = {"entry": entry, "event": entry.event, **more}
    return letter(name, to=entry.email, context=context)
