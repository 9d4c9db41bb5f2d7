"""What pages of all kinds say of themselves: one statement for a whole list."""

import html
import json
import re
from collections.abc import Callable, Iterable

from django.db.models import F, TextField, Value
from django.db.models.functions import Cast
from wagtail.models import Page

from home.pages.base import BasePage

Rows = Callable[[type[BasePage]], dict]  # what is asked of each kind


def said(pages: Iterable[Page]) -> dict[int, tuple[str, str, str]]:
    """Summary and theme, name and address, of each."""
    rows = _of_all(pages, _introduction)
    return {
        pk: (described or summary or "", theme or "", slug or "")
        for pk, described, summary, theme, slug in rows
    }


def texts(pages: Iterable[Page]) -> dict[int, str]:
    """What stands in each, without any markup."""
    return {pk: plain(raw or "") for pk, raw in _of_all(pages, _text)}


def plain(raw: str) -> str:
    """Only the words: of rich text, or of blocks as they are stored."""
    try:
        text = " ".join(_words(json.loads(raw)))
    except ValueError:
        text = raw
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _words(stored) -> Iterable[str]:
    """All texts within the values of blocks."""
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, list):
        for each in stored:
            yield from _words(each)
    elif isinstance(stored, dict):
        inside = [stored["value"]] if "type" in stored else stored.values()
        for each in inside:
            yield from _words(each)


def _introduction(model: type[BasePage]) -> dict:
    summary = F(model.summary_field) if model.summary_field else Value("")
    return {
        "described": F("search_description"),
        "said": summary,
        "theme_said": model.theme_field("name"),
        "theme_at": model.theme_field("slug"),
    }


def _text(model: type[BasePage]) -> dict:
    return {"raw": F(model.text_field) if model.text_field else Value("")}


def _of_all(pages: Iterable[Page], asked: Rows) -> list[tuple]:
    numbers: dict[type[BasePage], list[int]] = {}
    for page in pages:
        model = page.specific_class
        if model and issubclass(model, BasePage):
            numbers.setdefault(model, []).append(page.pk)
    rows = [_rows(model, pks, asked(model)) for model, pks in numbers.items()]
    return list(rows[0].union(*rows[1:], all=True)) if rows else []


def _rows(model: type[BasePage], pks: list[int], asked: dict):
    columns = {name: Cast(what, TextField()) for name, what in asked.items()}
    found = model._default_manager.filter(pk__in=pks).order_by()
    return found.annotate(**columns).values_list("pk", *columns)
