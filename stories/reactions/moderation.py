"""What a moderator may decide; each decision is a row of the public log."""

from datetime import datetime

from django.contrib.auth.models import User

from home.mail.services import owe_mail
from home.transactions import whole
from stories.field_tests.models import FieldTest
from stories.reactions.models import Comment, Ground, Report, Ruling

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
TOLD = [Act.APPROVE, Act.HIDE, Act.RESTORE]  # to its writer, by mail


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
    comment, test = (said, None) if isinstance(said, Comment) else (None, said)
    Report.objects.filter(comment=comment, settled_at=None).update(settled_at=now)
    ruling = Ruling.objects.create(
        story_id=said.story_id,
        comment=comment,
        field_test=test,
        of_a_test=test is not None,
        act=act,
        ground=ground,
        at=now,
        by=by,
    )
    if act in TOLD:
        owe_mail(kind=MAIL, about=ruling, now=now)
    return ruling
