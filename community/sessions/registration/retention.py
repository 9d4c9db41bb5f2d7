"""How long we know who came: 30 days after it, and why they came as long."""

from datetime import datetime, timedelta

from django.db.models import Model

from community.sessions.planning.models import Session
from community.sessions.registration.at_the_table import keep_tables
from community.sessions.registration.models import Registration
from home.privacy.keepers import Keeper, Promise, Rows, keeps

AFTERWARDS = timedelta(days=30)


def forget(*, now: datetime) -> int:
    """The number of people who came stays with the report, the large roles too."""
    over = Registration.objects.filter(session__ends_at__lte=now - AFTERWARDS)
    keep_tables(Session.objects.filter(pk__in=over.values("session")))
    return over.delete()[0]


def about(email: str) -> dict[str, Rows]:
    theirs = Registration.objects.filter(reader__email=email.lower()).order_by("pk")
    return {
        "Bijeenkomsten": [
            {
                "bijeenkomst": str(each.session),
                "naam": each.name,
                "rol": str(each.role or ""),
                "organisatie": each.organisation,
                "in het vak": each.get_experience_display(),
                "waarom": each.get_why_display(),
                "stand": each.get_state_display(),
            }
            for each in theirs.select_related("session__page", "role")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    """Who waits gets the seat within a minute (`move_up_everywhere`)."""
    return Registration.objects.filter(reader__email=email.lower()).delete()[0]


WHAT = (
    "Meld je je aan voor een bijeenkomst: je naam, rol, waar je werkt en waarom je komt"
)
FIELDS: dict[type[Model], list[str]] = {Registration: ["name", "organisation"]}
KEEPER = keeps(
    Keeper(
        [Promise(WHAT, f"tot {AFTERWARDS.days} dagen na de bijeenkomst")],
        forget,
        about,
        erase,
        FIELDS,
    )
)
