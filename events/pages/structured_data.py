"""An event in the words of schema.org, for search engines."""

from django.utils import timezone

from events.pages.rules import Choice, State
from events.tickets.rules import Window, closes_at

AVAILABILITY = {
    State.OPEN: "InStock",
    State.NOT_YET: "PreOrder",
    State.CLOSED: "OutOfStock",
    State.SOLD_OUT: "SoldOut",
    State.OVER: "OutOfStock",
    State.NO_TICKETS: "OutOfStock",
    State.CALLED_OFF: "OutOfStock",
}


def of_event(page, *, organiser: str, site_url: str) -> dict:
    """Moments carry their offset, so that nobody comes an hour early."""
    event = page.event
    status = "EventCancelled" if event.called_off_at else "EventScheduled"
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.name,
        "description": page.description,
        "url": page.canonical,
        "inLanguage": "nl",
        "startDate": _moment(event.starts_at),
        "endDate": _moment(event.ends_at),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": event.venue,
            "address": {
                "@type": "PostalAddress",
                "streetAddress": event.address,
                "addressLocality": event.city,
                "addressCountry": "NL",
            },
        },
        "organizer": {"@type": "Organization", "name": organiser, "url": site_url},
        "offers": [_offer(page, choice) for choice in page.sale.choices],
    }


def _offer(page, choice: Choice) -> dict:
    """One price for two people."""
    state = page.sale.state
    if page.sale.is_open and not choice.is_open:
        state = State.NOT_YET if choice.window is Window.NOT_YET else State.SOLD_OUT
    event = page.event
    offer = {
        "@type": "Offer",
        "name": choice.ticket.name,
        "price": f"{choice.asking.price:.2f}",
        "priceCurrency": "EUR",
        "availability": f"https://schema.org/{AVAILABILITY[state]}",
        "url": f"{page.canonical}#bestellen",
        "validThrough": _moment(choice.asking.until or closes_at(event, choice.ticket)),
    }
    if choice.opens_at:
        offer["validFrom"] = _moment(choice.opens_at)
    return offer


def _moment(moment) -> str:
    return timezone.localtime(moment).isoformat()
