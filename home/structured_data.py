"""The words of schema.org that pages of all floors use."""

from collections.abc import Iterable

from django.conf import settings

SITE = {"@type": "Organization", "name": settings.SITE_NAME, "url": settings.SITE_URL}


def graph(*things: dict) -> dict:
    """What one page tells, together."""
    return {"@context": "https://schema.org", "@graph": list(things)}


def breadcrumbs(way: Iterable[tuple[str, str]]) -> dict:
    """The way to a page, itself included: names with complete addresses."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(way, start=1)
        ],
    }
