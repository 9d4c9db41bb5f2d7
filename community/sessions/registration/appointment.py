"""A session as a file for somebody's calendar."""

from community.sessions.planning.models import Session
from home import calendar_file as file
from home.calendar_file import Entry, uid_of
from home.pages.details import SiteDetails

CONTENT_TYPE = file.CONTENT_TYPE
LINK = "De link staat op je eigen pagina, in je mail."
SIGN_UP = "De link krijgt wie zich aanmeldt."


def calendar_of(session: Session) -> bytes:
    """Who shares a calendar shares no link: it is for who registered."""
    details = SiteDetails.objects.order_by("pk").first()
    organiser = details.email if details else ""
    entry = entry_of(session, LINK)
    return file.calendar_file([entry], product="Bijeenkomsten", organiser=organiser)


def entry_of(session: Session, way_in: str) -> Entry:
    """`way_in` says how to come by the link, where it is online."""
    is_off = session.called_off_at is not None
    page = session.page
    return Entry(
        uid=uid_of("bijeenkomst", session.pk),
        stamped=session.called_off_at or page.first_published_at or session.starts_at,
        sequence=session.moves + is_off,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        name=page.title,
        where=session.where,
        note=f"{page.canonical}\n{way_in if session.is_online else ''}".strip(),
        is_off=is_off,
    )
