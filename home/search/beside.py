"""What is found beside pages: two questions, however many kinds of it there are."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from wagtail.search.models import IndexEntry
from wagtail.search.query import And, PlainText, SearchQuery

from home.search.entries import Begun
from home.search.rules import beginning, fold, only_words
from home.search.sources import SOURCES, Result, Source

MOST = 100  # of each kind: the newest


def found_beside(words: str) -> dict[str, list[Result]]:
    """Of each kind what everybody may see, the newest first.

    What matches is asked of the index, and only then which of that may be seen: that
    takes longer than finding it."""
    matches = _matching(words)
    seen = _together(
        _shown(each, sorted(matches[each.value], reverse=True)[:MOST])
        for each in SOURCES
        if each.value in matches
    )
    found: dict[str, list[Result]] = {each.value: [] for each in SOURCES}
    by_value = {each.value: each for each in SOURCES}
    for value, _, *told in sorted(seen, key=lambda row: -row[1]):
        source = by_value[value]
        found[value].append(source.result(*told[: len(source.shown)]))
    return found


def beginnings(words: str) -> SearchQuery | str:
    """Every word of the search may be inflected: SQLite knows no stems."""
    begun = [PlainText(beginning(word)) for word in fold(only_words(words)).split()]
    return And(begun) if len(begun) > 1 else (begun or [""])[0]


def _matching(words: str) -> dict[str, list[int]]:
    """Those with the words, or with what begins so; the last is half typed perhaps."""
    asked = only_words(fold(words)).split()
    if not asked:
        return {}
    of_type = {
        ContentType.objects.get_for_model(each.model).pk: each for each in SOURCES
    }
    sentences = {pk for pk, each in of_type.items() if each.inflected}
    as_written = Begun(begun=asked[-1:], whole=asked[:-1])
    inflected = Begun(begun=[beginning(word) for word in asked])
    entries = IndexEntry.objects.filter(
        Q(as_written, content_type__in=of_type.keys() - sentences)
        | Q(inflected, content_type__in=sentences)
    )
    matches: dict[str, list[int]] = defaultdict(list)
    for content_type, pk in entries.values_list("content_type", "object_id"):
        matches[of_type[content_type].value].append(int(pk))
    return matches


def _shown(source: Source, pks: list[int]) -> QuerySet:
    """All as text, and as many of it for each kind: they go into one statement."""
    most = max(len(each.shown) for each in SOURCES)
    told = [Cast(each, TextField()) for each in source.shown]
    told += [Cast(Value(""), TextField())] * (most - len(told))
    columns = {f"told_{place}": each for place, each in enumerate(told)}
    rows = source.rows().filter(pk__in=pks).order_by().annotate(**columns)
    return rows.values_list(_named(source), "pk", *columns)


def _named(source: Source) -> Value:
    return Value(source.value, CharField())


def _together(asked: Iterable[QuerySet]) -> list[tuple]:
    questions = list(asked)
    if not questions:
        return []
    return list(questions[0].union(*questions[1:], all=True).order_by())
