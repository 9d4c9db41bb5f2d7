"""How long we know who asked for links: a day."""

from datetime import datetime, timedelta

from django.db.models import Model

from events.my_links.models import LinkRequest
from home.privacy.keepers import Keeper, Promise, Rows, keeps

ASKED = timedelta(days=1)


def forget(*, now: datetime) -> int:
    """Running it again finds nothing more."""
    gone, _ = LinkRequest.objects.filter(asked_at__lte=now - ASKED).delete()
    return gone


def about(email: str) -> dict[str, Rows]:
    asked = LinkRequest.objects.filter(email__iexact=email).order_by("asked_at", "pk")
    return {"Vragen om je link": [{"gevraagd op": each.asked_at} for each in asked]}


def erase(*, email: str, now: datetime) -> int:
    gone, _ = LinkRequest.objects.filter(email__iexact=email).delete()
    return gone


WHAT = "Vraag je je link opnieuw aan: je e-mailadres"
FIELDS: dict[type[Model], list[str]] = {LinkRequest: ["email"]}
KEEPER = keeps(
    Keeper([Promise(WHAT, "hoogstens een dag")], forget, about, erase, FIELDS)
)
