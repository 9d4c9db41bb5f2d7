"""From an address to its page in two queries instead of two for every level."""

from wagtail.models import Page
from wagtail.url_routing import RouteResult

from home.pages.details import SiteDetails


def find_page(request, path: str) -> RouteResult | None:
    """The live page that stands at this very address; None leaves it to Wagtail.

    Wagtail walks down the tree and asks twice per level. Pages that route parts of
    their own address (feeds, filters) are found by that walk, as before."""
    details = SiteDetails.for_request_at_once(request)
    site = details.site
    parts = [part for part in path.split("/") if part]
    if site is None or not parts:
        return None
    url_path = site.root_page.url_path + "/".join(parts) + "/"
    page = Page.objects.live().filter(url_path=url_path).first()
    return RouteResult(page.specific) if page else None
