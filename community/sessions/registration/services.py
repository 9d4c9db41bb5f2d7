"""Sign up, get a seat or wait for one, and change your mind."""

from datetime import datetime

from django.urls import reverse

from community.sessions.planning.models import Seat, Session
from community.sessions.planning.phases import Phase
from community.sessions.registration.mail import PLACED, WAITING
from community.sessions.registration.models import Registration
from community.sessions.registration.participant import Participant
from home.mail.services import owe_mail
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole

PURPOSE = "community.registration"
State = Registration.State


class TooLate(Exception):
    """It has begun, or it does not happen."""


@whole
def register(
    *,
    session: Session,
    email: str,
    who: Participant,
    is_known: bool,
    now: datetime,
) -> Registration:
    """`is_known`: signed in, so the address is theirs; who is not gets a link first.

    What a stranger fills in for an address changes nothing of who registered it.
    Raises TooLate, and TooManyAsked."""
    if session.phase(now) is not Phase.COMING:
        raise TooLate
    reader = reader_for(email, now=now)
    registration, _ = Registration.objects.get_or_create(
        session=session, reader=reader, defaults={**vars(who), "since": now}
    )
    if is_known:
        Registration.objects.filter(pk=registration.pk).update(**vars(who))
        _enter(registration, now=now)
    else:
        ask_to_confirm(reader=reader, purpose=PURPOSE, about=registration, now=now)
    return registration


def accept(registration: Registration, *, now: datetime) -> None:
    """The address is theirs. Too late it is no use: then it stays as it was."""
    if registration.session.phase(now) is Phase.COMING:
        _enter(registration, now=now)


def refuse(registration: Registration, *, now: datetime) -> None:
    """Who never confirmed goes; what its owner had confirmed before stays."""
    if registration.state == State.ASKED:
        registration.delete()


@whole
def cancel(*, registration: Registration, now: datetime) -> None:
    """Their seat goes to who waits longest. Raises TooLate: who did not come to what
    began is noted by who leads it."""
    session = lock(registration.session)
    if session.phase(now) is not Phase.COMING:
        raise TooLate
    registration.refresh_from_db()
    if registration.is_open:
        _become(registration, State.CANCELLED, None, now)
        fill(session, now=now)


def lock(session: Session) -> Session:
    """Who comes and who goes wait here for each other, so what they count is true."""
    return Session.objects.select_for_update().get(pk=session.pk)


def fill(session: Session, *, now: datetime) -> int:
    """Under the lock; nobody moves up into what began or does not happen."""
    if session.phase(now) is not Phase.COMING:
        return 0
    seats = Seat.objects.filter(session=session).free().order_by("number")
    waiting = session.registrations.waiting().select_related("reader")
    pairs = list(zip(waiting, seats, strict=False))
    for registration, seat in pairs:
        _become(registration, State.PLACED, seat, now)
        owe_mail(kind=PLACED, about=registration, now=now, occasion=now.isoformat())
    return len(pairs)


def _enter(registration: Registration, *, now: datetime) -> None:
    """At the end of the line, and then as many as there are seats from its head."""
    session = lock(registration.session)
    registration.refresh_from_db()
    if registration.is_open:
        return
    _become(registration, State.WAITING, None, now, told_moves=session.moves)
    fill(session, now=now)
    registration.refresh_from_db()
    if registration.is_waiting:
        owe_mail(kind=WAITING, about=registration, now=now, occasion=now.isoformat())


def _become(registration: Registration, state: str, seat: Seat | None, now, **more):
    fields = {"state": state, "seat": seat, "since": now, **more}
    for name, value in fields.items():
        setattr(registration, name, value)
    registration.save(update_fields=fields)


@whole
def set_capacity(*, session: Session, capacity: int, now: datetime) -> int:
    """As many seats as that, or as there are people on them; returns how many.

    Nobody loses a seat because the room turns out to be smaller."""
    session = lock(session)
    seats = Seat.objects.filter(session=session)
    there = seats.count()
    too_many = seats.free().order_by("-number").values("pk")[: max(0, there - capacity)]
    seats.filter(pk__in=list(too_many.values_list("pk", flat=True))).delete()
    numbers = set(seats.values_list("number", flat=True))
    free = (
        number for number in range(1, capacity + there + 1) if number not in numbers
    )
    new = [
        Seat(session=session, number=number)
        for number, _ in zip(free, range(capacity - len(numbers)), strict=False)
    ]
    Seat.objects.bulk_create(new)
    fill(session, now=now)
    return len(numbers) + len(new)


def _leads_to(registration: Registration) -> str:
    return reverse("registration", args=[registration.token])


confirms(
    PURPOSE,
    Purpose(
        model=Registration,
        what="een plek bij een bijeenkomst",
        button="Ja, meld me aan",
        accept=accept,
        refuse=refuse,
        leads_to=_leads_to,
        shows=lambda asked: str(asked.session),
    ),
)
