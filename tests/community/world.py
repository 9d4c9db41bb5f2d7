"""One of everything that has an address, in the group Kwaliteit and around it."""

from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from community.models import (
    Breakout,
    Correction,
    FollowUp,
    GroupFile,
    GroupNote,
    Harvest,
    Membership,
    SessionReport,
)
from community.rankings.services import Plan, rank
from community.sessions.breakouts.services import make_groups
from tests.factories.community import (
    make_join_request,
    make_outcome,
    make_remark,
)
from tests.factories.people import make_member_of_the_site
from tests.factories.points import make_point
from tests.factories.questionnaires import (
    A_WEEK,
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)
from tests.factories.reactions import make_reader
from tests.factories.sessions import (
    make_live_question,
    make_registration,
    make_session,
    page_of,
)

LEAD = Membership.Function.LEAD


def make_people(group, other, now: datetime) -> dict:
    """The account of each that a page may be open to, or not; None is nobody."""
    yesterday = timezone.localdate(now) - timedelta(days=1)
    places = {
        "member elsewhere": {"group": other},
        "lead elsewhere": {"group": other, "function": LEAD},
        "former lead": {"group": group, "function": LEAD, "until": yesterday},
        "member": {"group": group},
        "lead": {"group": group, "function": LEAD},
    }
    users = {}
    for who, place in places.items():
        person = make_member_of_the_site(now, who.capitalize())
        Membership.objects.create(person=person, **place)
        users[who] = person.user
    return {"nobody": None, **users}


def make_world(group, now: datetime) -> dict[str, dict]:
    """What stands in an address, by what it is about."""
    outcome = make_outcome(group)
    outcome.save_revision().publish()
    member = group.memberships.filter(until=None).first()
    asked = {"asked": member.person, "due": timezone.localdate(now), "asked_at": now}
    follow_up = FollowUp.objects.create(outcome=outcome, **asked)
    note = GroupNote.objects.create(group=group, title="N", text="N", changed_at=now)
    file = GroupFile.objects.create(
        group=group, title="F", file=ContentFile(b"geheim", "f.pdf"), added_at=now
    )
    point = make_point(group, now=now)
    points = [make_point(group, now=now, title=title) for title in "ABC"]
    plan = Plan("Wat eerst?", "Kies er drie.", now - A_WEEK, now + A_WEEK)
    ranking = rank(group=group, plan=plan, points=points, by=None, now=now)
    of_group = {"slug": group.slug}
    rows = {
        "answer_join_request": {"pk": make_join_request(group, now=now).pk},
        "group_member": {"pk": member.pk},
        "answer_remark": {"pk": make_remark(outcome, now=now).pk},
        "follow_up": {"token": follow_up.token},
        "outcome": {"pk": outcome.pk, "outcome": outcome.slug, "number": 1},
        "group_note": {"pk": note.pk},
        "group_file": {"pk": file.pk},
        "point": {"pk": point.pk},
        "ranking": {"pk": ranking.pk},
        **_asked(group, now),
    }
    return {
        "": {},
        "group": of_group,
        **{name: {**of_group, **row} for name, row in rows.items()},
        **_met(group, now),
    }


def _asked(group, now: datetime) -> dict[str, dict]:
    """Open, with results at once, and a sheet that is half filled in."""
    fields = {"results": "meteen", "audience": "genodigden"}
    asked = make_questionnaire(group, now=now, **fields)
    question = make_question(asked)
    [answer] = make_answers(make_response(asked, now=now), question, "Bel terug")
    question.answers.update(is_read=True, is_shown=True)
    draft = make_response(asked, now=now, state="concept")
    invited = asked.invitations.create(reader=make_reader("uit@x.example", now=now))
    return {
        "questionnaire": {"slug": asked.slug},
        "asked": {"pk": asked.pk, "question": question.pk, "file_format": "csv"},
        "open_answers": {"slug": asked.slug, "pk": question.pk},
        "point_from_answer": {"pk": answer.pk},
        "fill_in": {"token": draft.token},
        "invitation": {"token": invited.token},
    }


def _met(group, now: datetime) -> dict[str, dict]:
    """Begun an hour ago, with groups, a harvest and a report to correct."""
    begun = now - timedelta(hours=1)
    session = make_session(now=now, group=group, starts_at=begun, takes_questions=True)
    guests = [make_registration(session, now=now) for _ in range(4)]
    make_groups(session=session, size=4, seed=1)
    question = make_live_question(session, now=now)
    said = Harvest.objects.create(session=session, text="Zo.", said_at=now)
    report = SessionReport.objects.create(
        session=session,
        text="Wat er was.",
        state="correctie",
        correct_until=timezone.localdate(now),
    )
    correction = Correction.objects.create(report=report, text="Nee.", said_at=now)
    at = {"slug": page_of(session).slug}
    return {
        "session": at,
        "question": {**at, "pk": question.pk},
        "questions_stand": {"pk": session.pk, "screen": "kijker"},
        "harvest": {**at, "pk": said.pk},
        "correction": {**at, "pk": correction.pk},
        "guest": {"token": guests[0].token},
        "breakout": {"token": Breakout.objects.get(session=session).token},
    }
