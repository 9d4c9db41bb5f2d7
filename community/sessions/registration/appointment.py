"""A session as a file for somebody's calendar."""

from urllib.parse import urlsplit

from django.conf import settings

from community.sessions.planning.models import Session
from home import calendar_file as file
from home.calendar_file import Entry
from home.pages.details import SiteDetails

CONTENT_TYPE = file.CONTENT_TYPE
LINK = "De link staat op je eigen pagina, in je mail."


def calendar_of(session: Session) -> bytes:
    """Who shares a calendar shares no link: it is for who registered."""
    details = SiteDetails.objects.order_by("pk").first()
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    is_off = session.called_off_at is not None
    page = session.page
    entry = Entry(
        uid=f"bijeenkomst-{session.pk}@{host}",
        stamped=session.called_off_at or page.first_published_at or session.starts_at,
        sequence=session.moves + is_off,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        name=page.title,
        where=session.where,
        note=f"{page.canonical}\n{LINK if session.is_online else ''}".strip(),
        is_off=is_off,
    )
    organiser = details.email if details else ""
    return file.calendar_file(entry, product="Bijeenkomsten", organiser=organiser)
