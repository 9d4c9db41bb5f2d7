"""The door's pages: for who may check people in, on any phone, without a script."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from events.door.forms import CheckInForm, SearchForm
from events.door.rules import Verdict, verdict
from events.door.services import (
    ProofNeeded,
    Refused,
    both,
    check_in_together,
    counts,
    find,
    pair_of,
    undo,
)
from events.guests.halves import ground_in_words
from events.orders.models import Pair
from events.tickets.models import Event

logger = logging.getLogger(__name__)

DOORS_ON_A_PAGE = 20


def may_check_in(view):
    """Who is not logged in may do so; who is, and may not, hears that (403)."""
    return login_required(
        permission_required("events.add_checkin", raise_exception=True)(view),
        login_url="wagtailadmin_login",
    )


@may_check_in
@never_cache
@require_safe
def events(request):
    """Which event's door this is."""
    mine = Event.objects.organised_by(request.user).going_ahead()
    pages = Paginator(mine.upcoming(timezone.now()), DOORS_ON_A_PAGE)
    events = pages.get_page(request.GET.get("pagina"))
    return render(request, "events/door/events.html", {"events": events})


@may_check_in
@never_cache
@require_safe
def door(request, slug):
    """A code or a name gives the verdict; looking changes nothing."""
    event = _event(request, slug)
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    found = find(event=event, text=text)
    rows = [_row(event, visitor) for visitor in found.visitors]
    if text and not rows:
        _note(event, Verdict.UNKNOWN, request.user)
    elif rows and rows[0]["visitor"].code == text:  # in a list nobody was refused
        _note(event, rows[0]["verdict"], request.user)
    inside, expected = counts(event=event)
    context = {
        "event": event,
        "form": form,
        "text": text,
        "rows": rows,
        "more": found.more,
        "asked": bool(request.GET.get("q")),
        "inside": inside,
        "expected": expected,
        "may_swap": request.user.has_perm("events.change_order"),
    }
    return render(request, "events/door/door.html", context)


@may_check_in
@require_POST
def door_check_in(request, slug, pair_id):
    """Let one of the two in, or both at once."""
    pair = _pair(request, slug, pair_id)
    form = CheckInForm(request.POST)
    if form.is_valid():
        codes = [form.cleaned_data["code"], form.cleaned_data["other"]]
        try:
            check_in_together(
                pair=pair,
                codes=filter(None, codes),
                proof_seen=form.cleaned_data["proof"],
                by=request.user,
                now=timezone.now(),
            )
            who = "Allebei binnen" if all(codes) else "Binnen"
            messages.success(request, f"{who}. De volgende mag.")
        except ProofNeeded:
            messages.error(request, "Vraag eerst om een legitimatie en zet het vinkje.")
        except Refused as refusal:
            _note(pair.order.event, refusal.verdict, request.user)
            messages.error(request, SAYS[refusal.verdict])
    return redirect(_back(slug, pair))


@may_check_in
@require_POST
def door_undo(request, slug, pair_id):
    """A mistake: this person is not in after all."""
    pair = _pair(request, slug, pair_id)
    form = CheckInForm(request.POST)
    if form.is_valid():
        undo(pair=pair, code=form.cleaned_data["code"], now=timezone.now())
        messages.success(request, "Ongedaan gemaakt.")
    return redirect(_back(slug, pair))


SAYS = {
    Verdict.WELCOME: "Welkom",
    Verdict.ALREADY: "Al binnen",
    Verdict.UNCONFIRMED: "Gast niet bevestigd",
    Verdict.ASK_AGAIN: "Opnieuw bevestigen",
    Verdict.REPLACED: "Vervangen",
    Verdict.RESOLD: "Plaats verkocht",
    Verdict.CANCELLED: "Geannuleerd",
    Verdict.UNKNOWN: "Onbekend",
}
LOOKS = {Verdict.WELCOME: "in", Verdict.ALREADY: "again"}
WAITS = {Verdict.UNCONFIRMED: "wait", Verdict.ASK_AGAIN: "wait"}
OF_NOW = {*LOOKS, *WAITS}


def _row(event, visitor) -> dict:
    """One person on the screen, with the other of the pair below."""
    answer = verdict(visitor, first_day=event.first_day)
    others = [o for o in both(visitor.pair) if o.is_guest != visitor.is_guest]
    verdicts = {answer, *(verdict(o, first_day=event.first_day) for o in others)}
    return {
        "visitor": visitor,
        "verdict": answer.value,
        "says": SAYS[answer],
        "looks": (LOOKS | WAITS).get(answer, "no"),
        "ground": visitor.is_guest
        and visitor.guest.is_admitted
        and ground_in_words(visitor.guest, event),
        "other": others[0] if others else None,
        "both_welcome": bool(others) and verdicts == {Verdict.WELCOME},
        "may_swap": verdicts <= OF_NOW
        and not any(each.is_guest and each.in_since for each in (visitor, *others)),
    }


def _note(event, verdict: str, by) -> None:
    """Each refusal with its reason, and nothing about who it was."""
    if verdict != Verdict.WELCOME:
        logger.info("the door of event %s said %s to user %s", event.pk, verdict, by.pk)


def _event(request, slug) -> Event:
    """Of this organiser; the door of another event is nobody's business."""
    return get_object_or_404(Event.objects.organised_by(request.user), slug=slug)


def _pair(request, slug, pair_id) -> Pair:
    event = _event(request, slug)
    try:
        return pair_of(event=event, pair_id=pair_id)
    except Pair.DoesNotExist as error:
        raise Http404 from error


def _back(slug, pair) -> str:
    """To the same pair, so that its other half is one tap away."""
    query = urlencode({"q": f"{pair.order.reference}-{pair.number}"})
    return f"{reverse('door', args=[slug])}?{query}"
