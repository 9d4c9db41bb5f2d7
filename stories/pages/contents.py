"""A table of contents from the headings that an editor typed; pure."""

import re
from itertools import chain, count
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.text import slugify

LONG = 4  # minutes to read; a shorter story is read in one go
ENOUGH = 3  # headings that make it worth a list

# as the editor's rich text keeps them; those of our own blocks have a class
_HEADING = re.compile(r'<h2(?: data-block-key="[^"]*")?>(.*?)</h2>', re.DOTALL)


class Heading(NamedTuple):
    """Where it stands, and its words without markup, still escaped."""

    anchor: str
    words: str


def anchored(html: str) -> tuple[str, list[Heading]]:
    """Every heading gets an address of its own; two of the same words get two."""
    found: list[Heading] = []

    def with_anchor(match: re.Match) -> str:
        words = strip_tags(match[1]).strip()
        if not words:  # an empty heading leads nowhere
            return match[0]
        found.append(Heading(_free_anchor(words, found), words))
        return f'<h2 id="{found[-1].anchor}">{match[1]}</h2>'

    return _HEADING.sub(with_anchor, html), found


def _free_anchor(words: str, taken: list[Heading]) -> str:
    """A word before it, so that no heading takes an address of the page itself."""
    anchor = f"kop-{slugify(words) or 'zonder-letters'}"
    others = {heading.anchor for heading in taken}
    numbered = (f"{anchor}-{number}" for number in count(2))
    return next(each for each in chain([anchor], numbered) if each not in others)


def is_worth_a_list(minutes: int, headings: list[Heading]) -> bool:
    return minutes >= LONG and len(headings) >= ENOUGH
