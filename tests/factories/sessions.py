"""Sessions, and who comes to them."""

from datetime import datetime, timedelta
from itertools import count

from community.models import LiveQuestion, Registration, Seat, Session, SessionPage
from community.sessions.session_page.services import Invited, Telling, plan
from home.models import Reader
from tests.factories.events import make_agenda

_number = count(1)


def make_session(
    *, now: datetime, capacity: int = 16, title: str = "Wie luistert er?", **fields
) -> Session:
    """Online, in two weeks, for two hours; its page is in the agenda."""
    make_agenda()
    starts_at = fields.pop("starts_at", now + timedelta(days=14))
    fields = {
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "link": "https://praat.example/kamer",
        **fields,
    }
    page = plan(
        session=Session(**fields),
        telling=Telling(title, "Twee uur praten over luisteren."),
        invited=Invited(capacity),
        now=now,
    )
    return page.session


def make_campfire(*, now: datetime, **fields) -> Session:
    said = {"question": "Wie bepaalt het rooster?", "mode": "een", "decider": "Ilse"}
    return make_session(now=now, **{"format": "kampvuur", **said, **fields})


def make_registration(
    session: Session, *, now: datetime, state: str = "placed", **fields
) -> Registration:
    """By a confirmed address of its own; placed, on the first free seat."""
    number = next(_number)
    email = fields.pop("email", f"deelnemer{number}@voorbeeld.example")
    known = {"asked_at": now, "confirmed_at": now}
    reader, _ = Reader.objects.get_or_create(email=email, defaults=known)
    if state == "placed":
        free = Seat.objects.filter(session=session).free()
        fields.setdefault("seat", free.order_by("number").first())
    fields = {"name": f"Deelnemer {number}", "since": now, **fields}
    return Registration.objects.create(
        session=session, reader=reader, state=state, **fields
    )


def make_live_question(
    session: Session, text: str = "Wie belt er?", *, now: datetime, **fields
) -> LiveQuestion:
    return LiveQuestion.objects.create(
        session=session, text=text, asked_at=now, **fields
    )


def page_of(session: Session) -> SessionPage:
    return SessionPage.objects.get(session=session)
