"""How long a story takes to read."""

import math
from collections.abc import Iterable

WORDS_A_MINUTE = 220


def reading_minutes(texts: Iterable[str]) -> int:
    """Whole minutes, rounded up, and never none."""
    words = sum(len(text.split()) for text in texts)
    return max(1, math.ceil(words / WORDS_A_MINUTE))
