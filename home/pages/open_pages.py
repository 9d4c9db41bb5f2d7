"""Pages that everybody may see: the one way in which lists are made."""

from functools import cache

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Left, Length
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


@cache
def is_private() -> Exists:
    """The page or one above it is; built once, since every list asks it.

    As ids within ids: of a join SQLite reads all pages again, for each of them."""
    closed = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page"))
    beginning = Left(OuterRef("path"), Length("path"))
    return Exists(closed.alias(beginning=beginning).filter(path=F("beginning")))


class OpenPageQuerySet(PageQuerySet):
    """Wagtail's `public()` first fetches what is private; here it is one statement."""

    def open(self):
        """Published, and neither they nor a page above them is private."""
        return self.live().filter(~is_private())


def open_pages() -> OpenPageQuerySet:
    """Of all kinds, in no order, without the root of the tree."""
    return OpenPageQuerySet(Page).open().filter(depth__gt=1).order_by()
