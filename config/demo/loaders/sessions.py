"""The top floor: where people meet."""

from datetime import datetime, timedelta

from django.utils import timezone

from community.models import LiveQuestion, Session, SessionPage, WorkingGroupPage
from community.sessions.session_page.services import Telling, plan
from config.demo import writing
from config.demo.days import at
from config.demo.sessions import SESSIONS
from home.models import Role

ROOM = "https://praat.een-nieuw-geluid.example/kamer/"


def load(now: datetime) -> dict[str, int]:
    there = set(SessionPage.objects.values_list("slug", flat=True))
    new = [said for said in SESSIONS if said.slug not in there]
    for said in new:
        _session(said, now)
    return {"bijeenkomsten": len(new)}


def _session(said: writing.Session, now: datetime) -> SessionPage:
    day = timezone.localdate(now) + timedelta(days=said.days)
    starts_at = at(day, said.hour)
    session = Session(
        group=WorkingGroupPage.objects.get(slug=said.group),
        format=said.format,
        question=said.question,
        mode=said.mode,
        decider=said.decider,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=said.minutes),
        link=f"{ROOM}{said.slug}",
        takes_questions=bool(said.questions),
    )
    telling = Telling(said.title, said.lead, said.goal, said.accessibility)
    page = plan(
        session=session,
        roles=list(Role.objects.filter(slug__in=said.roles)),
        telling=telling,
        capacity=said.capacity,
        now=now,
    )
    LiveQuestion.objects.bulk_create(
        LiveQuestion(
            session=session,
            text=text,
            name=name,
            state=state,
            supports=supports,
            asked_at=now,
        )
        for text, name, state, supports in said.questions
    )
    return page
