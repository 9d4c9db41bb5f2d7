"""What to read next: what the editor picked, then what is most alike, and why."""

from django.db.models import Case, IntegerField, Value, When

from stories.pages.cards import Card, read_cards

RELATED = 3
ALIKE = ("series", "organisation", "theme")  # the nearest first


def read_next(story, cards) -> list[Card]:
    """Of these rows of cards, in one statement; each with the reason that is shown."""
    rows = cards.exclude(pk=story.pk).annotate(place=_place(story))
    chosen = rows.order_by("place", "-date", "-pk")[:RELATED]
    reasons = _reasons(story)
    found = []
    for *row, place in chosen:
        [card] = read_cards([row])
        card.reason = reasons.get(place, "")
        found.append(card)
    return found


def _place(story) -> Case:
    """Picked: below zero, in the order of the editor; alike: from zero up."""
    picked = story.picked_pks
    likeness = [
        When(pk=pk, then=place) for place, pk in enumerate(picked, start=-len(picked))
    ]
    likeness += [
        When(**{name: key}, then=place)
        for place, name in enumerate(ALIKE)
        if (key := getattr(story, f"{name}_id"))
    ]
    return Case(*likeness, default=Value(len(ALIKE)), output_field=IntegerField())


def _reasons(story) -> dict[int, str]:
    """Why, by place; of the newest, which came along, there is nothing to say."""
    picked = dict.fromkeys(range(-RELATED, 0), "gekozen door de redactie")
    return picked | {
        0: "zelfde reeks",
        1: f"ook over {story.organisation}",
        2: f"ook over {story.theme}",
    }
