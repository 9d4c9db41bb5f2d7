"""The words of the site, for “bedoelde je”: fetched at once, kept for a while."""

from collections.abc import Callable

from django.core.cache import cache
from django.db.models import QuerySet
from wagtail.models import Page

from home.pages.open_pages import OpenPageQuerySet
from home.people.models import Organisation, Person
from home.search.suggestions import vocabulary
from home.terms.models import Term

KEPT = 10 * 60  # seconds; a new title is no new word, as a rule
_KEY = "search-vocabulary"

# what names things, as one column; the floors above add theirs
NAMES: list[Callable[[], QuerySet]] = [
    lambda: OpenPageQuerySet(Page).open().order_by().values_list("title"),
    lambda: Person.objects.known().values_list("name"),
    lambda: Organisation.objects.known().values_list("name"),
    lambda: Term.objects.order_by().values_list("word"),
]


def known_words() -> dict[str, str]:
    """Folded, with how they are written; one query, for all processes with a cache."""
    known = cache.get(_KEY)
    if known is None:
        first, *others = (names() for names in NAMES)
        known = vocabulary(name for (name,) in first.union(*others, all=True))
        cache.set(_KEY, known, KEPT)
    return known
