"""What the form of a page asks, asked of a version that may have been in no form."""

from collections.abc import Callable, Iterator
from functools import partial

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from home.pages.base import BasePage


def lacks(page: BasePage) -> list[str]:
    """What its form would mark in red, by the names that editors see there."""
    wrong = {*_refused(page.full_clean), *page.missing(), *_streams(page)}
    fields = page._meta.get_fields()
    named = [str(field.verbose_name) for field in fields if field.name in wrong]
    if NON_FIELD_ERRORS in wrong:
        named.append(str(page._meta.verbose_name))
    return [*named, *_rows(page)]


def _streams(page: BasePage) -> Iterator[str]:
    """A model does not look into its blocks; a form does."""
    for field in page._meta.fields:
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            if _refused(partial(field.stream_block.clean, value)):
                yield field.name


def _rows(page: BasePage) -> Iterator[str]:
    """Who worked on it, what is in an issue; remarks of editors are no part of it."""
    for relation in get_all_child_relations(type(page)):
        model, parent = relation.related_model, relation.field.name
        if model._meta.app_label == "wagtailcore":
            continue
        rows = getattr(page, relation.get_accessor_name()).all()
        if any(_refused(partial(row.full_clean, exclude=[parent])) for row in rows):
            yield str(model._meta.verbose_name_plural)


def _refused(clean: Callable[[], object]) -> list[str]:
    """The names of the fields that are wrong."""
    try:
        clean()
    except ValidationError as refused:
        return list(getattr(refused, "error_dict", [NON_FIELD_ERRORS]))
    return []
