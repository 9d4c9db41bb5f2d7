"""The mails to who registered: one letter, which differs in what it has to say."""

from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from community.sessions.registration.appointment import CONTENT_TYPE, calendar_of
from community.sessions.registration.models import Registration
from home.mail.letters import letter
from home.mail.registry import builds

PLACED = "community.placed"
WAITING = "community.on_waiting_list"
MOVED = "community.session_moved"
OFF = "community.session_off"
REMINDER = "community.session_reminder"


class Said(NamedTuple):
    """What this mail says, before when and where."""

    title: str
    opening: str
    has_calendar: bool = True


CALENDAR = "In de bijlage zit de afspraak voor je agenda."
_PLACED = Said("Je doet mee aan {}", f"Er is een plek voor je. {CALENDAR}")
_WAITING = Said(
    "Je staat op de wachtlijst voor {}",
    "Alle plekken zijn bezet. Komt er een vrij en ben jij aan de beurt, dan krijg je "
    "die vanzelf, en een mail.",
    has_calendar=False,
)
_MOVED = Said(
    "Verzet: {}",
    "Er is iets veranderd aan wanneer of waar. Hieronder staat hoe het nu is. Kun je "
    "dan niet, meld je dan af: een ander krijgt je plek. De afspraak in de bijlage "
    "vervangt de oude.",
)
_OFF = Said("Gaat niet door: {}", "Deze bijeenkomst gaat niet door.")
_REMINDER = Said(
    "Herinnering: {}",
    "Je doet mee, en het is bijna zover. Kun je toch niet, meld je dan af: dan kan een "
    "ander erbij.",
    has_calendar=False,
)


@builds(PLACED, about=Registration)
def placed(registration: Registration) -> EmailMessage | None:
    return letter_about(registration, _PLACED) if registration.is_placed else None


@builds(WAITING, about=Registration)
def on_waiting_list(registration: Registration) -> EmailMessage | None:
    return letter_about(registration, _WAITING) if registration.is_waiting else None


@builds(MOVED, about=Registration)
def moved(registration: Registration) -> EmailMessage | None:
    return letter_about(registration, _MOVED) if registration.is_open else None


@builds(OFF, about=Registration)
def called_off(registration: Registration) -> EmailMessage | None:
    return letter_about(registration, _OFF) if registration.is_open else None


@builds(REMINDER, about=Registration)
def reminder(registration: Registration) -> EmailMessage | None:
    is_off = registration.session.called_off_at is not None
    if is_off or not registration.is_placed:
        return None
    return letter_about(registration, _REMINDER)


def letter_about(registration: Registration, said: Said) -> EmailMessage:
    session = registration.session
    context = {
        "title": said.title.format(session),
        "opening": said.opening,
        "session": session,
        "registration": registration,
        "address": settings.SITE_URL
        + reverse("registration", args=[registration.token]),
    }
    message = letter("session", to=registration.reader.email, context=context)
    if said.has_calendar and not registration.is_waiting:
        file = calendar_of(session).decode()
        message.attach(f"bijeenkomst-{session.pk}.ics", file, CONTENT_TYPE)
    return message
