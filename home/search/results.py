"""From words to pages: what is found, and what the list says about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast
from wagtail.models import Page
from wagtail.search.utils import parse_query_string

from home.pages.base import BasePage
from home.search.rules import only_words

A_PAGE = 20


@dataclass(frozen=True)
class Result:
    """One line of the list."""

    title: str
    url: str
    kind: str
    summary: str
    theme: str
    theme_slug: str


def find(words: str, number: str | None) -> PaginatorPage:
    """One page of results; whole words first, and beginnings of words if none match."""
    pages = Page.objects.live().public().filter(depth__gt=1)
    _, query = parse_query_string(words, operator="and")
    found = Paginator(pages.search(query), A_PAGE)
    if not found.count:
        found = Paginator(pages.autocomplete(only_words(words)), A_PAGE)
    one_page = found.get_page(number)
    one_page.object_list = _results(list(one_page.object_list))
    return one_page


def _results(pages: list[Page]) -> list[Result]:
    said = _said(pages)
    return [
        Result(
            page.title,
            page.url,
            ContentType.objects.get_for_id(page.content_type_id).name,
            *said.get(page.pk, ("", "", "")),
        )
        for page in pages
    ]


def _said(pages: list[Page]) -> dict[int, tuple[str, str, str]]:
    """Summary and theme of pages of all kinds, in one statement."""
    numbers: dict[type[BasePage], list[int]] = {}
    for page in pages:
        model = page.specific_class
        if model and issubclass(model, BasePage):
            numbers.setdefault(model, []).append(page.pk)
    rows = [_rows(model, pks) for model, pks in numbers.items()]
    if not rows:
        return {}
    return {
        pk: (described or summary or "", theme or "", slug or "")
        for pk, described, summary, theme, slug in rows[0].union(*rows[1:], all=True)
    }


def _rows(model: type[BasePage], pks: Iterable[int]):
    summary = F(model.summary_field) if model.summary_field else Value("")
    return (
        model._default_manager.filter(pk__in=pks)
        .order_by()
        .annotate(
            said=Cast(summary, TextField()),
            theme_said=Cast(model.theme_field("name"), TextField()),
            theme_at=Cast(model.theme_field("slug"), TextField()),
        )
        .values_list("pk", "search_description", "said", "theme_said", "theme_at")
    )
