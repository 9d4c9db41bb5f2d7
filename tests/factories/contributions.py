"""Pieces that readers wrote, and who writes along."""

from datetime import datetime

from home.models import Person
from stories.models import Contribution, Contributor
from tests.factories.home import make_person
from tests.factories.reactions import WILMA, make_reader

LONG = " ".join(["woord"] * 120)


def make_contribution(
    *, now: datetime, email: str = WILMA, status: str = "in", **fields
) -> Contribution:
    """Handed in, unless told otherwise."""
    fields = {
        "name": "Wilma Postma",
        "function": "teamleider",
        "title": "Bellen met de wachtrij aan",
        "plan": "Wat er gebeurt als je niet ophangt.",
        "text": LONG,
        **fields,
    }
    return Contribution.objects.create(
        reader=make_reader(email, now=now),
        status=status,
        asked_at=now,
        saved_at=now,
        handed_in_at=None if status in {"asked", "draft"} else now,
        **fields,
    )


def make_contributor(
    person: Person | None = None, *, now: datetime, email: str = WILMA
) -> Contributor:
    return Contributor.objects.create(
        person=person or make_person("Wilma Postma"),
        reader=make_reader(email, now=now),
    )
