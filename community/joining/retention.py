"""How long we keep who wanted to join, and what they wrote."""

from datetime import datetime, timedelta

from django.db.models import Model

from community.joining.models import JoinRequest
from home.privacy.keepers import Keeper, Promise, Rows, keeps

KEPT = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """A year after it was written, answered or not."""
    return JoinRequest.objects.filter(written_at__lte=now - KEPT).delete()[0]


def about(email: str) -> dict[str, Rows]:
    asked = JoinRequest.objects.filter(reader__email=email.lower()).order_by("pk")
    return {
        "Aanmeldingen bij een werkgroep": [
            {
                "werkgroep": each.group.title,
                "naam": each.name,
                "functie": each.function,
                "antwoord": each.answer,
                "stand": each.get_state_display(),
                "reden": each.reason,
                "geschreven op": each.written_at,
            }
            for each in asked.select_related("group")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    return JoinRequest.objects.filter(reader__email=email.lower()).delete()[0]


WHAT = "Je aanmelding bij een werkgroep: je naam, je functie en wat je schreef"
FIELDS: dict[type[Model], list[str]] = {
    JoinRequest: ["name", "function", "answer", "reason"]
}
KEEPER = keeps(Keeper([Promise(WHAT, "een jaar")], forget, about, erase, FIELDS))
