"""What a story says before a reader sees it, and how long it takes to read."""

import math
from collections.abc import Iterable, Sized

from stories.pages.kinds import Kind

WORDS_A_MINUTE = 220
MOST_TOPICS = 3
TOGETHER = ["kind", "organisation", "source", "source_url", "topics"]


def missing(*, kind, organisation, source, source_url, topics: Sized) -> dict[str, str]:
    """Sentences, by field; a draft may do without any of it."""
    said = {}
    if kind == Kind.PORTRAIT and not organisation:
        said["organisation"] = "Een portret gaat over een organisatie. Kies welke."
    if source_url and not source:
        said["source"] = (
            "Zeg ook bij wie het stond; het adres alleen zegt een lezer weinig."
        )
    if len(topics) > MOST_TOPICS:
        said["topics"] = (
            f"Kies er hoogstens {MOST_TOPICS}; nu zijn het er {len(topics)}."
        )
    return said


def reading_minutes(texts: Iterable[str]) -> int:
    """Whole minutes, rounded up, and never none."""
    words = sum(len(text.split()) for text in texts)
    return max(1, math.ceil(words / WORDS_A_MINUTE))
