"""The host's own link: the ticket, the guest, and inviting one (rule 6)."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from events.guests import halves
from events.guests.forms import InviteForm
from events.guests.services import AlreadyNamed, NotCurrent, TooLate, invite
from events.orders.models import Pair
from events.passes.views import calendar_file, ticket_file
from home.personal import personal_link

TOO_LATE = "De datum om een gast uit te nodigen is voorbij. Mail ons, dan helpen we."


@personal_link
@require_safe
def host(request, token):
    """Own ticket, and the other half as far as it is; a GET changes nothing."""
    pair = _find(token)
    if not pair.is_sold:
        return _gone(request, pair)
    return _show(request, pair, InviteForm())


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def host_invite(request, token):
    """Name the guest; the page then says that the mail is on its way."""
    pair = _find(token)
    if request.method != "POST":  # the address of a form that came back, opened again
        return redirect("host", token)
    form = InviteForm(request.POST)
    if pair.is_sold and form.is_valid():
        try:
            invite(pair=pair, now=timezone.now(), **form.cleaned_data)
        except TooLate:
            form.add_error(None, TOO_LATE)
        except (AlreadyNamed, NotCurrent):
            return redirect("host", token)  # the page says what is true now
    if not pair.is_sold or form.is_valid():
        return redirect("host", token)
    return _show(request, pair, form, status=422)


@personal_link
@require_safe
def host_ticket(request, token):
    """The host's half as a PDF."""
    return ticket_file(halves.of_host(_find(token, state=Pair.State.SOLD)))


@personal_link
@require_safe
def host_calendar(request, token):
    """The event for the host's calendar."""
    return calendar_file(request, halves.of_host(_find(token, state=Pair.State.SOLD)))


def _find(token, **fields) -> Pair:
    """Before the payment, and before anybody hosts it, a pair has no page."""
    pairs = Pair.objects.select_related("order__event").exclude(host_email="")
    pairs = pairs.exclude(state=Pair.State.HELD)
    return get_object_or_404(pairs, host_token=token, **fields)


def _gone(request, pair: Pair):
    context = {"pair": pair, "event": pair.order.event}
    return render(request, "events/host_page/gone.html", context, status=410)


def _show(request, pair: Pair, form, status=200):
    event = pair.order.event
    guest = pair.guests.current().select_related("sector").first()
    is_in = guest is not None and guest.is_valid_for(event.first_day)
    names = {"token": pair.host_token}
    context = {
        "pair": pair,
        "event": event,
        "half": halves.of_host(pair),
        "guest": guest,
        "ground": halves.ground_in_words(guest, event) if is_in else "",
        "form": form,
        "may_invite": guest is None and event.takes_changes_at(timezone.now()),
        "invite_url": reverse("host_invite", kwargs=names),
        "ticket_url": reverse("host_ticket", kwargs=names),
        "calendar_url": reverse("host_calendar", kwargs=names),
    }
    return render(request, "events/host_page/host.html", context, status=status)
