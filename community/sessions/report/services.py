"""From a concept, by way of who was there, to what everybody may read."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from community.sessions.planning.models import Session
from community.sessions.questions.models import QuestionSupport
from community.sessions.registration.models import Registration
from community.sessions.registration.services import lock
from community.sessions.report.mail import TO_CORRECT
from community.sessions.report.models import Correction, SessionReport
from home.mail.services import Debt, owe_mails
from home.transactions import whole

A_WEEK = timedelta(days=7)
State = SessionReport.State


class Final(Exception):
    """What is final does not change any more."""


class NotWritten(Exception):
    """There is nothing to read yet."""


class CorrectionsWait(Exception):
    """Somebody has no answer yet."""


class NotAsked(Exception):
    """Corrections are asked of who was there, while the report is to be corrected."""


@whole
def write(
    *, session: Session, text: str, decisions: str, recording: str
) -> SessionReport:
    """Also while others correct it: then the lead works in what they said."""
    report = _locked(session)
    if not text and report.state != State.CONCEPT:
        raise NotWritten
    report.text, report.decisions, report.recording = text, decisions, recording
    report.save()
    return report


@whole
def ask_for_corrections(*, session: Session, now: datetime) -> SessionReport:
    """A week, and a mail to everybody who was there."""
    report = _locked(session)
    if not report.text:
        raise NotWritten
    report.state = State.CORRECTING
    report.correct_until = timezone.localdate(now + A_WEEK)
    report.save()
    owe_mails([Debt(TO_CORRECT, each.pk) for each in present(session)], now=now)
    return report


@whole
def correct(
    *, report: SessionReport, registration: Registration, text: str, now: datetime
) -> Correction:
    """By the own link, which is how we know that they were there."""
    report = _locked(report.session)
    was_there = present(report.session).filter(pk=registration.pk).exists()
    until = report.correct_until if report.state == State.CORRECTING else None
    if not was_there or until is None or timezone.localdate(now) > until:
        raise NotAsked
    return Correction.objects.get_or_create(
        report=report, registration=registration, text=text, defaults={"said_at": now}
    )[0]


def answer(*, correction: Correction, text: str) -> None:
    """What was done with it."""
    Correction.objects.filter(pk=correction.pk).update(answer=text)


@whole
def finish(*, session: Session, now: datetime) -> SessionReport:
    """For everybody to read; which browser supported which question is forgotten."""
    report = _locked(session)
    if not report.text:
        raise NotWritten
    if report.corrections.filter(answer="").exists():
        raise CorrectionsWait
    came = session.registrations.placed().filter(attended=True).count()
    report.state, report.final_at = State.FINAL, now
    report.attended = came or None
    report.save()
    QuestionSupport.objects.filter(question__session=session).delete()
    return report


def present(session: Session) -> QuerySet[Registration]:
    """Who was noted, or everybody with a seat when nobody noted it."""
    placed = Registration.objects.placed().filter(session=session)
    noted = placed.filter(attended=True)
    return noted if noted.exists() else placed


def _locked(session: Session) -> SessionReport:
    report, _ = SessionReport.objects.get_or_create(session=lock(session))
    if report.is_final:
        raise Final
    return report
