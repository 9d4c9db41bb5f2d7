"""What to read next: what the editor picked, then what is most alike, and why."""

from collections.abc import Callable
from functools import cache

from django.db.models import BigIntegerField, Case, IntegerField, QuerySet, When

from home.statements import Blank, Statement
from stories.pages.cards import Card, read_cards

RELATED = 3
ALIKE = ("series", "organisation", "theme")  # the nearest first
PICKED = [(n, f"picked_{n}") for n in range(RELATED)]


def read_next(story, cards: Callable[[], QuerySet]) -> list[Card]:
    """Of these rows of cards, in one statement; each with the reason that is shown."""
    picked = story.picked_pks
    like = {name: getattr(story, f"{name}_id") for name in ALIKE}
    like |= {name: picked[n] if n < len(picked) else None for n, name in PICKED}
    reasons = _reasons(story)
    found = []
    for *row, place in _nearest(cards).rows(story=story.pk, **like):
        [card] = read_cards([tuple(row)])
        card.reason = reasons.get(place, "")
        found.append(card)
    return found


@cache
def _nearest(cards: Callable[[], QuerySet]) -> Statement:
    """Picked: below zero, in the order of the editor; alike: from zero up."""
    likeness = [When(pk=_number(name), then=n - RELATED) for n, name in PICKED]
    likeness += [
        When(**{name: _number(name)}, then=place) for place, name in enumerate(ALIKE)
    ]
    place = Case(*likeness, default=len(ALIKE), output_field=IntegerField())
    others = cards().exclude(pk=_number("story")).annotate(place=place)
    return Statement(lambda: others.order_by("place", "-date", "-pk")[:RELATED])


def _number(name: str) -> Blank:
    """Empty where a story has none: nothing is like that."""
    return Blank(name, BigIntegerField())


def _reasons(story) -> dict[int, str]:
    """Why, by place; of the newest, which came along, there is nothing to say."""
    picked = dict.fromkeys(range(-RELATED, 0), "gekozen door de redactie")
    return picked | {
        0: "zelfde reeks",
        1: f"ook over {story.organisation}",
        2: f"ook over {story.theme}",
    }
