"""Three screens: of the viewers, of the buzzmaster, and of who is on stage."""

from functools import partial

from django.apps import apps
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from community.sessions.leading import for_leads
from community.sessions.planning.models import Session
from community.sessions.questions.forms import RULES, MoveForm, QuestionForm, ReportForm
from community.sessions.questions.models import LiveQuestion
from community.sessions.questions.screens import SESSION, Drawn, Versions
from community.sessions.questions.services import (
    NotOpen,
    ask,
    is_open,
    move,
    report,
    support,
)
from community.sessions.questions.visitors import key_of, remember, supported_by
from community.sessions.registration.views import find_session
from home.page_cache.middleware import kept
from home.strangers import AN_HOUR, from_people
from home.throttle import is_too_often

SHOWN = 200  # of each state; the others have pages of their own
A_PAGE = 50
CLOSED = "Vragen stellen kan niet meer: de bijeenkomst is voorbij."
State = LiveQuestion.State


def _seen():
    pages = apps.get_model("community.SessionPage").objects.open()
    pages = pages.filter(session=SESSION, session__takes_questions=True)
    return pages.order_by().values_list("session__version")


VERSIONS, DRAWN = Versions(_seen), Drawn()
SCREENS = {"kijker": "viewer", "podium": "stage"}


@require_safe
def stand(request, pk, screen):
    """What a screen fetches again; the same for everybody, so it knows no cookie."""
    version = VERSIONS.of(pk)
    if version is None or screen not in SCREENS:
        raise Http404
    etag = f'"{screen}-{pk}-{version}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    draw = partial(_draw, pk, SCREENS[screen])
    text = DRAWN.of((pk, screen), version, draw)
    return HttpResponse(text, headers={"ETag": etag, "Cache-Control": "no-cache"})


def _draw(pk: int, name: str) -> str:
    session = Session.objects.select_related("page").get(pk=pk)
    context = _board(session, LiveQuestion.objects.to_viewers(session))
    return render_to_string(f"community/sessions/questions/{name}.html", context)


def _board(session: Session, questions) -> dict:
    """By where they are, in one statement."""
    rows = list(questions.most_supported()[: 3 * SHOWN + 1])
    by_state = {
        state.value: [each for each in rows if each.state == state][:SHOWN]
        for state in State
    }
    return {
        "session": session,
        "page": session.page,
        "open": is_open(session, timezone.now()),
        "is_cut": len(rows) > sum(map(len, by_state.values())),
        **by_state,
    }


def _find(slug: str) -> Session:
    session = find_session(slug)
    if not session.takes_questions:
        raise Http404
    return session


@csrf_exempt  # decision 0013: a question is nobody's, and may come from anywhere
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request, slug):
    """Ask, and support what others ask."""
    session = _find(slug)
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_taken_in(request, form, session):
        return redirect(f"{request.path}?gesteld=1")
    context = {
        **_board(session, LiveQuestion.objects.to_viewers(session)),
        "form": form,
        "is_asked": "gesteld" in request.GET,
        "is_reported": "gemeld" in request.GET,
        "supported": ",".join(map(str, supported_by(request))),
    }
    status = 422 if form.errors else 200
    name = "community/sessions/questions/questions.html"
    return render(request, name, context, status=status)


@kept
@require_safe
def all_questions(request, slug):
    """Also those that the screens have no room for, the most supported first."""
    session = _find(slug)
    found = LiveQuestion.objects.to_viewers(session).most_supported()
    context = {
        "page": session.page,
        "pages": Paginator(found, A_PAGE).get_page(request.GET.get("pagina")),
        "open": is_open(session, timezone.now()),
    }
    return render(request, "community/sessions/questions/all.html", context)


@from_people("question", limit=30)
def _is_taken_in(form: QuestionForm, session: Session) -> None:
    said = {name: form.cleaned_data[name] for name in ("text", "name")}
    try:
        ask(session=session, now=timezone.now(), **said)
    except NotOpen:
        form.add_error(None, CLOSED)


@never_cache
@csrf_exempt  # decision 0031: a token would be a cookie for who only reads
@require_POST
def support_question(request, slug, pk):
    """Once per visitor; the first time, this is where the one cookie comes from."""
    session = _find(slug)
    shown = LiveQuestion.objects.to_viewers(session)
    question = get_object_or_404(shown.select_related("session"), pk=pk)
    elsewhere = request.headers.get("Sec-Fetch-Site", "") == "cross-site"
    may = is_open(session, timezone.now()) and not elsewhere
    if may and not is_too_often(request, "support", limit=300, seconds=AN_HOUR):
        support(question=question, key=key_of(request))
        remember(request, question.pk)
    return redirect(f"{reverse('session_questions', args=[slug])}#vraag-{pk}")


@csrf_exempt  # decision 0013: it asks a buzzmaster to look, in nobody's name
@require_http_methods(["GET", "HEAD", "POST"])
def report_question(request, slug, pk):
    """Without a name: what is wrong is what counts."""
    session = _find(slug)
    shown = LiveQuestion.objects.to_viewers(session)
    question = get_object_or_404(shown.select_related("session"), pk=pk)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        too_often = is_too_often(request, "report", limit=10, seconds=AN_HOUR)
        if not (too_often or form.is_from_a_robot):
            report(question=question, ground=form.cleaned_data["ground"])
        return redirect(f"{reverse('session_questions', args=[slug])}?gemeld=1")
    context = {
        "session": session,
        "page": session.page,
        "question": question,
        "form": form,
    }
    status = 422 if form.errors else 200
    name = "community/sessions/questions/report.html"
    return render(request, name, context, status=status)


@require_safe
def stage(request, slug):
    """Large, without buttons: for who speaks, and for the wall."""
    session = _find(slug)
    context = _board(session, LiveQuestion.objects.to_viewers(session))
    return render(request, "community/sessions/questions/on_stage.html", context)


@for_leads
@require_safe
def buzzmaster(request, session: Session):
    """All there is, hidden ones too; `?deel` is the list alone, when it changed."""
    if not session.takes_questions:
        raise Http404
    part = "deel" in request.GET
    etag = f'"regie-{session.pk}-{session.version}"'
    if part and request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    context = {
        **_board(session, LiveQuestion.objects.filter(session=session)),
        "grounds": RULES,
    }
    name = "buzzmaster_list" if part else "buzzmaster"
    response = render(request, f"community/sessions/questions/{name}.html", context)
    if part:
        response["ETag"] = etag
    return response


@for_leads
@require_POST
def move_question(request, session: Session, pk):
    """One button, and back to the list."""
    question = get_object_or_404(LiveQuestion, session=session, pk=pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        move(
            question=question,
            by=request.user,
            now=timezone.now(),
            **form.cleaned_data,
        )
    else:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
    return redirect("buzzmaster", session.page.slug)
