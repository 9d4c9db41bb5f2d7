"""Of what each group put first, one list; pure."""

from collections.abc import Iterable, Sequence

from community.questionnaires.rules import Line, tally

type TopThree = tuple[str, str, str]


def merged(rankings: Iterable[TopThree]) -> list[Line[str]]:
    """The same words are the same point; capitals, spaces and a full stop do not count.

    A group that names a point twice is counted once, where it stood highest."""
    words: dict[str, str] = {}
    places: dict[str, list[int]] = {}
    for ranking in rankings:
        named: set[str] = set()
        for place, text in enumerate(ranking):
            key = _key(text)
            if not key or key in named:
                continue
            named.add(key)
            words.setdefault(key, text.strip())
            places.setdefault(key, [0, 0, 0])[place] += 1
    return tally({words[key]: counts for key, counts in places.items()})


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def suggestions(rankings: Iterable[Sequence[str]]) -> list[str]:
    """What groups wrote so far, so that who means the same can write the same."""
    known = {_key(text): text.strip() for ranking in rankings for text in ranking}
    return sorted(text for key, text in known.items() if key)
