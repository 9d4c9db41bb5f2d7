"""The host's own link: the ticket, the guest, and inviting one (rule 6)."""

from collections.abc import Callable
from functools import partial

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from events.guests import halves, services
from events.guests.forms import AddressForm, HandOverForm, InviteForm, OtherGuestForm
from events.guests.models import FormerHost
from events.guests.pace import TOO_OFTEN, is_too_often
from events.guests.services import By
from events.orders.models import Pair
from events.passes.views import calendar_file, ticket_file
from home.personal import personal_link

TOO_LATE = "De datum om je gast te kiezen is voorbij. Mail ons, dan helpen we."
SAME = "Dit is het adres van wie er nu staat. Vul het adres van iemand anders in."
FORMS: dict[str, type[Form]] = {
    "gast": InviteForm,
    "ander": OtherGuestForm,
    "adres": AddressForm,
    "over": HandOverForm,
}
# The page says what is true now
OVERTAKEN = (
    services.AlreadyNamed,
    services.AlreadyConfirmed,
    services.EventOver,
    services.NotCurrent,
    services.TooSoon,
)


@personal_link
@require_safe
def host(request, token):
    """Own ticket, and the other half as far as it is; a GET changes nothing."""
    return _if_valid(request, token, partial(_show, request))


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def host_invite(request, token):
    """Name the guest; the page then says that the mail is on its way."""
    return _change(request, token, "gast", services.invite)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def host_replace(request, token):
    """Another guest than the one who was invited, or even confirmed."""
    return _change(request, token, "ander", services.replace_guest, by=By.HOST)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def host_hand_over(request, token):
    """Somebody else hosts; this page then says that it is over."""
    return _change(request, token, "over", services.hand_over, by=By.HOST)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def host_address(request, token):
    """The same guest, at the right address."""
    return _change(request, token, "adres", services.correct_address, by=By.HOST)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def host_again(request, token):
    """The invitation once more, with the same link."""
    return _change(request, token, "", services.invite_again)


@personal_link
@require_safe
def host_ticket(request, token):
    """The host's half as a PDF."""
    return _if_valid(request, token, lambda pair: ticket_file(halves.of_host(pair)))


@personal_link
@require_safe
def host_calendar(request, token):
    """The event for the host's calendar; called off, it strikes the entry out."""

    def entry(pair):
        return calendar_file(request, halves.of_host(pair))

    if _former(token) is None and (pair := _find(token)).order.event.called_off_at:
        return entry(pair)
    return _if_valid(request, token, entry)


def _find(token) -> Pair:
    """Before the payment, and before anybody hosts it, a pair has no page."""
    pairs = Pair.objects.select_related("order__event").exclude(host_email="")
    pairs = pairs.exclude(state=Pair.State.HELD)
    return get_object_or_404(pairs, host_token=token)


def _if_valid(request, token, answer: Callable[[Pair], HttpResponse]) -> HttpResponse:
    """What the link of a host opens, or the page that says why it is dead."""
    if former := _former(token):
        return _gone(request, former.pair, is_handed_over=True)
    pair = _find(token)
    if not pair.is_sold or pair.order.event.called_off_at:
        return _gone(request, pair)
    return answer(pair)


def _change(request, token, name: str, act, **arguments):
    """Read the form, let a service do it; the page then says how it stands."""
    if _former(token):  # a second click, or a page that was still open
        return redirect("host", token)
    pair = _find(token)
    form = FORMS.get(name, Form)(request.POST, prefix=name)
    may_act = request.method == "POST" and pair.is_sold and form.is_valid()
    if may_act and is_too_often(pair.order):
        form.add_error(None, TOO_OFTEN)
    elif may_act:
        try:
            act(pair=pair, now=timezone.now(), **form.cleaned_data, **arguments)
        except services.TooLate:
            form.add_error(None, TOO_LATE)
        except services.SamePerson:
            form.add_error("email", SAME)
        except OVERTAKEN:
            return redirect("host", token)
    # a GET is the address of a form that came back, opened again
    if request.method != "POST" or not pair.is_sold or form.is_valid():
        return redirect("host", token)
    return _show(request, pair, refused={name: form}, status=422)


def _former(token) -> FormerHost | None:
    """Whose link this was, until the place was given away."""
    hosts = FormerHost.objects.select_related("pair__order__event")
    return hosts.filter(token=token).first()


def _gone(request, pair: Pair, *, is_handed_over=False):
    event = pair.order.event
    context = {"pair": pair, "event": event, "is_handed_over": is_handed_over}
    return render(request, "events/host_page/gone.html", context, status=410)


def _show(request, pair: Pair, *, refused=None, status=200):
    now = timezone.now()
    event = pair.order.event
    guest = pair.guests.current().select_related("sector").first()
    is_in = guest is not None and guest.is_valid_for(event.first_day)
    refused = refused or {}
    forms = {
        name: refused.get(name) or make(prefix=name) for name, make in FORMS.items()
    }
    names = {"token": pair.host_token}
    context = {
        "pair": pair,
        "event": event,
        "half": halves.of_host(pair),
        "guest": guest,
        "asks_again": guest is not None and guest.confirms_again_for(event.first_day),
        "ground": halves.ground_in_words(guest, event) if is_in else "",
        "forms": forms,
        "refused": list(refused.values()),
        "takes_changes": event.takes_changes_at(now),
        "is_over": event.ends_at <= now,
    } | {
        f"{name}_url": reverse(f"host_{name}", kwargs=names)
        for name in (
            "invite",
            "replace",
            "hand_over",
            "address",
            "invite_again",
            "ticket",
            "calendar",
        )
    }
    return render(request, "events/host_page/host.html", context, status=status)
