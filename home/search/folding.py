"""Accents are folded on the way into the index, as they are in what is looked for."""

from copy import copy
from functools import cache

from wagtail.search import index

from home.search.rules import fold


class Folded(index.Indexed):
    """A model of which every word is found with and without its accents.

    Not by PostgreSQL: that needs an extension, and SQLite has none."""

    @classmethod
    @cache
    def get_search_fields(cls):
        return [_folded(field) for field in super().get_search_fields()]


def _folded(field):
    if isinstance(field, index.RelatedFields):
        related = copy(field)
        related.fields = [_folded(each) for each in field.fields]
        return related
    if not isinstance(field, index.SearchField | index.AutocompleteField):
        return field
    plain = copy(field)
    plain.get_value = lambda row: _fold(field.get_value(row))
    return plain


def _fold(value):
    if isinstance(value, list):
        return [_fold(each) for each in value]
    return fold(value) if isinstance(value, str) else value
