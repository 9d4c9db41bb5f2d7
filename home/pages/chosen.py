"""What the blocks of a page chose, brought at once when an editor opens it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model, OuterRef, Subquery
from django.db.models.functions import Left, Length
from wagtail import blocks
from wagtail.images.models import AbstractImage
from wagtail.models import Page

Rows = dict[tuple[type[Model], int], Model]

_rows: ContextVar[Rows] = ContextVar("rows")


class AtOnce(blocks.StreamBlock):
    """A form asks every chooser for its row: together they ask once per kind."""

    def get_form_state(self, value):
        with _brought(self.extract_references(value)):
            return super().get_form_state(value)


def row_of(model: type[Model], chosen: Any) -> Any:
    """The row, where it was brought; else what it was asked with."""
    return _rows.get({}).get((model, chosen), chosen)


@contextmanager
def _brought(references: Iterable[tuple]) -> Iterator[None]:
    wanted: dict[type[Model], set[int]] = {}
    for model, number, *_ in references:
        if not issubclass(model, AbstractImage):  # those are brought already
            wanted.setdefault(model, set()).add(int(number))
    rows: Rows = {}
    for model, numbers in wanted.items():
        rows |= {(model, row.pk): row for row in _ask(model, numbers)}
    before = _rows.set(rows)
    try:
        yield
    finally:
        _rows.reset(before)


def _ask(model: Any, numbers: set[int]) -> list[Any]:
    rows = model._default_manager.filter(pk__in=numbers)
    if not issubclass(model, Page):
        return list(rows)
    above = Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen)
    parents = Page.objects.filter(path=above).values("pk")[:1]
    pages = list(rows.annotate(parent_pk=Subquery(parents)))
    for page in pages:  # a chooser shows the title, and begins beside the page
        page._cached_parent_obj = Page(pk=page.parent_pk)
        page.specific = page
    return pages
