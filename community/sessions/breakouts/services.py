"""Make the groups, and write down what came out of one."""

from django.db.models import Q

from community.sessions.breakouts.models import Breakout, BreakoutSeat
from community.sessions.breakouts.rules import Guest, mix, number_of_groups, reason
from community.sessions.planning.models import Session
from community.sessions.registration.models import Registration
from community.sessions.registration.services import lock
from home.transactions import whole


class AlreadySpoken(Exception):
    """A group wrote something: mixing again would throw it away."""


class NobodyThere(Exception):
    """There is nobody to put in a group."""


@whole
def make_groups(*, session: Session, size: int, seed: int) -> list[Breakout]:
    """Of who has a seat and was not noted as absent; instead of the groups before."""
    session = lock(session)
    before = list(Breakout.objects.filter(session=session))
    if any(breakout.has_spoken for breakout in before):
        raise AlreadySpoken
    coming = Registration.objects.placed().filter(session=session)
    coming = coming.filter(Q(attended=None) | Q(attended=True)).select_related("role")
    guests = [_as_guest(each) for each in coming]
    if not guests:
        raise NobodyThere
    Breakout.objects.filter(session=session).delete()
    groups = mix(guests, groups=number_of_groups(len(guests), size=size), seed=seed)
    made = Breakout.objects.bulk_create(
        Breakout(session=session, number=number, seed=seed)
        for number, _ in enumerate(groups, start=1)
    )
    BreakoutSeat.objects.bulk_create(
        BreakoutSeat(
            breakout=breakout,
            registration_id=guest.number,
            because=reason(guest, group),
        )
        for breakout, group in zip(made, groups, strict=True)
        for guest in group
    )
    return made


def write(*, breakout: Breakout, **words: str) -> None:
    """By who guides it, as often as they like."""
    Breakout.objects.filter(pk=breakout.pk).update(**words)


def _as_guest(registration: Registration) -> Guest:
    return Guest(
        number=registration.pk,
        role=registration.role.name if registration.role else "",
        organisation=" ".join(registration.organisation.casefold().split()),
        experience=registration.experience,
        is_new=registration.is_new,
        why=registration.why,
    )
