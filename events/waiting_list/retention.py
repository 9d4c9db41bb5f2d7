"""How long we know who waited: 14 days after the event; who leaves, not at all."""

from datetime import datetime, timedelta

from django.db.models import Model

from events.waiting_list.models import WaitingEntry
from events.waiting_list.services import leave
from home.privacy.keepers import Keeper, Promise, Rows, keeps

WAITED = timedelta(days=14)  # after the event


def forget(*, now: datetime) -> int:
    """Running it again finds nothing more."""
    over = WaitingEntry.objects.filter(event__ends_at__lte=now - WAITED)
    gone, _ = over.delete()
    return gone


def about(email: str) -> dict[str, Rows]:
    entries = WaitingEntry.objects.filter(email__iexact=email).select_related("event")
    return {
        "Plaatsen op een wachtlijst": [
            {
                "evenement": each.event.name,
                "naam": each.name,
                "stand": each.get_state_display(),
            }
            for each in entries.order_by("pk")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    """Who waits leaves the list; what is over keeps its row, without a name."""
    entries = WaitingEntry.objects.filter(email__iexact=email)
    for entry in entries.filter(state__in=["waiting", "offered"]).order_by("pk"):
        leave(entry=entry, now=now)
    return entries.update(name="", email="")


WHAT = "Sta je op een wachtlijst: naam en e-mailadres"
HOW_LONG = (
    f"tot {WAITED.days} dagen na het evenement; ga je van de lijst af, dan wissen we "
    "ze meteen"
)
FIELDS: dict[type[Model], list[str]] = {WaitingEntry: ["name", "email"]}
KEEPER = keeps(Keeper([Promise(WHAT, HOW_LONG)], forget, about, erase, FIELDS))
