"""Join, choose and leave; joining counts once the address is confirmed."""

from dataclasses import dataclass, field
from datetime import datetime

from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.newsletter import consent
from stories.newsletter.links import preferences
from stories.newsletter.models import Subscriber
from stories.pages.themes import Theme

PURPOSE = "stories.newsletter"


@dataclass(frozen=True)
class Wish:
    """How often, and about what; no theme is every theme."""

    rhythm: str = Subscriber.Rhythm.MONTH
    themes: list[Theme] = field(default_factory=list)


@whole
def subscribe(*, email: str, wish: Wish, now: datetime) -> Subscriber:
    """The same mail and the same answer, whether we know the address or not.

    What somebody gets now changes by their own link only. Raises TooManyAsked."""
    reader = reader_for(email, now=now)
    subscriber, _ = Subscriber.objects.select_for_update().get_or_create(
        reader=reader,
        defaults={"consent": consent.VERSION, "asked_at": now},
    )
    if not subscriber.is_active:
        subscriber.consent, subscriber.asked_at = consent.VERSION, now
        choose(subscriber=subscriber, wish=wish)
    ask_to_confirm(reader=reader, purpose=PURPOSE, about=subscriber, now=now)
    return subscriber


@whole
def choose(*, subscriber: Subscriber, wish: Wish) -> None:
    """From the next issue on."""
    subscriber.rhythm = wish.rhythm
    subscriber.save(update_fields=["rhythm", "consent", "asked_at"])
    subscriber.themes.set(wish.themes)


def leave(*, subscriber: Subscriber, now: datetime) -> None:
    """Once; who left stays away until they join again."""
    Subscriber.objects.active().filter(pk=subscriber.pk).update(left_at=now)


def accept(subscriber: Subscriber, *, now: datetime) -> None:
    """From here on it counts, also for who left or was stopped before."""
    if not subscriber.is_active:
        Subscriber.objects.filter(pk=subscriber.pk).update(
            confirmed_at=now, left_at=None, stopped_at=None
        )


def refuse(subscriber: Subscriber, *, now: datetime) -> None:
    """Somebody else asked: who had it keeps it, and who had not is forgotten."""
    if subscriber.confirmed_at is None:
        subscriber.delete()


def _leads_to(subscriber: Subscriber) -> str:
    return f"{preferences(subscriber)}?welkom=1"


confirms(
    PURPOSE,
    Purpose(
        model=Subscriber,
        what="de nieuwsbrief",
        button="Ja, stuur me de nieuwsbrief",
        accept=accept,
        refuse=refuse,
        leads_to=_leads_to,
    ),
)
