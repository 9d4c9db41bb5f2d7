"""From an address to its page in two queries instead of two for every level."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet, TextField
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from home.pages.base import BasePage
from home.pages.details import SiteDetails
from home.statements import StatementOfMany


class Step(NamedTuple):
    """A page on the way down: no more of its row than finding it takes."""

    pk: int
    url_path: str
    content_type: int
    live: bool
    alias_of: int | None
    is_private: bool


def find_page(request, path: str) -> RouteResult | None:
    """The live page that stands at this very address; None leaves it to Wagtail.

    Wagtail walks down the tree, asks twice per level, and then twice more whether
    something above the page is private. Pages that route parts of their own address
    are found by that walk, as before."""
    front = SiteDetails.for_request_at_once(request).front_page
    if front is None:
        return None
    way = _way_down(front.url_path, path)
    if not way or way[-1].url_path != _url_path(front.url_path, path):
        return None
    page = _to_show(way[-1])
    page.is_open = not any(step.is_private or step.alias_of for step in way)
    return RouteResult(page)


def _url_path(root: str, path: str) -> str:
    return root + "".join(f"{part}/" for part in path.split("/") if part)


def _way_down(root: str, path: str) -> list[Step]:
    """The page and all above it, from the top; empty when it is not live."""
    parts = _url_path(root, path).split("/")[:-1]
    addresses = ["/".join(parts[:end]) + "/" for end in range(1, len(parts) + 1)]
    way = [Step(*row) for row in STEPS.rows(addresses)]
    return way if way and way[-1].live else []


def _steps(addresses: list) -> QuerySet:
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    steps = Page.objects.filter(url_path__in=addresses).order_by("depth")
    return steps.values_list(*Step._fields[:-1], Exists(restrictions))


STEPS = StatementOfMany(_steps, TextField())


def _to_show(step: Step) -> Page:
    """The page itself, with the rows that its template always shows."""
    model = ContentType.objects.get_for_id(step.content_type).model_class()
    if model is None or not issubclass(model, BasePage):
        return Page.objects.get(pk=step.pk).specific
    return model.to_show(step.pk)
