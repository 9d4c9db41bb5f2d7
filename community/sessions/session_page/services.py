"""Plan a session: its moment, its seats and its page, at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.text import slugify

from community.questionnaires.models import Question
from community.sessions.planning.models import Session
from community.sessions.registration.changes import change
from community.sessions.registration.services import set_capacity
from community.sessions.session_page.pages import SessionPage
from events.models import EventIndexPage
from home.models import Role
from home.transactions import whole


@dataclass(frozen=True)
class Telling:
    """What the page says."""

    title: str
    lead: str
    goal: str = ""
    accessibility: str = ""
    interest: str = ""


@dataclass(frozen=True)
class Invited:
    """For whom it is, how many can come, and the questions that it starts from."""

    capacity: int
    roles: Iterable[Role] = ()
    starts_from: Iterable[Question] = ()


@whole
def plan(
    *, session: Session, telling: Telling, invited: Invited, now: datetime
) -> SessionPage:
    """Published at once, below the agenda."""
    session.save()
    _invite(session, invited, now)
    agenda = EventIndexPage.objects.get()
    page = SessionPage(
        session=session, slug=_free_slug(agenda, telling), **vars(telling)
    )
    agenda.add_child(instance=page)
    page.save_revision().publish()
    return page


@whole
def rewrite(
    *, session: Session, telling: Telling, invited: Invited, now: datetime
) -> None:
    """The text is a new version of the page; who registered is told of a move.

    Raises TooLate and RulesStand."""
    change(session=session, now=now)
    _invite(session, invited, now)
    page = SessionPage.objects.get(session=session)
    for name, value in vars(telling).items():
        setattr(page, name, value)
    page.save_revision().publish()


def _invite(session: Session, invited: Invited, now: datetime) -> None:
    session.roles.set(invited.roles)
    session.starts_from.set(invited.starts_from)
    set_capacity(session=session, capacity=invited.capacity, now=now)


def _free_slug(agenda: EventIndexPage, telling: Telling) -> str:
    taken = set(agenda.get_children().values_list("slug", flat=True))
    slug = slugify(telling.title)[:200] or "bijeenkomst"
    numbered = (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in numbered if each not in taken)
