"""How long we keep what somebody was told, and what they follow."""

from datetime import datetime, timedelta

from django.db.models import Model

from home.following.models import Digest, Follow, Notice, Switch
from home.following.registry import find, followable_of, followables
from home.privacy.keepers import Keeper, Promise, Rows, keeps

KEPT = timedelta(days=90)


def forget(*, now: datetime) -> int:
    """Old notices and their mails; what is gone is followed by nobody."""
    notices, _ = Notice.objects.filter(at__lte=now - KEPT).delete()
    mails, _ = Digest.objects.filter(closes_at__lte=now - KEPT).delete()
    idle = Follow.objects.exclude(kind__in=followables())
    return notices + mails + idle.delete()[0]


def about(email: str) -> dict[str, Rows]:
    notices = Notice.objects.filter(user__reader__email=email.lower())
    follows = Follow.objects.filter(user__reader__email=email.lower()).order_by("pk")
    return {
        "Wat je volgt": [
            {"wat": _title(each), "sinds": each.since} for each in follows
        ],
        "Berichten aan jou": [
            {"bericht": each.title, "op": each.at, "gelezen op": each.seen_at}
            for each in notices.newest_first()
        ],
    }


def _title(follow: Follow) -> str:
    thing = find(follow.kind, follow.about_id)
    return followable_of(follow.kind).title(thing) if thing else follow.kind


def erase(*, email: str, now: datetime) -> int:
    """Also of who keeps an account, since an operator looks after that."""
    rows = 0
    for model in (Notice, Digest, Follow, Switch):
        rows += model.objects.filter(user__reader__email=email.lower()).delete()[0]
    return rows


FIELDS: dict[type[Model], list[str]] = {Notice: ["title", "address", "key"]}
KEEPER = keeps(
    Keeper(
        [
            Promise("Berichten aan jou op de site", f"{KEPT.days} dagen"),
            Promise("Wat je volgt", "tot je ermee stopt"),
        ],
        forget,
        about,
        erase,
        FIELDS,
    )
)
