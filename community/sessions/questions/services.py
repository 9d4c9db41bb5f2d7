"""Ask, support, report; and what the buzzmaster does with it.

Whatever changes makes a new version, which the screens ask for (0046)."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import F

from community.sessions.planning.models import Session
from community.sessions.planning.phases import Phase
from community.sessions.questions.models import LiveQuestion, QuestionSupport
from home.numbers import drawn_number
from home.transactions import whole
from stories.reactions.moderation import note_hiding

State = LiveQuestion.State
TOGETHER = 500  # questions of one session: more than anybody reads


class NotOpen(Exception):
    """This session takes no questions, or not any more."""


@whole
def ask(*, session: Session, text: str, name: str, now: datetime) -> LiveQuestion:
    """From the moment it is planned until it ends; sent twice it is one question.

    Of one without a name we keep no moment and no place in the order: both would be
    found in a server's log."""
    session = Session.objects.select_for_update().get(pk=session.pk)  # two clicks
    if not session.takes_questions or not is_open(session, now):
        raise NotOpen
    nobodys = {"pk": drawn_number(), "asked_at": session.starts_at}
    question, is_new = LiveQuestion.objects.get_or_create(
        session=session,
        text=text,
        name=name,
        defaults={"asked_at": now} if name else nobodys,
    )
    if is_new:
        _changed(session)
    return question


def is_open(session: Session, now: datetime) -> bool:
    return session.phase(now) in {Phase.COMING, Phase.RUNNING}


@whole
def support(*, question: LiveQuestion, key: str) -> bool:
    """Once, from however many tabs; whether it was the first time."""
    _, is_new = QuestionSupport.objects.get_or_create(question=question, key=key)
    if is_new:
        LiveQuestion.objects.filter(pk=question.pk).update(supports=F("supports") + 1)
        _changed(question.session)
    return is_new


@whole
def report(*, question: LiveQuestion, ground: str) -> None:
    """The buzzmaster looks at it; until then it stays."""
    LiveQuestion.objects.filter(pk=question.pk).update(reported_for=ground)
    _changed(question.session)


@whole
def move(
    *,
    question: LiveQuestion,
    to: str,
    by: User,
    now: datetime,
    ground: str = "",
    answer: str = "",
) -> None:
    """What was in view gives way to the next, and counts as answered."""
    session = Session.objects.select_for_update().get(pk=question.session_id)
    question.refresh_from_db(fields=["state"])
    if (to == State.HIDDEN) != (question.state == State.HIDDEN):
        about = f"een vraag bij de bijeenkomst ‘{session}’"
        note_hiding(about=about, ground=ground, by=by, now=now)
    if to == State.LIVE:
        in_view = LiveQuestion.objects.filter(
            session=session, state=State.LIVE
        ).exclude(pk=question.pk)
        in_view.update(state=State.ANSWERED)
    LiveQuestion.objects.filter(pk=question.pk).update(
        state=to,
        ground=ground if to == State.HIDDEN else "",
        answer=answer or F("answer"),
        reported_for="",
    )
    _changed(session)


def _changed(session: Session) -> None:
    Session.objects.filter(pk=session.pk).update(version=F("version") + 1)
