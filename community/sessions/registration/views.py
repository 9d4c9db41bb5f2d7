"""Sign up, and the page of one's own: the link, the calendar, and the way off."""

from django.apps import apps
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.sessions.planning.models import Session
from community.sessions.planning.phases import Phase
from community.sessions.registration.appointment import CONTENT_TYPE, calendar_of
from community.sessions.registration.forms import RegistrationForm
from community.sessions.registration.links import player_of
from community.sessions.registration.models import Registration
from community.sessions.registration.services import TooLate, cancel, register
from home.accounts.services import reader_of
from home.personal import personal_link
from home.readers.services import TooManyAsked
from home.strangers import AN_HOUR, TOO_OFTEN, WAITING
from home.throttle import is_too_often

BEGUN = "Aanmelden kan niet meer: het is begonnen, of het gaat niet door."


def find_session(slug: str) -> Session:
    """Whose page everybody may read; with its group."""
    pages = apps.get_model("community.SessionPage").objects.open()
    found = Session.objects.filter(page__in=pages.filter(slug=slug))
    return get_object_or_404(found.select_related("group__theme", "page"))


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request, slug):
    """Whether somebody registered before is told to nobody but the address itself."""
    session = find_session(slug)
    reader = reader_of(request.user)
    known = reader.email if reader else ""
    form = RegistrationForm(
        request.POST if request.method == "POST" else None,
        known_email=known,
        initial=_known_of(request.user),
    )
    if form.is_valid() and (answer := _take_in(request, form, session)):
        return answer
    context = {
        "session": session,
        "page": session.page,
        "form": form,
        "is_open": session.phase(timezone.now()) is Phase.COMING,
        "is_full": not session.seats.free().exists(),
        "is_asked": "verstuurd" in request.GET,
    }
    status = 422 if form.errors else 200
    name = "community/sessions/sign_up.html"
    return render(request, name, context, status=status)


def _known_of(user) -> dict:
    person = getattr(user, "person", None) if user.is_authenticated else None
    if person is None:
        return {}
    works_for = person.organisation
    return {
        "name": person.name,
        "role": person.role_id,
        "organisation": works_for.name if works_for else "",
    }


def _take_in(request, form: RegistrationForm, session: Session):
    done = f"{request.path}?verstuurd=1"
    if form.is_from_a_robot:
        return redirect(done)
    if is_too_often(request, "registration", limit=20, seconds=AN_HOUR):
        form.add_error(None, TOO_OFTEN)
        return None
    try:
        registration = register(
            session=session,
            email=form.email_given,
            who=form.who,
            is_known=bool(form.known_email),
            now=timezone.now(),
        )
    except TooLate:
        form.add_error(None, BEGUN)
        return None
    except TooManyAsked:
        form.add_error("email", WAITING)
        return None
    return (
        redirect(reverse("registration", args=[registration.token]))
        if (form.known_email)
        else redirect(done)
    )


def find_registration(token: str) -> Registration | None:
    """Not before its owner confirmed: then the link is nobody's; nor without a page."""
    found = Registration.objects.filter(session__page__isnull=False)
    found = found.exclude(state=Registration.State.ASKED)
    with_all = found.select_related(
        "session__group__theme", "session__page", "reader", "role"
    )
    return with_all.filter(token=token).first()


def dead_link(request):
    return render(request, "community/sessions/dead_link.html", status=410)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def registration(request, token):
    """Where to be and how to get in; the button takes the registration back."""
    mine = find_registration(token)
    if mine is None:
        return dead_link(request)
    if request.method == "POST" and "afmelden" in request.POST:
        return redirect(f"{request.path}{_cancel(mine)}")
    session = mine.session
    phase = session.phase(timezone.now())
    context = {
        "mine": mine,
        "session": session,
        "page": session.page,
        "ahead": _ahead_of(mine) if mine.is_waiting else 0,
        "has_report": _may_read_report(session),
        **_breakout_of(mine),
        "player": player_of(session.link) if mine.is_placed else None,
        "is_coming": phase is Phase.COMING,
        "is_over": phase is Phase.OVER,
        "is_too_late": "telaat" in request.GET and phase is not Phase.OFF,
    }
    return render(request, "community/sessions/registration.html", context)


def _cancel(mine: Registration) -> str:
    """What the page says next, as the end of its address."""
    try:
        cancel(registration=mine, now=timezone.now())
    except TooLate:
        return "?telaat=1"
    return ""


def _may_read_report(session: Session) -> bool:
    """A concept is the lead's alone."""
    reports = apps.get_model("community.SessionReport").objects
    return reports.filter(session=session).exclude(state="concept").exists()


def _breakout_of(mine: Registration) -> dict:
    """Where they sit in the small groups, once those are made."""
    found = apps.get_model("community.BreakoutSeat").objects.filter(registration=mine)
    seat = found.select_related("breakout").first()
    if seat is None:
        return {}
    others = seat.breakout.seats.exclude(pk=seat.pk).order_by("pk")
    return {"seat": seat, "others": others.select_related("registration__role")}


def _ahead_of(mine: Registration) -> int:
    waiting = mine.session.registrations.waiting().values_list("pk", flat=True)
    return list(waiting).index(mine.pk)


@personal_link
@require_safe
def registration_calendar(request, token):
    """As it is now: a calendar that has it already takes the newer one."""
    mine = find_registration(token)
    if mine is None:
        return dead_link(request)
    name = f"bijeenkomst-{mine.session_id}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = calendar_of(mine.session)
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)
