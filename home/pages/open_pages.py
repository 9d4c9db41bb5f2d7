"""Pages that everybody may see: the one way in which lists are made."""

from functools import cache

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


@cache
def is_private() -> Exists:
    """The page or one above it is; built once, since every list asks it."""
    address = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = PageViewRestriction.objects.alias(address=address)
    return Exists(above.filter(address__startswith=F("page__path")))


class OpenPageQuerySet(PageQuerySet):
    """Wagtail's `public()` first fetches what is private; here it is one statement."""

    def open(self):
        """Published, and neither they nor a page above them is private."""
        return self.live().filter(~is_private())


def open_pages() -> OpenPageQuerySet:
    """Of all kinds, in no order, without the root of the tree."""
    return OpenPageQuerySet(Page).open().filter(depth__gt=1).order_by()
