"""How long we know who had the newsletter; who never confirmed, the readers forget."""

from datetime import datetime, timedelta

from django.db.models import Model, Q

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.newsletter.models import Subscriber

AFTERWARDS = timedelta(days=90)


def forget(*, now: datetime) -> int:
    """Who left or was stopped long ago; their old links then lead to nobody."""
    long_ago = now - AFTERWARDS
    over = Q(left_at__lte=long_ago) | Q(stopped_at__lte=long_ago)
    return Subscriber.objects.filter(over).delete()[0]


def about(email: str) -> dict[str, Rows]:
    subscribers = Subscriber.objects.filter(reader__email=email.lower())
    return {"Nieuwsbrief": [_told(each) for each in subscribers]}


def _told(subscriber: Subscriber) -> dict:
    themes = [theme.name for theme in subscriber.themes.all()]
    return {
        "hoe vaak": subscriber.get_rhythm_display(),
        "thema’s": ", ".join(themes) or "alle",
        "toestemming": f"versie {subscriber.consent}",
        "gevraagd op": subscriber.asked_at,
        "bevestigd op": subscriber.confirmed_at,
        "afgemeld op": subscriber.left_at,
        "gestopt op": subscriber.stopped_at,
    }


def erase(*, email: str, now: datetime) -> int:
    gone, _ = Subscriber.objects.filter(reader__email=email.lower()).delete()
    return gone


WHAT = (
    "Je aanmelding voor de nieuwsbrief: hoe vaak, welke thema’s, waar je ja op zei en "
    "wanneer"
)
FIELDS: dict[type[Model], list[str]] = {Subscriber: []}
KEEPER = keeps(
    Keeper(
        [Promise(WHAT, f"zolang je hem krijgt, en {AFTERWARDS.days} dagen daarna")],
        forget,
        about,
        erase,
        FIELDS,
    )
)
