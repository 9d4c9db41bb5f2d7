"""How long it is known who said something in a session."""

from datetime import datetime, timedelta

from django.db.models import Model

from community.sessions.harvest.models import Harvest
from home.privacy.keepers import Keeper, Promise, Rows, keeps

YEARS = 5
LONG = timedelta(days=YEARS * 365)
A_YEAR = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """After a year without a name, what is hidden not at all; in the end nothing."""
    old = Harvest.objects.filter(said_at__lte=now - A_YEAR)
    hidden = old.filter(state=Harvest.State.HIDDEN).delete()[0]
    gone = Harvest.objects.filter(said_at__lte=now - LONG).delete()[0]
    named = old.exclude(name="", registration=None)
    return hidden + gone + named.update(name="", registration=None)


def about(email: str) -> dict[str, Rows]:
    theirs = Harvest.objects.filter(registration__reader__email=email.lower())
    return {
        "Oogst van bijeenkomsten": [
            {"naam": each.name, "bijdrage": each.text, "antwoord": each.answer}
            for each in theirs.order_by("pk")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    theirs = Harvest.objects.filter(registration__reader__email=email.lower())
    return theirs.delete()[0]


def unname(*, email: str, now: datetime) -> int:
    """What the group answered stays."""
    theirs = Harvest.objects.filter(registration__reader__email=email.lower())
    return theirs.update(name="", registration=None)


KEEPER = keeps(
    Keeper(
        [
            Promise(
                "Wat je in een bijeenkomst inbrengt, en je naam als je wilt",
                f"je naam 1 jaar, je woorden {YEARS} jaar",
            )
        ],
        forget,
        about,
        erase,
        dict[type[Model], list[str]]({Harvest: ["name", "text", "heading", "answer"]}),
        unname,
    )
)
