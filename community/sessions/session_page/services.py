"""Plan a session: its moment, its seats and its page, at once."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import slugify

from community.sessions.planning.models import Session
from community.sessions.registration.changes import change
from community.sessions.registration.services import set_capacity
from community.sessions.session_page.pages import SessionPage
from events.models import EventIndexPage
from home.transactions import whole


@dataclass(frozen=True)
class Telling:
    """What the page says."""

    title: str
    lead: str
    goal: str = ""
    accessibility: str = ""
    interest: str = ""


@whole
def plan(
    *, session: Session, roles: list, telling: Telling, capacity: int, now: datetime
) -> SessionPage:
    """Published at once, below the agenda."""
    session.save()
    session.roles.set(roles)
    set_capacity(session=session, capacity=capacity, now=now)
    agenda = EventIndexPage.objects.get()
    page = SessionPage(
        session=session, slug=_free_slug(agenda, telling), **vars(telling)
    )
    agenda.add_child(instance=page)
    page.save_revision().publish()
    return page


@whole
def rewrite(
    *, session: Session, roles: list, telling: Telling, capacity: int, now: datetime
) -> None:
    """The text is a new version of the page; who registered is told of a move.

    Raises TooLate and RulesStand."""
    change(session=session, now=now)
    session.roles.set(roles)
    set_capacity(session=session, capacity=capacity, now=now)
    page = SessionPage.objects.get(session=session)
    for name, value in vars(telling).items():
        setattr(page, name, value)
    page.save_revision().publish()


def _free_slug(agenda: EventIndexPage, telling: Telling) -> str:
    taken = set(agenda.get_children().values_list("slug", flat=True))
    slug = slugify(telling.title)[:200] or "bijeenkomst"
    numbered = (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in numbered if each not in taken)
