"""The groups as the lead makes them, and the page of who guides one."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from community.questionnaires.rules import is_close
from community.sessions.breakouts.forms import MixForm, NoteForm
from community.sessions.breakouts.models import Breakout
from community.sessions.breakouts.ranking import merged, suggestions
from community.sessions.breakouts.services import (
    AlreadySpoken,
    NobodyThere,
    make_groups,
    write,
)
from community.sessions.leading import for_leads
from community.sessions.planning.models import Session
from community.sessions.registration.views import dead_link
from home.personal import personal_link

SPOKEN = "Een groepje schreef al iets op. Opnieuw mengen zou dat wissen."
NOBODY = "Er is nog niemand om te mengen."


@for_leads
@require_http_methods(["GET", "HEAD", "POST"])
def breakouts(request, session: Session):
    """Mix, hand out the links, and read one list of what all groups put first."""
    groups = list(
        Breakout.objects.filter(session=session).prefetch_related(
            "seats__registration__role"
        )
    )
    initial = {"size": 4, "seed": (groups[0].seed + 1) if groups else 1}
    form = MixForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            make_groups(session=session, **form.cleaned_data)
        except AlreadySpoken:
            form.add_error(None, SPOKEN)
        except NobodyThere:
            form.add_error(None, NOBODY)
        else:
            return redirect(request.path)
    ranking = merged(group.top_three for group in groups)
    context = {
        "session": session,
        "page": session.page,
        "form": form,
        "groups": groups,
        "ranking": ranking,
        "is_close": is_close(ranking, people=len(groups)),
        "have_spoken": any(group.has_spoken for group in groups),
    }
    status = 422 if form.errors else 200
    name = "community/sessions/breakouts/breakouts.html"
    return render(request, name, context, status=status)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def breakout(request, token):
    """Without an account: the link is handed out by the lead."""
    there = Breakout.objects.filter(session__page__isnull=False)
    found = there.select_related("session__page").filter(token=token).first()
    if found is None:
        return dead_link(request)
    names = list(NoteForm.base_fields)
    form = NoteForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(found, name) for name in names},
    )
    if form.is_valid():
        write(breakout=found, **form.cleaned_data)
        return redirect(f"{request.path}?bewaard=1")
    others = Breakout.objects.filter(session=found.session)
    context = {
        "breakout": found,
        "page": found.session.page,
        "form": form,
        "people": found.seats.select_related("registration__role").order_by("pk"),
        "points": suggestions(others.values_list("first", "second", "third")),
        "is_kept": "bewaard" in request.GET,
        "is_over": found.session.ends_at <= timezone.now(),
    }
    status = 422 if form.errors else 200
    name = "community/sessions/breakouts/breakout.html"
    return render(request, name, context, status=status)
