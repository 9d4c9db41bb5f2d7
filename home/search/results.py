"""From words to what is found, and what the list says about it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Count, Q
from wagtail.models import Page
from wagtail.search.utils import parse_query_string

from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet
from home.search.beside import beginnings, found_beside
from home.search.hits import Hits
from home.search.rules import fold
from home.search.sources import SOURCES, Result, Source
from home.search.texts import said, texts

A_PAGE = 20
RANKED = 500  # what is found more often is found for no reason: then the newest first
BESIDE = 3  # of each source, beside the pages

Kind = tuple[str, str, int]  # value, label and how many


@dataclass
class Found:
    """Everything that the page of results shows."""

    results: PaginatorPage
    kinds: list[Kind] = field(default_factory=list)
    beside: list[tuple[Source, list[Result]]] = field(default_factory=list)

    @property
    def number(self) -> int:
        return sum(number for _, _, number in self.kinds)


def find(words: str, *, kind: str, theme: str, number: str | None) -> Found:
    """Pages of one kind or of all, and who and what is called so.

    A page has no people, so who asks for a theme gets pages only."""
    look, by_type = _way_that_finds(words, theme)
    kinds = [
        (value, label, sum(by_type.get(each, 0) for each in types))
        for value, (label, types) in page_kinds().items()
    ]
    others = {} if theme else found_beside(words)
    kinds += [
        (each.value, each.label, len(others.get(each.value, []))) for each in SOURCES
    ]
    hits = Hits(words)
    if kind in others:
        return Found(Paginator(others[kind], A_PAGE).get_page(number), kinds)
    chosen = page_kinds().get(kind)
    number_found = sum(
        by_type.get(each, 0) for each in (chosen[1] if chosen else by_type)
    )
    ranked = number_found <= RANKED
    found = look(order_by_relevance=ranked)
    if chosen:
        found = found.filter(content_type__in=chosen[1])
    paginator = Paginator(found, A_PAGE)
    paginator.count = number_found
    results = paginator.get_page(number)
    pages = list(results.object_list) if paginator.count else []
    results.object_list = _results(pages, hits)
    beside = [
        (each, others[each.value][:BESIDE])
        for each in SOURCES
        if others.get(each.value) and not chosen and results.number == 1
    ]
    return Found(results, kinds, beside)


@cache
def page_kinds() -> dict[str, tuple[str, list[int]]]:
    """What a page is found as: the label, and the content types of such pages."""
    kinds: dict[str, tuple[str, list[int]]] = {}
    for model in apps.get_models():
        if issubclass(model, BasePage):
            value, label = model.found_as
            kinds.setdefault(value, (label, []))[1].append(
                ContentType.objects.get_for_model(model).pk
            )
    return kinds


def _to_be_seen(found, theme: str) -> OpenPageQuerySet:
    """By everybody. Asked of what was found: of all pages it takes longer than finding,
    and a search may be told about fields only."""
    pages = found.get_queryset().open().filter(depth__gt=1)
    if not theme:
        return pages
    of_theme = Q(pk__in=())
    for model in apps.get_models():
        if issubclass(model, BasePage) and model.has_a_theme():
            rows = model._base_manager.annotate(at=model.theme_field("slug"))
            of_theme |= Q(pk__in=rows.filter(at=theme).values("pk"))
    return pages.filter(of_theme)


def _way_that_finds(words: str, theme: str) -> tuple[Callable, dict[int, int]]:
    """Whole words, or what begins with them if none match; with the number per type."""
    _, query = parse_query_string(fold(words), operator="and")
    pages = OpenPageQuerySet(Page)
    ways = [(pages.search, query), (pages.autocomplete, beginnings(words))]
    for way, asked in ways:
        look = partial(_look, way, asked, theme)
        types = look(order_by_relevance=False).order_by().values_list("content_type")
        by_type = dict(types.annotate(Count("pk")))
        if by_type:
            break
    return look, by_type


def _look(way: Callable, asked, theme: str, *, order_by_relevance: bool):
    """Where there is no word to look for, nothing is found."""
    found = way(asked, order_by_relevance=order_by_relevance)
    if not found.supports_facet:
        return OpenPageQuerySet(Page).none()
    return _to_be_seen(found, theme)


def _results(pages: list[Page], hits: Hits) -> list[Result]:
    """With a piece of the text where the summary does not show the hit."""
    introduced = said(pages)
    silent = [
        page
        for page in pages
        if page.title not in hits and introduced.get(page.pk, ("",))[0] not in hits
    ]
    inside = {pk: hits.around(text) for pk, text in texts(silent).items()}
    return [
        _result(page, *introduced.get(page.pk, ("", "", "")), inside.get(page.pk, ""))
        for page in pages
    ]


def _result(page: Page, summary: str, theme: str, slug: str, piece: str) -> Result:
    kind = ContentType.objects.get_for_id(page.content_type_id).name
    return Result(page.title, page.url, kind, piece or summary, theme, slug)
