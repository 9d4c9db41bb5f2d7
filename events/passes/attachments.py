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
    entry = calendar.calendar_file(half, organiser=_organiser())
    message.attach(f"{slug}.ics", entry.decode(), calendar.CONTENT_TYPE)


def _organiser() -> str:
    details = SiteDetails.objects.order_by("pk").first()
    return details.email if details else ""
