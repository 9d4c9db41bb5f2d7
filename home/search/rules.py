"""What is left of a search when everything that no database can read is gone."""

import re
import unicodedata

# what an inflected word ends in, the longest first
ENDINGS = ("heden", "ers", "en", "es", "er", "e", "s")
SHORTEST = 4  # of what is left, or else everything begins with it


def readable(text: str) -> str:
    """Words with single spaces between them; no control characters, no colons.

    A null character or a lone surrogate is an error in the database. A colon would be
    read as `field:value`."""
    signs = (" " if _is_noise(sign) else sign for sign in text)
    return " ".join("".join(signs).split())


def only_words(text: str) -> str:
    """Letters and figures: a lone quote is an error where a word is only begun."""
    return " ".join(re.findall(r"\w+", text))


def fold(text: str) -> str:
    """Small letters without accents: `Coördinatie` and `coordinatie` are one word."""
    if text.isascii():  # as most words are, and a text has very many
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def beginning(word: str) -> str:
    """What a folded word has in common with its inflections.

    `thuiswerkers` and `thuiswerken` begin with `thuiswerk`. It need not be a word: it
    is only looked for at the beginning of one."""
    for ending in ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST:
            return base[:-1] if base[-1] == base[-2] and len(base) > SHORTEST else base
    return word


def _is_noise(sign: str) -> bool:
    return sign == ":" or unicodedata.category(sign).startswith("C")
