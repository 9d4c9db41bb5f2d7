"""A session in the words of schema.org."""

from django.conf import settings
from django.utils import timezone

from home.structured_data import SITE, breadcrumbs, graph

ATTENDANCE = {
    "online": "OnlineEventAttendanceMode",
    "op-locatie": "OfflineEventAttendanceMode",
    "beide": "MixedEventAttendanceMode",
}


def of_session(page) -> dict:
    """Free, so the offer is nothing; the link for who takes part is in none of it."""
    session = page.session
    status = "EventCancelled" if session.called_off_at else "EventScheduled"
    places: list[dict] = []
    if session.place:
        places.append(
            {"@type": "Place", "name": session.place, "address": session.place}
        )
    if session.is_online:
        places.append({"@type": "VirtualLocation", "url": page.canonical})
    event = {
        "@type": "Event",
        "name": page.title,
        "description": page.description,
        "url": page.canonical,
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "startDate": timezone.localtime(session.starts_at).isoformat(),
        "endDate": timezone.localtime(session.ends_at).isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[session.form]}",
        "location": places,
        "organizer": page.group.as_organization() if page.group else SITE,
    }
    above = ("Agenda", settings.SITE_URL + page.url.removesuffix(f"{page.slug}/"))
    return graph(event, breadcrumbs([above, (page.title, page.canonical)]))
