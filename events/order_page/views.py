"""The order by its secret link: where it stands, who comes, who is to be named."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from events.guests.forms import InviteForm
from events.guests.halves import ground_in_words, of_host
from events.guests.services import (
    AlreadyNamed,
    NotCurrent,
    TooLate,
    invite,
    name_host,
)
from events.invoices.models import CreditNote, Invoice
from events.invoices.pdf import document_pdf
from events.order_page.forms import HostForm
from events.orders.models import Order, Pair
from home.personal import personal_link
from home.typesetting import CONTENT_TYPE

TOO_LATE = "Iemand opgeven kan niet meer. Mail ons, dan kijken we wat er nog kan."
ALREADY = "Er staat al iemand op deze plek. Ververs de pagina om te zien wie."


@personal_link
@require_safe
def order(request, reference, token):
    """One page for every state; it never asks Stripe and never changes anything."""
    return _show(request, _order(reference, token))


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_invite(request, reference, token, number):
    """The buyer names the guest of any pair (rule 6)."""
    found = _order(reference, token)
    if request.method != "POST":  # the address of a form that came back, opened again
        return redirect("order", reference, token)
    pair = _sold_pair(found, number)
    form = InviteForm(request.POST, prefix=f"gast{number}")
    if not form.is_valid():
        return _show(request, found, guest_form=form, number=number, status=422)
    try:
        guest = invite(pair=pair, now=timezone.now(), **form.cleaned_data)
        messages.success(
            request, f"{guest.name} krijgt nu een mail met een eigen link."
        )
    except TooLate:
        messages.error(request, TOO_LATE)
    except (AlreadyNamed, NotCurrent):
        messages.error(request, ALREADY)
    return redirect("order", reference, token)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_host(request, reference, token, number):
    """The buyer names the host of a pair that has none yet (rule 6)."""
    found = _order(reference, token)
    if request.method != "POST":  # the address of a form that came back, opened again
        return redirect("order", reference, token)
    pair = _sold_pair(found, number)
    form = HostForm(request.POST, prefix=f"gastheer{number}")
    if not form.is_valid():
        return _show(request, found, host_form=form, number=number, status=422)
    try:
        pair = name_host(pair=pair, now=timezone.now(), **form.cleaned_data)
        messages.success(
            request, f"{pair.host_name} krijgt nu een mail met een eigen kaartje."
        )
    except TooLate:
        messages.error(request, TOO_LATE)
    except (AlreadyNamed, NotCurrent):
        messages.error(request, ALREADY)
    return redirect("order", reference, token)


@personal_link
@require_safe
def order_document(request, reference, token, name):
    """An invoice or a credit note of this order, as a PDF."""
    found = _order(reference, token)
    papers = {paper.name: paper for paper in _papers(found)}
    if name not in papers:
        raise Http404
    response = HttpResponse(document_pdf(papers[name]), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def _papers(found) -> list[Invoice | CreditNote]:
    """Invoices and what was taken off them, in order."""
    invoices = found.invoices.order_by("pk").prefetch_related("credit_notes__invoice")
    return [
        paper
        for invoice in invoices.select_related("order__event")
        for paper in (invoice, *invoice.credit_notes.all())
    ]


def _show(request, found, *, guest_form=None, host_form=None, number=None, status=200):
    now = timezone.now()
    if found.status == Order.Status.HELD and not found.live_payment:
        return redirect("order_form", found.reference, found.token)
    refused = {number: (guest_form, host_form)}
    context = {
        "order": found,
        "event": found.event,
        "rows": [_row(pair, refused) for pair in found.pairs.all()],
        "payment": found.live_payment,
        "refused": guest_form or host_form,
        "takes_changes": found.event.takes_changes_at(now),
        "papers": _papers(found),
    }
    return render(request, "events/order_page/order.html", context, status=status)


def _row(pair, refused) -> dict:
    """One pair on the page; a form that was refused comes back at its own pair."""
    guest_form, host_form = refused.get(pair.number, (None, None))
    is_mine = pair.is_sold and pair.has_a_host and pair.is_hosted_by_the_buyer
    return {
        "pair": pair,
        "guest": pair.guest,
        "ground": pair.guest
        and pair.guest.is_admitted
        and ground_in_words(pair.guest, pair.order.event),
        "half": of_host(pair) if is_mine else None,
        "guest_form": guest_form or InviteForm(prefix=f"gast{pair.number}"),
        "host_form": host_form or HostForm(prefix=f"gastheer{pair.number}"),
    }


def _order(reference, token) -> Order:
    """A reference opens nothing: both must fit."""
    found = get_object_or_404(
        Order.objects.with_pairs(), reference=reference, token=token
    )
    found.live_payment = found.payments.live().first()
    return found


def _sold_pair(found, number) -> Pair:
    sold = Pair.objects.filter(order=found, state=Pair.State.SOLD)
    return get_object_or_404(sold, number=number)
