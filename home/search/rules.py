"""What is left of a search when everything that no database can read is gone."""

import re
import unicodedata


def readable(text: str) -> str:
    """Words with single spaces between them; no control characters, no colons.

    A null character or a lone surrogate is an error in the database. A colon would be
    read as `field:value`."""
    signs = (" " if _is_noise(sign) else sign for sign in text)
    return " ".join("".join(signs).split())


def only_words(text: str) -> str:
    """Letters and figures: a lone quote is an error where a word is only begun."""
    return " ".join(re.findall(r"\w+", text))


def _is_noise(sign: str) -> bool:
    return sign == ":" or unicodedata.category(sign).startswith("C")
