"""The lead writes the report; who was there reads it along by the own link."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from community.sessions.leading import for_leads
from community.sessions.planning.models import Session
from community.sessions.registration.views import dead_link, find_registration
from community.sessions.report.forms import (
    CorrectionAnswerForm,
    CorrectionForm,
    ReportForm,
)
from community.sessions.report.models import Correction, SessionReport
from community.sessions.report.services import (
    CorrectionsWait,
    Final,
    NotAsked,
    NotWritten,
    answer,
    ask_for_corrections,
    correct,
    finish,
    write,
)
from home.personal import personal_link

EMPTY = "Schrijf eerst het verslag."
STANDS = "Dit verslag is definitief en verandert niet meer."
WAIT = "Nog niet elke verbetering heeft een antwoord."
TOO_LATE = "Verbeteren kan niet meer: het verslag is definitief, of de tijd is om."
FIELDS = ("text", "decisions", "recording")


@for_leads
@require_http_methods(["GET", "HEAD", "POST"])
def report_desk(request, session: Session):
    """Three buttons: keep it, ask who was there, make it final."""
    report = SessionReport.objects.filter(session=session).first()
    form = ReportForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(report, name, "") for name in FIELDS},
    )
    if form.is_valid() and _act(request, session, form):
        return redirect(request.path)
    corrections = report.corrections.order_by("pk") if report else ()
    context = {
        "session": session,
        "page": session.page,
        "report": report,
        "form": form,
        "corrections": corrections,
    }
    status = 422 if form.errors else 200
    return render(
        request, "community/sessions/report/desk.html", context, status=status
    )


def _act(request, session: Session, form: ReportForm) -> bool:
    now = timezone.now()
    try:
        write(session=session, **form.cleaned_data)
        if "voorleggen" in request.POST:
            ask_for_corrections(session=session, now=now)
        elif "definitief" in request.POST:
            finish(session=session, now=now)
    except NotWritten:
        form.add_error("text", EMPTY)
    except Final:
        form.add_error(None, STANDS)
    except CorrectionsWait:
        form.add_error(None, WAIT)
    return not form.errors


@for_leads
@require_POST
def answer_correction(request, session: Session, pk):
    """Who said it reads the answer on the own page."""
    found = Correction.objects.filter(report__session=session)
    correction = get_object_or_404(found, pk=pk)
    form = CorrectionAnswerForm(request.POST)
    if form.is_valid():
        answer(correction=correction, text=form.cleaned_data["text"])
    else:
        messages.error(request, "Schrijf een antwoord.")
    return redirect("report_desk", session.page.slug)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def correct_report(request, token):
    """Before it is final nobody else reads it."""
    mine = find_registration(token)
    report = (
        SessionReport.objects.filter(session=mine.session).first() if mine else None
    )
    if mine is None or report is None or report.state == SessionReport.State.CONCEPT:
        return dead_link(request)
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            correct(
                report=report,
                registration=mine,
                now=timezone.now(),
                **form.cleaned_data,
            )
        except (NotAsked, Final):
            form.add_error(None, TOO_LATE)
        else:
            return redirect(f"{request.path}?bewaard=1")
    context = {
        "mine": mine,
        "session": mine.session,
        "page": mine.session.page,
        "report": report,
        "form": form,
        "is_kept": "bewaard" in request.GET,
        "corrections": report.corrections.filter(registration=mine).order_by("pk"),
    }
    status = 422 if form.errors else 200
    name = "community/sessions/report/correct.html"
    return render(request, name, context, status=status)
