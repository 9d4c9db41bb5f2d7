"""Say something in a session, put it in order, answer it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils.text import Truncator

from community.points.models import Point
from community.points.services import Wish, note_point
from community.sessions.harvest.models import Harvest
from community.sessions.planning.models import Session
from community.sessions.registration.models import Registration
from community.sessions.registration.services import lock
from home.models import Person, Reader
from home.numbers import drawn_number
from home.transactions import whole
from stories.reactions.moderation import note_hiding

AFTERWARDS = timedelta(days=1)  # what comes up on the way home counts too
TITLE = 120


class NotOpen(Exception):
    """It has not begun, or it was over for more than a day."""


class NoGroup(Exception):
    """A point belongs to a working group, and this session has none."""


@dataclass(frozen=True)
class Decision:
    """What happens with a contribution; what is hidden has a ground of the rules."""

    state: str
    answer: str
    heading: str = ""
    ground: str = ""


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
    reader: Reader | None,
    now: datetime,
) -> Harvest:
    """Without a name it is nobody's, also for us, and has no place in the order; sent
    twice it is said once.

    A `reader` without an account is not kept: the registration knows it long enough."""
    session = lock(session)  # two clicks, in turn
    if not is_open(session, now):
        raise NotOpen
    member = reader if reader and reader.user_id else None
    said, _ = Harvest.objects.get_or_create(
        session=session,
        text=text,
        name=name,
        registration=registration if name else None,
        reader=member if name else None,
        defaults={"pk": None if name else drawn_number(), "said_at": now},
    )
    return said


@whole
def answer(*, harvest: Harvest, decision: Decision, by: User, now: datetime) -> None:
    """A heading alone is no answer, and leaves it open. What is hidden is logged."""
    hides = decision.state == Harvest.State.HIDDEN
    locked = Harvest.objects.select_for_update().get(pk=harvest.pk)
    if hides != locked.is_hidden:
        about = f"een bijdrage bij de bijeenkomst ‘{harvest.session}’"
        ground = decision.ground if hides else ""
        note_hiding(about=about, ground=ground, by=by, now=now)
    Harvest.objects.filter(pk=harvest.pk).update(
        state=decision.state,
        heading=decision.heading,
        answer=decision.answer,
        answered_at=None if decision.state == Harvest.State.OPEN else now,
    )


@whole
def make_point(*, harvest: Harvest, now: datetime) -> Point:
    """It goes on as a point of the group, and says where it comes from; once."""
    group = harvest.session.group
    if group is None:
        raise NoGroup
    title = Truncator(harvest.text).chars(TITLE)
    text = harvest.text if title != harvest.text else ""
    speaks = Person.objects.filter(user__reader=harvest.reader or 0, name=harvest.name)
    wish = Wish(title=title, text=text, name=harvest.name, person=speaks.first())
    return note_point(
        group=group, wish=wish, kind=Point.Origin.HARVEST, now=now, origin=harvest
    )
