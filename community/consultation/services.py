"""Say something about a text, and answer who did."""

from datetime import datetime

from django.contrib.auth.models import User

from community.consultation.mail import KIND
from community.consultation.models import Remark, Words
from community.working_groups.outcome_page import OutcomePage
from home.mail.services import owe_mail
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.reactions.models import Ruling
from stories.reactions.moderation import note_elsewhere

PURPOSE = "community.remark"
State = Remark.State


class AlreadyAnswered(Exception):
    """Somebody else who leads the group was first."""


@whole
def remark(
    *, outcome: OutcomePage, email: str, words: Words, known: bool, now: datetime
) -> Remark:
    """The lead reads it once its address is confirmed; `known`: it is already.

    Without a number it is of who is banned, and gone. Raises TooManyAsked."""
    reader = reader_for(email, now=now)
    said, _ = Remark.objects.get_or_create(  # sent twice, it is one
        outcome=outcome,
        reader=reader,
        state__in=[State.ASKED, State.WAITING],
        paragraph=words.paragraph,
        text=words.text,
        defaults={
            "passage": words.passage,
            "verdict": words.verdict,
            "name": words.name,
            "written_at": now,
        },
    )
    if said.state == State.ASKED:
        if known:
            accept(said, now=now)
        else:
            ask_to_confirm(reader=reader, purpose=PURPOSE, about=said, now=now)
    return said


def accept(said: Remark, *, now: datetime) -> None:
    """For the group to read; of who is banned, never."""
    if Ruling.objects.banning(now).filter(reader=said.reader_id).exists():
        said.delete()
        return
    said.state, said.waiting_since = State.WAITING, now
    said.save(update_fields=["state", "waiting_since"])


def withdraw(said: Remark, *, now: datetime) -> None:
    said.delete()


@whole
def answer(*, said: Remark, text: str, by: User, now: datetime) -> None:
    """To be read by everybody, with the remark. Raises AlreadyAnswered."""
    _still_open(said)
    said.state, said.shown_at = State.SHOWN, said.shown_at or now
    said.answer, said.answered_at, said.answered_by = text, now, by
    said.save()
    owe_mail(kind=KIND, about=said, now=now)


@whole
def hide(*, said: Remark, ground: str, by: User, now: datetime) -> None:
    """Against the house rules; its writer hears on which ground."""
    _still_open(said)
    said.state, said.ground, said.answered_by = State.HIDDEN, ground, by
    said.save(update_fields=["state", "ground", "answered_by"])
    about = f"een reactie op de uitkomst ‘{said.outcome.title}’"
    note_elsewhere(about=about, act=Ruling.Act.HIDE, ground=ground, by=by, now=now)
    owe_mail(kind=KIND, about=said, now=now)


def _still_open(said: Remark) -> None:
    open_ones = Remark.objects.unanswered().select_for_update()
    if not open_ones.filter(pk=said.pk).exists():
        raise AlreadyAnswered


def _leads_to(said: Remark) -> str:
    what = "bevestigd" if said.pk else "geweerd"
    return f"{said.outcome.url}reageren/?{what}=1"


confirms(
    PURPOSE,
    Purpose(
        model=Remark,
        what="het plaatsen van je reactie op een uitkomst",
        button="Ja, dit is mijn reactie",
        accept=accept,
        refuse=withdraw,
        leads_to=_leads_to,
        shows=lambda said: said.text,
        withdraws=withdraw,
    ),
)
