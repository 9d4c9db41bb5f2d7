"""How long it is known who said something in a session."""

from datetime import datetime, timedelta

from django.db.models import F, Model, OuterRef, Q, Subquery

from community.sessions.harvest.models import Harvest
from community.sessions.planning.models import Session
from home.privacy.keepers import Keeper, Promise, Rows, keeps

YEARS = 5
LONG = timedelta(days=YEARS * 365)
A_YEAR, A_WEEK = timedelta(days=365), timedelta(days=7)
NOBODYS = {"name": "", "registration": None, "reader": None}


def forget(*, now: datetime) -> int:
    """After a year without a name, what is hidden not at all; in the end nothing.

    Of what has no name the moment goes after a week, when the lead has heard of it:
    it would be found in the log of a server, beside a personal link."""
    old = Harvest.objects.filter(said_at__lte=now - A_YEAR)
    hidden = old.filter(state=Harvest.State.HIDDEN).delete()[0]
    gone = Harvest.objects.filter(said_at__lte=now - LONG).delete()[0]
    unnamed = old.exclude(**NOBODYS).update(**NOBODYS)
    return hidden + gone + unnamed + _without_moment(now)


def _without_moment(now: datetime) -> int:
    """As if all of it was said when the session began."""
    begin = Session.objects.filter(pk=OuterRef("session")).values("starts_at")
    over = Harvest.objects.filter(session__ends_at__lte=now - A_WEEK, **NOBODYS)
    exact = over.exclude(said_at=F("session__starts_at"))
    return exact.update(said_at=Subquery(begin))


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
                f"je naam 1 jaar, je woorden {YEARS} jaar; zonder naam na een week "
                "ook niet meer hoe laat",
            )
        ],
        forget,
        about,
        erase,
        dict[type[Model], list[str]]({Harvest: ["name", "text", "heading", "answer"]}),
        unname,
    )
)
