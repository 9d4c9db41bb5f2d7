"""How long we know who had the newsletter; who never confirmed, the readers forget."""

from datetime import datetime, timedelta

from django.db.models import Model, Q

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.newsletter.models import Delivery, Subscriber

AFTERWARDS = timedelta(days=90)
WHICH_ISSUES = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """Who left or was stopped long ago; their old links then lead to nobody."""
    long_ago = now - AFTERWARDS
    over = Q(left_at__lte=long_ago) | Q(stopped_at__lte=long_ago)
    named = Delivery.objects.filter(mailing__begun_at__lte=now - WHICH_ISSUES)
    unnamed = named.exclude(subscriber=None).update(subscriber=None)
    return unnamed + Subscriber.objects.filter(over).delete()[0]


def about(email: str) -> dict[str, Rows]:
    subscribers = Subscriber.objects.filter(reader__email=email.lower())
    deliveries = Delivery.objects.filter(subscriber__in=subscribers).order_by("pk")
    return {
        "Nieuwsbrief": [_told(each) for each in subscribers],
        "Nummers die je kreeg": [
            {
                "nummer": each.mailing.subject,
                "verstuurd op": each.sent_at,
                "teruggekomen op": each.bounced_at,
            }
            for each in deliveries.select_related("mailing")
        ],
    }


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
FIELDS: dict[type[Model], list[str]] = {Subscriber: [], Delivery: []}
KEEPER = keeps(
    Keeper(
        [
            Promise(WHAT, f"zolang je hem krijgt, en {AFTERWARDS.days} dagen daarna"),
            Promise(
                "Welke nummers je kreeg, en of de mail terugkwam",
                f"{WHICH_ISSUES.days} dagen",
            ),
        ],
        forget,
        about,
        erase,
        FIELDS,
    )
)
