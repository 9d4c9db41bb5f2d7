"""How long we keep what somebody wrote to a member: until it surely arrived."""

from datetime import datetime, timedelta

from django.db.models import Model

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from home.reaching.models import Approach

KEPT = timedelta(days=30)


def forget(*, now: datetime) -> int:
    """The member has it in their mail; we need it no longer."""
    return Approach.objects.filter(asked_at__lte=now - KEPT).delete()[0]


def about(email: str) -> dict[str, Rows]:
    asked = Approach.objects.filter(reader__email=email.lower()).order_by("pk")
    return {
        "Berichten aan leden": [
            {
                "aan": str(each.person),
                "naam": each.name,
                "bericht": each.text,
                "geschreven op": each.asked_at,
            }
            for each in asked.select_related("person")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    return Approach.objects.filter(reader__email=email.lower()).delete()[0]


WHAT = "Een bericht dat je via de site aan iemand stuurt"
FIELDS: dict[type[Model], list[str]] = {Approach: ["name", "text"]}
KEEPER = keeps(
    Keeper([Promise(WHAT, f"{KEPT.days} dagen")], forget, about, erase, FIELDS)
)
