"""The two files that go along with a mail about somebody's half."""

from django.core.mail import EmailMessage

from events.passes import calendar, pdf
from events.passes.halves import Half
from home import typesetting
from home.pages.details import SiteDetails


def attach_half(message: EmailMessage, half: Half) -> None:
    """The ticket as a PDF, and the event for a calendar."""
    slug = half.event.slug
    name = f"kaartje-{slug}.pdf"
    if half.side == "host":
        name = f"kaartje-{slug}-{half.reference}.pdf"
    message.attach(name, pdf.ticket_pdf(half), typesetting.CONTENT_TYPE)
    attach_calendar(message, half)


def attach_calendar(message: EmailMessage, half: Half) -> None:
    """Alone: an event that was called off is struck out of the calendar by it."""
    entry = calendar.calendar_file(half, organiser=_organiser())
    name = f"{half.event.slug}.ics"
    message.attach(name, entry.decode(), calendar.CONTENT_TYPE)


def _organiser() -> str:
    details = SiteDetails.objects.order_by("pk").first()
    return details.email if details else ""
