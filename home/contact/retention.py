"""How long we keep what somebody wrote to us: a year."""

from datetime import datetime, timedelta

from django.db.models import Model

from home.contact.models import Message
from home.privacy.keepers import Keeper, Promise, Rows, keeps

KEPT = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """Delete the messages of more than a year ago."""
    gone, _ = Message.objects.filter(sent_at__lte=now - KEPT).delete()
    return gone


def about(email: str) -> dict[str, Rows]:
    messages = Message.objects.filter(email__iexact=email).order_by("sent_at", "pk")
    return {
        "Berichten aan ons": [
            {"naam": each.name, "bericht": each.text, "gestuurd op": each.sent_at}
            for each in messages
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    gone, _ = Message.objects.filter(email__iexact=email).delete()
    return gone


WHAT = "Een bericht dat je ons stuurt: je naam, je e-mailadres en wat je schreef"
FIELDS: dict[type[Model], list[str]] = {Message: ["name", "email", "text"]}
KEEPER = keeps(
    Keeper([Promise(WHAT, f"{KEPT.days} dagen")], forget, about, erase, FIELDS)
)
