"""The top floor: where people meet, and what came of it."""

from datetime import datetime, timedelta

from django.utils import timezone

from community.models import (
    Breakout,
    Correction,
    Harvest,
    LiveQuestion,
    Point,
    Question,
    Registration,
    Seat,
    Session,
    SessionPage,
    SessionReport,
    WorkingGroupPage,
)
from community.sessions.breakouts.services import make_groups
from community.sessions.report.services import finish, write
from community.sessions.session_page.services import Invited, Telling, plan
from config.demo import writing
from config.demo.days import at
from config.demo.sessions import BECAME_POINTS, SESSIONS
from home.models import Reader, Role

ROOM = "https://praat.een-nieuw-geluid.example/kamer/"
IN_A_GROUP = 4


def load(now: datetime) -> dict[str, int]:
    there = set(SessionPage.objects.values_list("slug", flat=True))
    new = [said for said in SESSIONS if said.slug not in there]
    for said in new:
        _load(said, _session(said, now), now)
    return {"bijeenkomsten": len(new)}


def _session(said: writing.Session, now: datetime) -> Session:
    day = timezone.localdate(now) + timedelta(days=said.days)
    starts_at = at(day, said.hour)
    session = Session(
        group=WorkingGroupPage.objects.filter(slug=said.group).first(),
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
    invited = Invited(
        said.capacity,
        roles=Role.objects.filter(slug__in=said.roles),
        starts_from=Question.objects.filter(text__in=said.starts_from),
    )
    plan(session=session, telling=telling, invited=invited, now=now)
    return session


def _load(said: writing.Session, session: Session, now: datetime) -> None:
    """Written as rows: nobody gets a mail about what never happened."""
    _people(said, session, now)
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
    if said.rankings:
        make_groups(session=session, size=IN_A_GROUP, seed=1)
        groups = Breakout.objects.filter(session=session)
        for group, (guide, note, *ranking) in zip(groups, said.rankings, strict=True):
            group.facilitator, group.note = guide, note
            group.first, group.second, group.third = ranking
            group.save()
    Harvest.objects.bulk_create(
        Harvest(
            session=session,
            text=text,
            name=name,
            heading=heading,
            state=state,
            answer=answer,
            answered_at=session.ends_at,
            said_at=session.starts_at,
        )
        for text, name, heading, state, answer in said.harvest
    )
    _became_points(session)
    if said.report:
        _report(said, session, now)


def _became_points(session: Session) -> None:
    """The first step of the chain from what was said to an outcome."""
    for contribution in session.harvest.filter(text__in=BECAME_POINTS):
        for point in Point.objects.filter(title=BECAME_POINTS[contribution.text]):
            point.origin = contribution
            point.save(update_fields=["origin_type", "origin_id"])


def _people(said: writing.Session, session: Session, now: datetime) -> None:
    seats = Seat.objects.filter(session=session).order_by("number")
    known = {role.slug: role for role in Role.objects.all()}
    for place, (seat, who) in enumerate(zip(seats, said.people, strict=False)):
        name, role, organisation, experience, why = who
        email = f"{said.slug}.{place}@voorbeeld.example"
        reader, _ = Reader.objects.get_or_create(
            email=email, defaults={"asked_at": now, "confirmed_at": now}
        )
        Registration.objects.create(
            session=session,
            reader=reader,
            name=name,
            role=known[role],
            organisation=organisation,
            experience=experience,
            is_new=not place % 3,
            why=why,
            state=Registration.State.PLACED,
            seat=seat,
            since=now,
            attended=said.came or None,
        )


def _report(said: writing.Session, session: Session, now: datetime) -> None:
    write(session=session, text=said.report, decisions=said.decisions, recording="")
    if said.correction:
        text, answer = said.correction
        report = SessionReport.objects.get(session=session)
        Correction.objects.create(report=report, text=text, answer=answer, said_at=now)
    finish(session=session, now=now)
