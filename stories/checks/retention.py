"""How long we keep who read a draft, and what they said of it."""

from datetime import datetime, timedelta

from django.db.models import Model

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.checks.models import Check

KEPT = timedelta(days=365)


def forget(*, now: datetime) -> int:
    return Check.objects.filter(asked_at__lte=now - KEPT).delete()[0]


def about(email: str) -> dict[str, Rows]:
    checks = Check.objects.filter(email__iexact=email).select_related("story")
    return {
        "Feitenchecks": [
            {
                "verhaal": check.story.title,
                "naam": check.name,
                "gevraagd op": check.asked_at,
                "antwoord": check.get_answer_display(),
                "opmerkingen": check.remarks,
                "geantwoord op": check.answered_at,
            }
            for check in checks.order_by("asked_at", "pk")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    return Check.objects.filter(email__iexact=email).delete()[0]


WHAT = "Als je een verhaal vooraf las: je naam, je e-mailadres en wat je erover schreef"
FIELDS: dict[type[Model], list[str]] = {Check: ["name", "email", "remarks"]}
KEEPER = keeps(
    Keeper([Promise(WHAT, f"{KEPT.days} dagen")], forget, about, erase, FIELDS)
)
