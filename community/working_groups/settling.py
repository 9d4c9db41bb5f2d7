"""What must be so before the text of an outcome stands; others add to it here."""

from collections.abc import Callable
from typing import Any

type Objection = Callable[[Any], str]  # of the outcome; "" when nothing is in the way

_objections: list[Objection] = []


def objects(objection: Objection) -> Objection:
    """Register a reason why it cannot be settled yet, in a sentence for the lead."""
    _objections.append(objection)
    return objection


def objections_to(outcome) -> list[str]:
    if outcome.pk is None:
        return []
    return [said for objection in _objections if (said := objection(outcome))]
