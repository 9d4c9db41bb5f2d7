"""Write a comment, report one; both without an account."""

from dataclasses import dataclass
from datetime import datetime

from home.readers.models import Confirmation, Reader
from home.readers.purposes import Purpose, confirms
from home.readers.refusals import refuses
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.following.services import tell_of_comment
from stories.pages.story_page import StoryPage
from stories.reactions.links import address_of, list_of
from stories.reactions.models import Comment, Report, Ruling
from stories.reactions.retention import empty
from stories.reactions.rules import may_be_changed, waits_for_review

PURPOSE = "stories.comment"
State = Comment.State


class TooLate(Exception):
    """It was changed for the last time, or is not there any more."""


@dataclass(frozen=True)
class Words:
    """What somebody wants to say, under which name, and to whom."""

    name: str
    text: str
    to: Comment | None = None


@whole
def write(*, story: StoryPage, email: str, words: Words, now: datetime) -> Comment:
    """It is nobody's until its owner pressed the button in the mail.

    Every comment is: only that proves who writes. Raises TooManyAsked."""
    reader = reader_for(email, now=now)
    to = words.to and (words.to.parent or words.to)
    comment, _ = Comment.objects.get_or_create(  # sent twice, it is one comment
        story=story,
        reader=reader,
        text=words.text,
        parent=to,
        state=State.ASKED,
        defaults={"name": words.name, "written_at": now},
    )
    ask_to_confirm(reader=reader, purpose=PURPOSE, about=comment, now=now)
    return comment


@refuses
def is_banned(reader: Reader, now: datetime) -> bool:
    return Ruling.objects.banning(now).filter(reader=reader).exists()


def accept(comment: Comment, *, now: datetime) -> None:
    """To be read at once, or after a moderator looked; of who is banned, never."""
    if Ruling.objects.banning(now).filter(reader=comment.reader_id).exists():
        comment.delete()
        return
    before = Comment.objects.shown().filter(reader=comment.reader_id).count()
    if waits_for_review(comment.text, shown_before=before):
        comment.state = State.WAITING
        comment.save(update_fields=["state"])  # on no page yet: all are kept
    else:
        comment.state, comment.shown_at = State.SHOWN, now
        comment.save(update_fields=["state", "shown_at"])
        tell_of_comment(comment, now=now)


def refuse(comment: Comment, *, now: datetime) -> None:
    comment.delete()


def withdraw(comment: Comment, *, now: datetime) -> None:
    """Its writer thinks better of it."""
    empty(Comment.objects.filter(pk=comment.pk))


def changeable(asked: Confirmation, *, now: datetime, comments=Comment.objects):
    """What this link confirmed, while it may be changed. Raises TooLate."""
    said = comments.filter(pk=asked.about_id, state__in=[State.WAITING, State.SHOWN])
    comment = said.first() if asked.purpose == PURPOSE and asked.given_at else None
    if comment is None or not may_be_changed(comment.shown_at, now=now):
        raise TooLate
    return comment


@whole
def change(*, asked: Confirmation, text: str, now: datetime) -> Comment:
    """Who is new here, or adds links, is read again. Raises TooLate."""
    locked = Comment.objects.select_for_update()
    comment = changeable(asked, now=now, comments=locked)
    theirs = Comment.objects.shown().filter(reader=comment.reader_id)
    before = theirs.exclude(pk=comment.pk).count()
    comment.text, comment.changed_at = text, now
    if waits_for_review(text, shown_before=before):
        comment.state = State.WAITING
    comment.save(update_fields=["text", "changed_at", "state"])
    return comment


def report(*, comment: Comment, ground: str, text: str, now: datetime) -> Report:
    """A moderator looks at it; until then it stays."""
    return Report.objects.create(
        comment=comment, ground=ground, text=text, reported_at=now
    )


def leads_to(comment: Comment) -> str:
    if comment.pk is None:
        return f"{list_of(comment)}?geweerd=1"
    if comment.state == State.SHOWN:
        return address_of(comment)
    return f"{list_of(comment)}?wacht=1"


def _next(comment: Comment) -> str:
    return leads_to(comment) if comment.story.live else ""


def _shows(comment: Comment) -> str:
    return comment.text


confirms(
    PURPOSE,
    Purpose(
        model=Comment,
        what="het plaatsen van een reactie bij een verhaal",
        button="Ja, plaats mijn reactie",
        accept=accept,
        refuse=refuse,
        leads_to=_next,
        shows=_shows,
        withdraws=withdraw,
        changes="change_comment",
    ),
)
