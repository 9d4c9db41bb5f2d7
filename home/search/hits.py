"""Where in a text the words of a search stand; pure, so the same on both databases."""

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from home.search.rules import beginning, fold, only_words

AROUND = 110  # signs before and after the first hit in a long text
_ACCENTED = r"[^\W\x00-\x7f]"  # only folding tells which letter it is


class Hits:
    """The words of one search, to be marked in what is found."""

    def __init__(self, words: str):
        self.words = fold(only_words(words)).split()
        long = [word for word in self.words if len(word) > 3]
        self.beginnings = tuple(beginning(word) for word in long)
        # a text is long: only what begins with a letter of ours is folded and compared
        first = "|".join([_ACCENTED, *(re.escape(word[0]) for word in self.words)])
        self.candidate = re.compile(rf"\b(?=\w)(?:{first})\w*", re.IGNORECASE)

    def __contains__(self, text: str) -> bool:
        return any(self._is_one(word.group()) for word in self.candidate.finditer(text))

    def marked(self, text: str) -> SafeString:
        """The text, escaped, with every hit in a <mark>."""
        parts: list[str] = []
        end = 0
        for word in self.candidate.finditer(text):
            if self._is_one(word.group()):
                parts += [conditional_escape(text[end : word.start()])]
                parts += [f"<mark>{conditional_escape(word.group())}</mark>"]
                end = word.end()
        parts.append(conditional_escape(text[end:]))
        # every part is escaped above
        return mark_safe("".join(parts))  # noqa: S308

    def around(self, text: str) -> str:
        """The words around the first hit in a long text; "" without one."""
        words = self.candidate.finditer(text)
        hit = next((word for word in words if self._is_one(word.group())), None)
        if hit is None:
            return ""
        start, end = max(0, hit.start() - AROUND), hit.end() + AROUND
        shown = text[start:end]
        if start:
            shown = "… " + shown.partition(" ")[2]
        return shown if end >= len(text) else shown.rpartition(" ")[0] + " …"

    def _is_one(self, word: str) -> bool:
        """A word of the search, or one that begins as it does; a short one exactly."""
        folded = fold(word)
        return folded in self.words or folded.startswith(self.beginnings)
