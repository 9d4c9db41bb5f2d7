"""How long we keep a piece and who wrote it; the published story is the editors'."""

from datetime import datetime, timedelta

from django.db.models import Model, QuerySet
from django.utils import timezone

from home.privacy.keepers import Files, Keeper, Promise, Rows, keeps
from stories.contributions.models import (
    Contribution,
    Contributor,
    Note,
    Reward,
    SentPhoto,
)
from stories.contributions.services import discard

KEPT = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """A year after the last word; who then has nothing left is no writer any more."""
    pieces = _throw_away(Contribution.objects.filter(saved_at__lte=now - KEPT))
    idle = Contributor.objects.filter(reader__contributions=None)
    valid = Reward.objects.filter(valid_until__gte=timezone.localdate(now))
    writers, _ = idle.exclude(person__in=valid.values("person")).delete()
    return pieces + writers


def _throw_away(pieces: QuerySet[Contribution]) -> int:
    """With the files of their photos."""
    photos = discard(SentPhoto.objects.filter(contribution__in=pieces))
    return photos + pieces.delete()[0]


def about(email: str) -> dict[str, Rows]:
    pieces = Contribution.objects.filter(reader__email=email.lower()).order_by("pk")
    rewards = Reward.objects.filter(person__contributor__reader__email=email.lower())
    return {
        "Bijdragen": [
            _told(each) for each in pieces.prefetch_related("notes", "photos")
        ],
        "Beloningen": [
            {
                "beloning": each.what,
                "waarde": each.value,
                "code": each.code,
                "verdiend op": each.earned_at,
                "geldig tot en met": each.valid_until,
            }
            for each in rewards.order_by("pk")
        ],
    }


def files(email: str) -> Files:
    """The photos that wait with a piece."""
    theirs = {"contribution__reader__email": email.lower()}
    return [each.file for each in SentPhoto.objects.filter(**theirs).order_by("pk")]


def _told(piece: Contribution) -> dict:
    return {
        "titel": piece.title,
        "naam": piece.name,
        "functie": piece.function,
        "voorstel": piece.plan,
        "tekst": piece.text,
        "wat je erbij zegt": piece.answer,
        "stand": piece.get_status_display(),
        "foto’s": ", ".join(
            f"{photo} (beeld: {photo.credit})" for photo in piece.photos.all()
        ),
        "berichten": "\n\n".join(note.text for note in piece.notes.all()),
        "voorgesteld op": piece.asked_at,
    }


def erase(*, email: str, now: datetime) -> int:
    """A name under a published story the editors take away, on request."""
    pieces = _throw_away(Contribution.objects.filter(reader__email=email.lower()))
    writers, _ = Contributor.objects.filter(reader__email=email.lower()).delete()
    return pieces + writers


WHAT = (
    "Een stuk dat je voorstelt of schrijft: je naam, functie, de tekst, de foto’s en "
    "de berichten erover"
)
WRITER = "Dat je meeschrijft, en welke beloning je verdiende"
FIELDS: dict[type[Model], list[str]] = {
    Contribution: ["name", "function", "title", "plan", "text", "answer"],
    Note: ["text"],
    SentPhoto: ["credit", "note"],
    Contributor: [],
}
KEEPER = keeps(
    Keeper(
        [
            Promise(WHAT, f"{KEPT.days} dagen nadat je het laatst bewaarde"),
            Promise(WRITER, "zolang er een stuk of een geldige beloning is"),
        ],
        forget,
        about,
        erase,
        FIELDS,
        files=files,
    )
)
