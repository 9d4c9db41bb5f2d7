"""The two files that go along with a half; called by the pages of host and guest."""

from django.http import HttpResponse

from events.passes import calendar, pdf
from events.passes.halves import Half
from home import typesetting
from home.pages.details import SiteDetails


def ticket_file(half: Half) -> HttpResponse:
    """The half as a PDF."""
    name = f"kaartje-{half.event.slug}.pdf"
    return _file(pdf.ticket_pdf(half), typesetting.CONTENT_TYPE, name)


def calendar_file(request, half: Half) -> HttpResponse:
    """The event for a calendar, from the organiser in the details of the site."""
    details = SiteDetails.for_request_at_once(request)
    content = calendar.calendar_file(half, organiser=details.email)
    return _file(content, calendar.CONTENT_TYPE, f"{half.event.slug}.ics")


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
