"""How long corrections are kept, and whose they were."""

from datetime import datetime, timedelta

from django.db.models import Model

from community.sessions.report.models import Correction
from home.privacy.keepers import Keeper, Promise, Rows, keeps

A_YEAR = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """The report itself stays: it is published."""
    return Correction.objects.filter(said_at__lte=now - A_YEAR).delete()[0]


def about(email: str) -> dict[str, Rows]:
    theirs = Correction.objects.filter(registration__reader__email=email.lower())
    return {
        "Verbeteringen van verslagen": [
            {"verbetering": each.text, "antwoord": each.answer}
            for each in theirs.order_by("pk")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    theirs = Correction.objects.filter(registration__reader__email=email.lower())
    return theirs.delete()[0]


WHAT = "Wat je verbetert in het verslag van een bijeenkomst"
KEEPER = keeps(
    Keeper(
        [Promise(WHAT, "1 jaar")],
        forget,
        about,
        erase,
        dict[type[Model], list[str]]({Correction: ["text", "answer"]}),
    )
)
