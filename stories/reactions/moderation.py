"""What a moderator may decide; each decision is a row of the public log."""

from datetime import datetime

from django.contrib.auth.models import User

from home.mail.services import owe_mail
from home.transactions import whole
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
TOLD = [Act.APPROVE, Act.HIDE, Act.RESTORE]  # to its writer, by mail


class TooLate(Exception):
    """A colleague decided otherwise meanwhile, or it is gone."""


@whole
def rule(
    *, comment: Comment, act: str, by: User, now: datetime, ground: str = ""
) -> Ruling:
    """Decide, settle the reports about it, and tell its writer. Raises TooLate."""
    found = Comment.objects.select_for_update().filter(pk=comment.pk)
    said = found.exclude(ground=Ground.GONE).first()
    if said is None or said.state not in FROM[act]:
        raise TooLate
    if act != Act.KEEP:
        said.state = State.HIDDEN if act == Act.HIDE else State.SHOWN
        said.ground = ground
        said.shown_at = said.shown_at or (None if act == Act.HIDE else now)
        said.save(update_fields=["state", "ground", "shown_at"])
    said.reports.filter(settled_at=None).update(settled_at=now)
    ruling = Ruling.objects.create(
        story_id=said.story_id, comment=said, act=act, ground=ground, at=now, by=by
    )
    if act in TOLD:
        owe_mail(kind=MAIL, about=ruling, now=now)
    return ruling
