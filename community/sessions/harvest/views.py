"""Add something by one's own link or as a member; order and answer it as a lead."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from community.sessions.access import may_run
from community.sessions.harvest.forms import GROUNDS, AnswerForm, HarvestForm
from community.sessions.harvest.models import Harvest
from community.sessions.harvest.services import (
    Decision,
    NoGroup,
    NotOpen,
    answer,
    contribute,
    is_open,
    make_point,
)
from community.sessions.leading import for_leads
from community.sessions.planning.models import Session
from community.sessions.registration.models import Registration
from community.sessions.registration.views import (
    dead_link,
    find_registration,
    find_session,
)
from community.working_groups.access import is_member
from home.accounts.services import reader_of
from home.models import Reader
from home.page_cache.middleware import kept
from home.personal import personal_link

A_PAGE = 30
CLOSED = "Bijdragen kan tijdens de bijeenkomst, en tot een dag erna."


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def add_by_link(request, token):
    """Who registered; nobody asks whether they are in the room or online."""
    mine = find_registration(token)
    if mine is None or not mine.is_placed:
        return dead_link(request)
    return _add(request, mine.session, mine.name, mine.reader, mine)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_as_member(request, slug):
    """Members of the group need not register, and who leads neither."""
    session = find_session(slug)
    belongs = session.group_id and is_member(request.user, session.group)
    if not (belongs or may_run(request.user, session)):
        raise PermissionDenied
    person = getattr(request.user, "person", None)
    name = person.name if person else request.user.get_full_name()
    return _add(request, session, name, reader_of(request.user), None)


def _add(
    request,
    session: Session,
    name: str,
    reader: Reader | None,
    mine: Registration | None,
):
    form = HarvestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            contribute(
                session=session,
                text=form.cleaned_data["text"],
                name="" if form.cleaned_data["unnamed"] else name,
                registration=mine,
                reader=reader,
                now=timezone.now(),
            )
        except NotOpen:
            form.add_error(None, CLOSED)
        else:
            return redirect(f"{request.path}?bewaard=1")
    context = {
        "session": session,
        "page": session.page,
        "mine": mine,
        "form": form,
        "name": name,
        "is_open": is_open(session, timezone.now()),
        "is_kept": "bewaard" in request.GET,
        "harvest": _page(request, session),
    }
    status = 422 if form.errors else 200
    return render(
        request, "community/sessions/harvest/add.html", context, status=status
    )


@kept
@require_safe
def session_harvest(request, slug):
    """All that was said; the page of the session shows where it begins."""
    session = find_session(slug)
    context = {"page": session.page, "pages": _page(request, session)}
    return render(request, "community/sessions/harvest/all.html", context)


def _page(request, session: Session):
    said = Harvest.objects.filter(session=session).to_be_read()
    said = said.with_interest(timezone.localdate())
    return Paginator(said, A_PAGE).get_page(request.GET.get("pagina"))


@for_leads
@require_http_methods(["GET", "HEAD"])
def harvest_desk(request, session: Session):
    """Everything that was said, a page at a time; each row is a form."""
    context = _desk(request, session)
    return render(request, "community/sessions/harvest/desk.html", context)


@for_leads
@require_POST
def answer_harvest(request, session: Session, pk):
    """One row: a heading, what happens with it, and why."""
    said = get_object_or_404(Harvest, session=session, pk=pk)
    form = AnswerForm(request.POST, harvest=said)
    if form.is_valid():
        decision = Decision(**form.cleaned_data)
        answer(harvest=said, decision=decision, by=request.user, now=timezone.now())
        return redirect(_back(session, pk))
    context = _desk(request, session) | {"wrong": form, "wrong_row": pk}
    return render(request, "community/sessions/harvest/desk.html", context, status=422)


@for_leads
@require_POST
def harvest_to_point(request, session: Session, pk):
    """A second click leads to the same point."""
    said = get_object_or_404(
        Harvest.objects.select_related("session__group"), session=session, pk=pk
    )
    try:
        point = make_point(harvest=said, now=timezone.now())
    except NoGroup:
        return redirect(_back(session, pk))
    return redirect(point.get_absolute_url())


def _desk(request, session: Session) -> dict:
    rows = Harvest.objects.filter(session=session).order_by("heading", "pk")
    headings = rows.exclude(heading="").values_list("heading", flat=True)
    rows = rows.with_interest(timezone.localdate())
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("pagina"))
    return {
        "session": session,
        "page": session.page,
        "harvest": page,
        "headings": sorted(set(headings)),
        "states": Harvest.State.choices,
        "grounds": GROUNDS,
        "open": rows.without_an_answer().count(),
    }


def _back(session: Session, pk: int) -> str:
    return f"{reverse('harvest_desk', args=[session.page.slug])}#bijdrage-{pk}"
