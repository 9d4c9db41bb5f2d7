"""How long we keep who said that they are somebody."""

from datetime import datetime, timedelta

from django.db.models import Model

from home.claims.models import Claim
from home.privacy.keepers import Keeper, Promise, Rows, keeps

KEPT = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """A year after the answer; what was tied stays tied."""
    return Claim.objects.filter(asked_at__lte=now - KEPT).delete()[0]


def about(email: str) -> dict[str, Rows]:
    claims = Claim.objects.filter(user__email__iexact=email).order_by("pk")
    return {
        "Wie je zei te zijn": [
            {
                "persoon": str(each.person),
                "toelichting": each.note,
                "stand": each.get_status_display(),
                "reden": each.reason,
                "gevraagd op": each.asked_at,
            }
            for each in claims.select_related("person")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    return Claim.objects.filter(user__email__iexact=email).delete()[0]


WHAT = "Dat je zei wie je bent, wat je daarbij schreef, en ons antwoord"
FIELDS: dict[type[Model], list[str]] = {Claim: ["note", "reason"]}
KEEPER = keeps(
    Keeper([Promise(WHAT, f"{KEPT.days} dagen")], forget, about, erase, FIELDS)
)
