"""Plan, change and call off a session; who comes, and who was there."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from community.sessions.access import groups_to_plan_for, keeps_the_agenda
from community.sessions.desk.forms import TELLING, SessionForm, WhyForm
from community.sessions.harvest.models import Harvest
from community.sessions.leading import for_leads
from community.sessions.planning.models import Session
from community.sessions.planning.phases import Phase
from community.sessions.registration.attendance import note_who_came
from community.sessions.registration.changes import RulesStand, TooLate, call_off
from community.sessions.registration.totals import in_total
from community.sessions.session_page.pages import SessionPage
from community.sessions.session_page.services import plan, rewrite
from community.working_groups.access import may_lead
from community.working_groups.group_page import WorkingGroupPage
from home.numbers import row_number

A_PAGE = 50


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_session(request):
    """On the site at once, and in the agenda."""
    groups = groups_to_plan_for(request.user)
    if not (groups.exists() or keeps_the_agenda(request.user)):
        raise PermissionDenied
    form = SessionForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        initial={"group": groups.filter(slug=request.GET.get("groep", "")).first()},
    )
    if form.is_valid():
        page = plan(
            session=form.instance,
            telling=form.telling,
            invited=form.invited,
            now=timezone.now(),
        )
        return redirect("session_desk", page.slug)
    context = {"form": form}
    status = 422 if form.errors else 200
    name = "community/sessions/desk/session_form.html"
    return render(request, name, context, status=status)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def group_sessions(request, slug):
    """Of one group, the latest first, with what waits in each."""
    groups = WorkingGroupPage.objects.open().select_related("theme")
    group = get_object_or_404(groups, slug=slug)
    if not may_lead(request.user, group):
        raise PermissionDenied
    waiting = Count("session__harvest", Q(session__harvest__state=Harvest.State.OPEN))
    pages = SessionPage.objects.live().filter(session__group=group)
    pages = pages.select_related("session").annotate(waiting=waiting)
    pages = pages.order_by("-session__starts_at", "-pk")
    shown = Paginator(pages, A_PAGE).get_page(request.GET.get("pagina"))
    context = {"group": group, "pages": shown}
    return render(request, "community/sessions/desk/group_sessions.html", context)


@for_leads
@require_http_methods(["GET", "HEAD"])
def desk(request, session: Session):
    """What there is to do, and who comes; a page at a time."""
    expected = session.registrations.expecting().select_related("role", "reader")
    order = expected.order_by("-state", "since", "pk")  # waiting, then placed
    now = timezone.now()
    placed, reasons = in_total(session, now)
    context = {
        "session": session,
        "page": session.page,
        "registrations": Paginator(order, A_PAGE).get_page(request.GET.get("pagina")),
        "placed": placed,
        "reasons": reasons,
        "waiting": session.registrations.waiting().count(),
        "seats": session.seats.count(),
        "who": "Wie er komt" if session.ends_at > now else "Wie zich aanmeldde",
        "has_begun": session.starts_at <= now,
        "is_open": session.phase(now) in {Phase.COMING, Phase.RUNNING},
    }
    return render(request, "community/sessions/desk/desk.html", context)


@for_leads
@require_http_methods(["GET", "HEAD", "POST"])
def change_session(request, session: Session):
    """What people count on does not change once they speak."""
    page = session.page
    form = SessionForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        instance=session,
        initial={
            **{name: getattr(page, name) for name in TELLING},
            "capacity": session.seats.count(),
            "roles": session.roles.all(),
            "starts_from": session.starts_from.all(),
        },
    )
    if form.is_valid():
        try:
            rewrite(
                session=session,
                telling=form.telling,
                invited=form.invited,
                now=timezone.now(),
            )
        except TooLate:
            form.add_error(None, "Dit is voorbij of gaat niet door.")
        except RulesStand:
            form.add_error(
                "mode", "Het is begonnen: thema en besluitvorming staan nu vast."
            )
        else:
            return redirect("session_desk", page.slug)
    context = {"form": form, "session": session, "page": page}
    status = 422 if form.errors else 200
    name = "community/sessions/desk/session_form.html"
    return render(request, name, context, status=status)


@for_leads
@require_http_methods(["GET", "HEAD", "POST"])
def call_off_session(request, session: Session):
    """Everybody who expects it gets a mail with the reason."""
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            call_off(session=session, now=timezone.now(), **form.cleaned_data)
        except TooLate:
            form.add_error(None, "Dit is voorbij, of ging al niet door.")
        else:
            return redirect("session_desk", session.page.slug)
    context = {"form": form, "session": session, "page": session.page}
    status = 422 if form.errors else 200
    return render(
        request, "community/sessions/desk/call_off.html", context, status=status
    )


@for_leads
@require_POST
def attendance(request, session: Session):
    """Of the page of the list that was sent."""
    shown, came = (
        [row_number(each) for each in request.POST.getlist(name)]
        for name in ("op", "was-er")
    )
    note_who_came(session=session, shown=shown, came=came)
    return redirect(f"{reverse('session_desk', args=[session.page.slug])}?bewaard=1")
