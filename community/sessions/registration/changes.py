"""What happens to who registered when a session moves, or does not happen."""

from datetime import datetime, timedelta

from community.sessions.planning.models import Session
from community.sessions.planning.phases import Phase
from community.sessions.registration.mail import MOVED, OFF, REMINDER
from community.sessions.registration.models import Registration
from community.sessions.registration.services import fill, lock
from home.mail.services import Debt, owe_mails
from home.transactions import whole

A_DAY = timedelta(days=1)
MOMENT = ("starts_at", "ends_at", "place", "form", "link")
RULES = ("format", "question", "mode", "decider")


class TooLate(Exception):
    """It is over, or it does not happen."""


class RulesStand(Exception):
    """People speak already: what it is about and who decides was said before."""


@whole
def change(*, session: Session, now: datetime) -> None:
    """Keep what was filled in; who registered is told when it is elsewhere or later."""
    before = lock(session)
    phase = before.phase(now)
    if phase in {Phase.OVER, Phase.OFF}:
        raise TooLate
    if phase is Phase.RUNNING and _differs(before, session, RULES):
        raise RulesStand
    session.moves = before.moves + _differs(before, session, MOMENT)
    session.version = before.version
    session.save()
    _tell_of_moves(session, now)


@whole
def call_off(*, session: Session, why: str, now: datetime) -> None:
    """Nobody loses a seat by it: the page and the mail say that nobody needs one."""
    session = lock(session)
    if session.phase(now) in {Phase.OVER, Phase.OFF}:
        raise TooLate
    session.called_off_at, session.called_off_why = now, why
    session.save(update_fields=["called_off_at", "called_off_why"])
    owe_mails(
        [Debt(OFF, each.pk) for each in session.registrations.expecting()], now=now
    )


@whole
def remind_of_sessions(*, now: datetime) -> int:
    """The day before; who registers later than that has the mail of today."""
    soon = Registration.objects.placed().filter(
        session__starts_at__gt=now,
        session__starts_at__lte=now + A_DAY,
        session__called_off_at=None,
        reminded_at=None,
        since__lte=now - timedelta(hours=1),
    )
    rows = list(soon.select_related("session"))
    owe_mails(
        [Debt(REMINDER, each.pk, f"{each.session.moves}") for each in rows], now=now
    )
    numbers = [each.pk for each in rows]
    return Registration.objects.filter(pk__in=numbers).update(reminded_at=now)


def move_up_everywhere(*, now: datetime) -> int:
    """Seats that came free without a click: an address that was erased."""
    waits = Registration.objects.waiting().values("session")
    free = Session.objects.filter(
        pk__in=waits, starts_at__gt=now, seats__registration=None
    )
    return sum(_move_up(session, now) for session in free.distinct())


@whole
def _move_up(session: Session, now: datetime) -> int:
    return fill(lock(session), now=now)


def _differs(before: Session, after: Session, names: tuple[str, ...]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in names)


def _tell_of_moves(session: Session, now: datetime) -> None:
    """Everybody who expects it and does not know yet; reminded anew, of the new day."""
    unaware = session.registrations.expecting().filter(told_moves__lt=session.moves)
    occasion = f"{session.moves}"
    owe_mails([Debt(MOVED, each.pk, occasion) for each in unaware], now=now)
    unaware.update(told_moves=session.moves, reminded_at=None)
