"""What differs between two texts, by paragraph and then by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString

MOST_WORDS = 800  # of one paragraph; longer ones are shown as old and new


class Passage(NamedTuple):
    """A paragraph: what went is in `del`, what came in `ins`."""

    html: SafeString
    is_changed: bool


def differences(old: list[str], new: list[str]) -> list[Passage]:
    return list(_passages(old, new))


def _passages(old: list[str], new: list[str]) -> Iterator[Passage]:
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for what, a1, a2, b1, b2 in steps:
        if what == "equal":
            yield from (Passage(escape(each), is_changed=False) for each in old[a1:a2])
            continue
        for before, after in zip_longest(old[a1:a2], new[b1:b2], fillvalue=""):
            yield Passage(_words(before, after), is_changed=True)


def _words(before: str, after: str) -> SafeString:
    old, new = (re.findall(r"\S+|\s+", text) for text in (before, after))
    if max(len(old), len(new)) > MOST_WORDS:
        return SafeString(_gone(before) + _come(after))
    drawn: list[str] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for what, a1, a2, b1, b2 in steps:
        if what == "equal":
            drawn.append(escape("".join(old[a1:a2])))
        else:
            drawn += [_gone("".join(old[a1:a2])), _come("".join(new[b1:b2]))]
    return SafeString("".join(drawn))


def _gone(words: str) -> str:
    return f"<del>{escape(words)}</del>" if words else ""


def _come(words: str) -> str:
    return f"<ins>{escape(words)}</ins>" if words else ""
