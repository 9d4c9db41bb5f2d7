"""The guest's own link: read, confirm, decline, take the ticket along."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import (
    sensitive_post_parameters,
    sensitive_variables,
)
from django.views.decorators.http import require_http_methods, require_safe

from events.guests import halves
from events.guests.forms import GuestForm
from events.guests.models import Guest
from events.guests.services import (
    EventOver,
    NotCurrent,
    NotEligible,
    admit,
    decline,
    note_opened,
)
from events.orders.models import Pair
from events.passes.halves import Half
from events.passes.views import calendar_file, ticket_file
from home.dutch import day_short
from home.personal import personal_link


@sensitive_variables()  # an error report shows none of this view, nor of what it calls
@sensitive_post_parameters("born")
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def guest(request, token):
    """One question, one minute, and then the ticket (rule 3). A GET changes nothing."""
    now = timezone.now()
    found = _find(token)
    event = found.pair.order.event
    if why := _why_closed(found, now):
        return _gone(request, found, why)
    if found.is_valid_for(event.first_day):
        again = request.method == "POST"  # a second click on the same form
        return redirect("guest", token) if again else _pass(request, found)
    form = GuestForm(
        request.POST if request.method == "POST" else None,
        event=event,
        today=timezone.localdate(now),
        initial={"name": found.name, "email": found.email},
    )
    if form.is_valid():
        try:
            admit(guest=found, now=now, **form.answers())
            return redirect("guest", token)
        except (EventOver, NotCurrent):
            return redirect("guest", token)
        except NotEligible:
            form.add_error("ground", _too_old(found))
    if form.errors:
        note_opened(guest=found, now=now)
    context = _context(found) | {"form": form}
    status = 422 if form.errors else 200
    return render(request, "events/guests/guest.html", context, status=status)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def guest_opened(request, token):
    """The script of the page says that somebody began to fill in the form."""
    found = _find(token)
    if request.method != "POST":
        return redirect("guest", token)
    note_opened(guest=found, now=timezone.now())
    return HttpResponse(status=204)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def guest_decline(request, token):
    """Who can not come, and who says "dit ben ik niet": we forget this person."""
    found = _find(token)
    if not (found.is_current and found.pair.is_sold):
        return redirect("guest", token)
    if request.method != "POST":
        return render(request, "events/guests/decline.html", _context(found))
    with suppress(NotCurrent):  # somebody was quicker; the page says what is true now
        decline(guest=found, now=timezone.now())
    return redirect("guest", token)


@personal_link
@require_safe
def guest_ticket(request, token):
    """The guest's half as a PDF."""
    return _file(request, _find(token), ticket_file)


@personal_link
@require_safe
def guest_calendar(request, token):
    """The event for the guest's calendar; called off, it strikes the entry out."""
    found, entry = _find(token), partial(calendar_file, request)
    if found.pair.order.event.called_off_at and found.is_admitted:
        return entry(halves.of_guest(found))
    return _file(request, found, entry)


def _find(token) -> Guest:
    """Before the payment nobody was invited, so there is nothing to find."""
    guests = Guest.objects.select_related("pair__order__event__home_sector", "sector")
    return get_object_or_404(guests.exclude(pair__state=Pair.State.HELD), token=token)


def _file(request, found: Guest, make: Callable[[Half], HttpResponse]) -> HttpResponse:
    """Of a ticket that is valid; else the page that says why there is none."""
    if why := _why_closed(found, timezone.now()):
        return _gone(request, found, why)
    if not found.is_valid_for(found.pair.order.event.first_day):
        return redirect("guest", found.token)
    return make(halves.of_guest(found))


def _why_closed(found: Guest, now) -> str:
    """Empty while the link works."""
    if found.declined_at:
        return "declined"
    if found.replaced_at:
        return "replaced" if found.name else "moved"
    event = found.pair.order.event
    if event.called_off_at or not found.pair.is_sold:
        return "called_off" if event.called_off_at else "cancelled"
    if event.ends_at <= now and not found.name:
        return "forgotten"
    if event.ends_at <= now and not found.is_valid_for(event.first_day):
        return "over"
    return ""


def _gone(request, found: Guest, why: str) -> HttpResponse:
    context = _context(found) | {"why": why}
    return render(request, "events/guests/gone.html", context, status=410)


def _pass(request, found: Guest) -> HttpResponse:
    context = _context(found) | {"half": halves.of_guest(found)}
    return render(request, "events/guests/ticket.html", context)


def _context(found: Guest) -> dict:
    pair, event = found.pair, found.pair.order.event
    names = {"token": found.token}
    return {
        "guest": found,
        "asks_again": found.confirms_again_for(event.first_day),
        "pair": pair,
        "event": event,
        "inviter": pair.host_name or pair.order.buyer_name,
        "decline_url": reverse("guest_decline", kwargs=names),
        "ticket_url": reverse("guest_ticket", kwargs=names),
        "calendar_url": reverse("guest_calendar", kwargs=names),
    }


def _too_old(found: Guest) -> str:
    """Why not, and what somebody can do about it."""
    context = _context(found)
    event = context["event"]
    return (
        f"Op {day_short(event.first_day)} ben je {event.age_limit} of ouder. Kies "
        "‘Ik werk in een andere sector’ als dat zo is, of vraag "
        f"{context['inviter']} iemand anders mee te nemen."
    )
