"""What a writer does: propose, write, hand in, answer."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial

from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from home.mail.services import owe_mail
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.contributions.models import Contribution, Note, SentPhoto

PURPOSE = "stories.contribution"
MAIL = "stories.contribution"
MOST_PHOTOS = 6
Status = Contribution.Status


class NotYourTurn(Exception):
    """An editor has it now, or it is finished."""


class TooManyPhotos(Exception):
    """MOST_PHOTOS are with the piece already."""


@dataclass(frozen=True)
class Pitch:
    """What somebody would like to write, and under which name."""

    name: str
    title: str
    plan: str


@dataclass(frozen=True)
class Draft:
    """All that a writer may change."""

    name: str
    function: str
    title: str
    kind: str
    plan: str
    text: str
    answer: str


@whole
def propose(*, email: str, pitch: Pitch, now: datetime) -> Contribution:
    """It begins when its owner pressed the button. Raises TooManyAsked."""
    reader = reader_for(email, now=now)
    contribution, _ = Contribution.objects.update_or_create(  # sent twice, it is one
        reader=reader,
        title=pitch.title,
        status=Status.ASKED,
        defaults={
            "name": pitch.name,
            "plan": pitch.plan,
            "asked_at": now,
            "saved_at": now,
        },
    )
    ask_to_confirm(reader=reader, purpose=PURPOSE, about=contribution, now=now)
    return contribution


def accept(contribution: Contribution, *, now: datetime) -> None:
    """The pen is theirs, and a mail keeps the link."""
    contribution.status, contribution.saved_at = Status.DRAFT, now
    contribution.save(update_fields=["status", "saved_at"])
    owe_mail(kind=MAIL, about=contribution, now=now, occasion="begun")


def refuse(contribution: Contribution, *, now: datetime) -> None:
    contribution.delete()


@whole
def save(*, contribution: Contribution, draft: Draft, now: datetime) -> None:
    """Half a piece is fine. Raises NotYourTurn."""
    _of_the_writer(contribution).update(**asdict(draft), saved_at=now)


@whole
def hand_in(*, contribution: Contribution, draft: Draft, now: datetime) -> None:
    """To the editors, with an answer to what they asked. Raises NotYourTurn."""
    save(contribution=contribution, draft=replace(draft, answer=""), now=now)
    Contribution.objects.filter(pk=contribution.pk).update(
        status=Status.HANDED_IN, handed_in_at=now
    )
    if draft.answer:
        Note.objects.create(
            contribution=contribution, from_editor=False, text=draft.answer, at=now
        )


def is_handed_in(contribution: Contribution, draft: Draft) -> bool:
    """Word for word: a second click, or another tab, said nothing new."""
    same = asdict(replace(draft, answer=""))
    handed_in = Contribution.objects.filter(status=Status.HANDED_IN, **same)
    last = contribution.notes.order_by("-pk").first()
    said = last.text if last and not last.from_editor else ""
    return handed_in.filter(pk=contribution.pk).exists() and draft.answer in ("", said)


@whole
def add_photo(
    *, contribution: Contribution, file: File, about: dict[str, str], now: datetime
) -> SentPhoto:
    """With its credit, note and rights. Raises NotYourTurn, TooManyPhotos."""
    mine = _of_the_writer(contribution)
    if contribution.photos.count() >= MOST_PHOTOS:
        raise TooManyPhotos
    mine.update(saved_at=now)
    return SentPhoto.objects.create(contribution=contribution, file=file, **about)


@whole
def remove_photos(*, contribution: Contribution, numbers: list[int]) -> None:
    """What is gone already is fine. Raises NotYourTurn."""
    _of_the_writer(contribution)
    discard(contribution.photos.filter(pk__in=numbers))


def discard(photos: QuerySet[SentPhoto]) -> int:
    """The rows, and their files once that is certain."""
    for file in [photo.file for photo in photos]:
        gone = partial(file.storage.delete, str(file))
        transaction.on_commit(gone, robust=True)
    return photos.delete()[0]


def _of_the_writer(contribution: Contribution) -> QuerySet[Contribution]:
    """Locked, if it is the writer's turn."""
    mine = Contribution.objects.filter(
        pk=contribution.pk, status__in=Contribution.WRITING
    )
    if mine.select_for_update().first() is None:
        raise NotYourTurn
    return mine


def link_of(contribution: Contribution) -> str:
    return reverse("contribution", args=[contribution.token])


def _leads_to(contribution: Contribution) -> str:
    return f"{link_of(contribution)}?welkom=1"


confirms(
    PURPOSE,
    Purpose(
        model=Contribution,
        what="een eigen pagina om een stuk te schrijven",
        button="Ja, ik wil schrijven",
        accept=accept,
        refuse=refuse,
        leads_to=_leads_to,
    ),
)
