"""How long it is known who said something in a session."""

from datetime import datetime, timedelta

from django.db.models import Model, Q

from community.sessions.harvest.models import Harvest
from home.privacy.keepers import Keeper, Promise, Rows, keeps

YEARS = 5
LONG = timedelta(days=YEARS * 365)
A_YEAR = timedelta(days=365)
NOBODYS = {"name": "", "registration": None, "reader": None}


def forget(*, now: datetime) -> int:
    """After a year without a name, what is hidden not at all; in the end nothing."""
    old = Harvest.objects.filter(said_at__lte=now - A_YEAR)
    hidden = old.filter(state=Harvest.State.HIDDEN).delete()[0]
    gone = Harvest.objects.filter(said_at__lte=now - LONG).delete()[0]
    named = old.exclude(**NOBODYS)
    return hidden + gone + named.update(**NOBODYS)


def _of(email: str):
    """By the link of a registration, or by a member of the group."""
    registered = Q(registration__reader__email=email.lower())
    return Harvest.objects.filter(registered | Q(reader__email=email.lower()))


def about(email: str) -> dict[str, Rows]:
    theirs = _of(email)
    return {
        "Oogst van bijeenkomsten": [
            {"naam": each.name, "bijdrage": each.text, "antwoord": each.answer}
            for each in theirs.order_by("pk")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    theirs = _of(email)
    return theirs.delete()[0]


def unname(*, email: str, now: datetime) -> int:
    """What the group answered stays."""
    theirs = _of(email)
    return theirs.update(**NOBODYS)


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
