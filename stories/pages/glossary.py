"""The first use of a word of the trade leads to what it means; pure."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import escape, format_html

# a text that an editor typed; our other blocks have words of their own
_TEXT = re.compile(r'(?<=<div class="rich">).*?(?=</div>)', re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
# a link in a link is none, and a heading says what it says
_LEFT_ALONE = {"a", "h2", "h3", "h4"}


class Word(NamedTuple):
    """As it stands on the list, and the way to it."""

    word: str
    meaning: str
    url: str


def explained(html: str, words: Iterable[Word]) -> str:
    """Each word once, wherever it is whole; `WFM’er` is another word than `WFM`."""
    known = {escape(each.word).casefold(): each for each in words}
    if not known:
        return html
    longest_first = sorted(known, key=len, reverse=True)
    either = "|".join(re.escape(each) for each in longest_first)
    wanted = re.compile(rf"(?<![\w-])(?:{either})(?!\w|[-’'][\w])", re.IGNORECASE)

    def linked(found: re.Match) -> str:
        word = known.pop(found[0].casefold(), None)
        if word is None:  # it was explained before
            return found[0]
        link = '<a class="term" href="{}" title="{}">'
        return f"{format_html(link, word.url, word.meaning)}{found[0]}</a>"

    def read(text: re.Match) -> str:
        return "".join(_outside(text[0], lambda part: wanted.sub(linked, part)))

    return _TEXT.sub(read, html)


def _outside(html: str, change) -> Iterable[str]:
    """Words that are in no link and no heading are changed, all else is not."""
    deep = 0
    for part in _TAG.split(html):
        if not part.startswith("<"):
            yield part if deep else change(part)
            continue
        name = _NAME.match(part)
        if name and name[1] in _LEFT_ALONE:
            deep += -1 if part.startswith("</") else 1
        yield part
