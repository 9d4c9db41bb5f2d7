"""What a moderator may decide; each decision is a row of the public log."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User

from home.mail.services import owe_mail
from home.models import Reader
from home.transactions import whole
from stories.field_tests.models import FieldTest
from stories.following.services import tell_of_comment
from stories.reactions.models import Comment, Ground, Ruling

State = Comment.State
Act = Ruling.Act
MAIL = "stories.ruling"
FROM: dict[
    str, list[Comment.State]
] = {  # the states in which each decision makes sense
    Act.APPROVE: [State.WAITING],
    Act.HIDE: [State.WAITING, State.SHOWN],
    Act.RESTORE: [State.HIDDEN],
    Act.KEEP: [State.SHOWN],
}
TOLD = [
    Act.APPROVE,
    Act.HIDE,
    Act.RESTORE,
    Act.BAN,
    Act.LIFT,
]  # to its writer, by mail


class TooLate(Exception):
    """A colleague decided otherwise meanwhile, or it is gone."""


@whole
def rule(
    *, said: Comment | FieldTest, act: str, by: User, now: datetime, ground: str = ""
) -> Ruling:
    """Decide, settle the reports about it, and tell its writer. Raises TooLate."""
    found = type(said).objects.select_for_update().filter(pk=said.pk)
    if not found.exclude(ground=Ground.GONE).filter(state__in=FROM[act]).exists():
        raise TooLate
    said.refresh_from_db()
    if act != Act.KEEP:
        said.state = State.HIDDEN if act == Act.HIDE else State.SHOWN
        said.ground = ground
        said.shown_at = said.shown_at or (None if act == Act.HIDE else now)
        said.save(update_fields=["state", "ground", "shown_at"])
    if isinstance(said, Comment):
        said.reports.filter(settled_at=None).update(settled_at=now)
        if act == Act.APPROVE:
            tell_of_comment(said, now=now)
    return _noted(said, act, by, now, ground=ground)


@whole
def ban(
    *, said: Comment | FieldTest, ground: str, days: int, by: User, now: datetime
) -> Ruling:
    """For so long its writer says nothing here; what stands, stays. Raises TooLate."""
    reader = _writer(said)
    if Ruling.objects.banning(now).filter(reader=reader).exists():
        raise TooLate
    until = now + timedelta(days=days)
    return _noted(said, Act.BAN, by, now, ground=ground, reader=reader, until=until)


@whole
def lift(*, said: Comment | FieldTest, by: User, now: datetime) -> Ruling:
    """Before the ban is over. Raises TooLate."""
    bans = Ruling.objects.banning(now).filter(reader=_writer(said)).order_by()
    if not bans.update(reader=None):
        raise TooLate
    return _noted(said, Act.LIFT, by, now)


def _writer(said: Comment | FieldTest) -> Reader:
    """Locked: two moderators decide in turn."""
    found = Reader.objects.select_for_update().filter(pk=said.reader_id or 0).first()
    if found is None:
        raise TooLate
    return found


def note_elsewhere(
    *, about: str, act: str, by: User, now: datetime, ground: str = ""
) -> Ruling:
    """For the log only: who decides elsewhere settles and mails itself.

    `about` says where it stood (“een verbeterpunt van werkgroep Mens”), never what."""
    return Ruling.objects.create(elsewhere=about, act=act, ground=ground, by=by, at=now)


def note_hiding(*, about: str, ground: str, by: User, now: datetime) -> Ruling:
    """Hidden on a ground; without one it is put back."""
    act = Act.HIDE if ground else Act.RESTORE
    return note_elsewhere(about=about, act=act, by=by, now=now, ground=ground)


def _noted(
    said: Comment | FieldTest, act: str, by: User, now: datetime, **fields: Any
) -> Ruling:
    """The row, and the mail to whom it is about."""
    comment, test = (said, None) if isinstance(said, Comment) else (None, said)
    ruling = Ruling.objects.create(
        story_id=said.story_id,
        comment=comment,
        field_test=test,
        of_a_test=test is not None,
        act=act,
        at=now,
        by=by,
        **fields,
    )
    if act in TOLD:
        owe_mail(kind=MAIL, about=ruling, now=now)
    return ruling
