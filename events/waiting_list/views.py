"""The list, from outside: join it, see your place, leave it with one click."""

from contextlib import suppress

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.tickets.models import Event
from events.waiting_list.forms import JoinForm
from events.waiting_list.models import WaitingEntry
from events.waiting_list.place_in_line import place_in_line
from events.waiting_list.services import (
    ListClosed,
    NotNeeded,
    is_open,
    join,
    join_again,
    joined_anew,
    leave,
)
from home.personal import personal_link
from home.throttle import is_too_often

TOO_OFTEN = "Dit ging net al een paar keer. Probeer het over een uur nog eens."


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def waiting_list(request, slug):
    """Join; the answer is the same for who stands there already."""
    event = get_object_or_404(Event.objects.select_related("page"), slug=slug)
    page = getattr(event, "page", None)
    if page is None or not page.live:
        raise Http404
    if event.called_off_at:
        return redirect(page.url)
    asked = request.POST if request.method == "POST" else None
    form = JoinForm(asked, event=event)
    if form.is_valid():
        if is_too_often(request, "waiting_list", limit=5, seconds=3600):
            form.add_error(None, TOO_OFTEN)
        else:
            try:
                join(event=event, now=timezone.now(), **_answers(form))
            except (NotNeeded, ListClosed):
                return redirect(page.url)
            address = reverse("waiting_list", args=[event.slug])
            return redirect(f"{address}?verstuurd=1")
    context = {"event": event, "form": form, "is_joined": "verstuurd" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "events/waiting_list/join.html", context, status=status)


@personal_link
@require_safe
def waiting_place(request, token):
    """Where somebody stands; a GET changes nothing."""
    return _show(request, _find(token))


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def waiting_leave(request, token):
    """One click, and we forget who it was."""
    entry = _find(token)
    if request.method == "POST":
        leave(entry=entry, now=timezone.now())
    return redirect("waiting_place", token)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def waiting_again(request, token):
    """At the end of the line once more, after an offer that lapsed."""
    entry = _find(token)
    if request.method == "POST":
        with suppress(ListClosed):  # the page says so
            join_again(entry=entry, now=timezone.now())
    return redirect("waiting_place", token)


def _answers(form: JoinForm) -> dict:
    return {"ticket": None} | form.cleaned_data


def _find(token) -> WaitingEntry:
    entries = WaitingEntry.objects.select_related("event", "ticket", "order")
    return get_object_or_404(entries, token=token)


def _show(request, entry: WaitingEntry):
    """What is true now, also in the minute before `tick` says so on the row."""
    now = timezone.now()
    states, state, order = WaitingEntry.State, entry.state, entry.order
    if state == states.OFFERED and order is not None and order.has_been_paid:
        state = states.BOUGHT
    is_waiting = state == states.WAITING
    wants_a_place = is_waiting or state == states.LAPSED
    context = {
        "entry": entry,
        "event": entry.event,
        "order": order,
        "state": state,
        "joined_anew": state == states.LAPSED and joined_anew(entry),
        "is_closed": wants_a_place and not is_open(entry.event, now),
        "is_over": entry.event.ends_at <= now,
        "place": place_in_line(entry) if is_waiting else None,
        "length": entry.event.waiting.in_line().count() if is_waiting else None,
    }
    return render(request, "events/waiting_list/place.html", context)
