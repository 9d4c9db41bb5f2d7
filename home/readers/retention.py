"""How long we know an address: as long as something hangs on it."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models import Exists, Model, OuterRef, Q

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from home.readers.models import LINK_LASTS, Confirmation, Reader
from home.readers.purposes import purposes
from home.readers.services import DeadLink, refuse

UNUSED = timedelta(days=30)


def forget(*, now: datetime) -> int:
    """Who does not answer refuses; then the links, and who is known by nothing."""
    unanswered = Confirmation.objects.filter(
        given_at=None, asked_at__lte=now - LINK_LASTS
    )
    count = 0
    for asked in unanswered.select_related("reader").iterator():
        with suppress(DeadLink):  # what was asked is gone already
            refuse(asked=asked, now=now)
            count += 1
    links, _ = unanswered.delete()
    given = Confirmation.objects.filter(given_at__lte=now - UNUSED)
    old, _ = given.exclude(_withdraws()).delete()
    free = Reader.objects.filter(
        user=None, **{f"{name}__isnull": True for name in _hanging()}
    )
    never = Q(confirmed_at=None, asked_at__lte=now - LINK_LASTS)
    long_ago = Q(confirmed_at__lte=now - UNUSED)
    readers, _ = free.filter(never | long_ago).delete()
    return count + links + old + readers


def _withdraws() -> Q:
    """The links by which somebody still may take back what is theirs."""
    useful = Q(pk=None)
    for name, purpose in purposes().items():
        if purpose.lasts:
            theirs = purpose.model._default_manager.filter(
                pk=OuterRef("about_id"), reader=OuterRef("reader")
            )
            useful |= Q(Exists(theirs), purpose=name)
    return useful


def _hanging() -> list[str]:
    """How a query calls what refers to a reader, on every floor."""
    return [
        relation.name
        for relation in Reader._meta.get_fields()
        if relation.is_relation and relation.auto_created and not relation.concrete
    ]


def about(email: str) -> dict[str, Rows]:
    readers = Reader.objects.filter(email=email.lower())
    return {
        "Je adres": [
            {
                "e-mailadres": each.email,
                "eerste vraag op": each.asked_at,
                "bevestigd op": each.confirmed_at,
            }
            for each in readers
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    """What hangs on it goes along, or loses its name: each feature says which."""
    return Reader.objects.filter(email=email.lower()).delete()[0]


WHAT = "Je e-mailadres, als je daarmee iets aanvraagt of plaatst"
FIELDS: dict[type[Model], list[str]] = {Reader: ["email"], Confirmation: []}
KEEPER = keeps(
    Keeper(
        [
            Promise(
                WHAT, f"zolang er iets aan vastzit, en {UNUSED.days} dagen na de klik"
            ),
            Promise("Een aanvraag die je niet bevestigt", f"{LINK_LASTS.days} dagen"),
        ],
        forget,
        about,
        erase,
        FIELDS,
    )
)
