"""From an address to its page in two queries instead of two for every level."""

from django.db.models import Exists, OuterRef
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from home.pages.base import BasePage
from home.pages.details import SiteDetails


def find_page(request, path: str) -> RouteResult | None:
    """The live page that stands at this very address; None leaves it to Wagtail.

    Wagtail walks down the tree, asks twice per level, and then twice more whether
    something above the page is private. Pages that route parts of their own address
    are found by that walk, as before."""
    site = SiteDetails.for_request_at_once(request).site
    if site is None:
        return None
    way = _way_down(site.root_page.url_path, path)
    if not way or way[-1].url_path != _url_path(site.root_page.url_path, path):
        return None
    page = _to_show(way[-1])
    page.is_open = not any(step.is_private or step.alias_of_id for step in way)
    return RouteResult(page)


def _url_path(root: str, path: str) -> str:
    return root + "".join(f"{part}/" for part in path.split("/") if part)


def _way_down(root: str, path: str) -> list[Page]:
    """The page and all above it, from the top; empty when it is not live."""
    parts = _url_path(root, path).split("/")[:-1]
    addresses = ["/".join(parts[:end]) + "/" for end in range(1, len(parts) + 1)]
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    way = (
        Page.objects.filter(url_path__in=addresses)
        .only("url_path", "path", "depth", "live", "alias_of", "content_type")
        .annotate(is_private=Exists(restrictions))
        .order_by("depth")
    )
    return list(way) if way and way[len(way) - 1].live else []


def _to_show(page: Page) -> Page:
    """The page itself, with the rows that its template always shows."""
    model = page.specific_class
    if model is None or not issubclass(model, BasePage) or not model.shown_with:
        return page.specific
    return model._base_manager.select_related(*model.shown_with).get(pk=page.pk)
