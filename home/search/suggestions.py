"""“Bedoelde je …”: the nearest words that are on the site; pure."""

from collections.abc import Iterable

from home.search.rules import fold, only_words

MOST_WORDS = 6  # of a search; more is a sentence, and no slip of the pen


def did_you_mean(words: str, known: dict[str, str]) -> str:
    """The search with each unknown word as the nearest known one; "" if none is near.

    `known` has folded words, with how they are written."""
    meant = [
        known.get(fold(word)) or nearest(fold(word), known) or word
        for word in only_words(words).split()[:MOST_WORDS]
    ]
    proposal = " ".join(meant)
    return "" if fold(proposal) == fold(only_words(words)) else proposal


def nearest(word: str, known: dict[str, str]) -> str:
    """As it is written; "" when nothing is near enough."""
    most = _slips(word)
    near = [
        (distance, other)
        for other in known
        if abs(len(other) - len(word)) <= most
        and (distance := _distance(word, other, most)) <= most
    ]
    return known[min(near)[1]] if near and most else ""


def vocabulary(texts: Iterable[str]) -> dict[str, str]:
    """Every word of at least four letters, folded, with how it is written first."""
    known: dict[str, str] = {}
    for text in texts:
        for word in only_words(text).split():
            if len(word) > 3 and not word.isdigit():
                known.setdefault(fold(word), word.lower())
    return known


def _slips(word: str) -> int:
    """How many are forgiven: in a short word one makes another word."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _distance(one: str, other: str, most: int) -> int:
    """Letters added, left out, changed or swapped; more than `most` is just more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, its in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and (letter, its) == (other[j - 2], one[i - 2]):
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            break
    else:
        return row[-1]
    return most + 1
