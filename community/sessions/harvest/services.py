"""Say something in a session, put it in order, answer it."""

from datetime import datetime, timedelta

from django.utils.text import Truncator

from community.points.models import Point
from community.points.services import Wish, note_point
from community.sessions.harvest.models import Harvest
from community.sessions.planning.models import Session
from community.sessions.registration.models import Registration
from home.transactions import whole

AFTERWARDS = timedelta(days=1)  # what comes up on the way home counts too
TITLE = 120


class NotOpen(Exception):
    """It has not begun, or it was over for more than a day."""


class NoGroup(Exception):
    """A point belongs to a working group, and this session has none."""


def is_open(session: Session, now: datetime) -> bool:
    off = session.called_off_at is not None
    return not off and session.starts_at <= now < session.ends_at + AFTERWARDS


@whole
def contribute(
    *,
    session: Session,
    text: str,
    name: str,
    registration: Registration | None,
    now: datetime,
) -> Harvest:
    """Without a name it is nobody's, also for us; sent twice it is said once."""
    if not is_open(session, now):
        raise NotOpen
    said, _ = Harvest.objects.get_or_create(
        session=session,
        text=text,
        name=name,
        registration=registration if name else None,
        defaults={"said_at": now},
    )
    return said


def answer(
    *, harvest: Harvest, state: str, heading: str, answer: str, now: datetime
) -> None:
    """A heading alone is no answer, and leaves it open."""
    is_open = state == Harvest.State.OPEN
    Harvest.objects.filter(pk=harvest.pk).update(
        state=state,
        heading=heading,
        answer=answer,
        answered_at=None if is_open else now,
    )


@whole
def make_point(*, harvest: Harvest, now: datetime) -> Point:
    """It goes on as a point of the group, and says where it comes from; once."""
    group = harvest.session.group
    if group is None:
        raise NoGroup
    title = Truncator(harvest.text).chars(TITLE)
    text = harvest.text if title != harvest.text else ""
    wish = Wish(title=title, text=text, name=harvest.name)
    return note_point(
        group=group, wish=wish, kind=Point.Origin.HARVEST, now=now, origin=harvest
    )
