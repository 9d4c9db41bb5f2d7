"""The order by its secret link: where it stands, who comes, and what may change."""

from collections.abc import Callable
from datetime import timedelta

from django.apps import apps
from django.contrib import messages
from django.db.models import Exists, OuterRef, Subquery, prefetch_related_objects
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from events.cancellations.services import can_withdraw, offers_to_buyer, rules_of
from events.guests import corrections, services
from events.guests.halves import ground_in_words, of_host
from events.guests.models import FormerBuyer
from events.guests.pace import TOO_OFTEN, is_too_often
from events.guests.services import By
from events.invoices.models import CreditNote, Invoice
from events.invoices.pdf import document_pdf
from events.order_page.forms import FORMS, OwnDataForm
from events.orders.by_link import ByLink
from events.orders.models import Order, Pair
from events.orders.resales import Resale
from events.payments.models import Refund
from events.resales.services import may_put_back, standings
from home.personal import personal_link
from home.statements import ORDER, Rows
from home.typesetting import CONTENT_TYPE

ALREADY = "Er staat al iemand op deze plek. Ververs de pagina om te zien wie."
TOO_LATE = "Dit wijzigen kan niet meer. Mail ons, dan kijken we wat er nog kan."
REFUSALS: dict[type[Exception], str] = {
    services.TooLate: TOO_LATE,
    services.AlreadyNamed: ALREADY,
    services.NotCurrent: "Hier is intussen iets veranderd. Hieronder zie je hoe het nu "
    "is.",
    services.AlreadyConfirmed: "De gast heeft intussen bevestigd en heeft een kaartje.",
    services.EventOver: "Het evenement is voorbij.",
    services.TooSoon: "We stuurden de uitnodiging net al. Na 10 minuten kan het nog "
    "eens.",
}
FRESH = timedelta(hours=1)  # after paying: the confirmation may still be on its way
SAME = "Dit is het adres van wie er nu staat. Vul het adres van iemand anders in."


@personal_link
@require_safe
def order(request, reference, token):
    """One page for every state; it never asks Stripe and never changes anything."""
    if found := _find(reference, token):
        return _show(request, found)
    return _gone(request, reference, token)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_buyer(request, reference, token):
    """The buyer's own name and address; another address has another link."""
    found = _find(reference, token)
    if found is None:  # a second click, after the link died
        return _gone(request, reference, token)
    form = OwnDataForm(request.POST)
    if request.method == "POST" and form.is_valid() and is_too_often(found):
        form.add_error(None, TOO_OFTEN)
    if request.method == "POST" and form.is_valid():
        try:
            found = corrections.change_own(
                order=found, now=timezone.now(), **form.cleaned_data
            )
            messages.success(request, "Je gegevens zijn gewijzigd.")
        except tuple(REFUSALS) as reason:
            messages.error(request, REFUSALS[type(reason)])
    elif request.method == "POST":
        return _show(request, found, own=form, status=422)
    return redirect("order", reference, found.token)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_invite(request, reference, token, number):
    """The buyer names the guest of any pair."""

    def act(pair, **answers):
        guest = services.invite(pair=pair, **answers)
        return f"{guest.name} krijgt nu een mail met een eigen link."

    return _change(request, reference, token, number, "gast", act)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_host(request, reference, token, number):
    """The buyer names the host of a pair that has none yet."""

    def act(pair, **answers):
        pair = services.name_host(pair=pair, **answers)
        return f"{pair.host_name} krijgt nu een mail met een eigen kaartje."

    return _change(request, reference, token, number, "gastheer", act)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_replace(request, reference, token, number):
    """Another guest than the one who was invited, or even confirmed."""

    def act(pair, **answers):
        guest = services.replace_guest(pair=pair, by=By.BUYER, **answers)
        return (
            f"{guest.name} krijgt nu een mail met een eigen link. De vorige link en "
            "het vorige kaartje werken niet meer."
        )

    return _change(request, reference, token, number, "ander", act)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_hand_over(request, reference, token, number):
    """Another host than the one who has the ticket now."""

    def act(pair, **answers):
        pair = services.hand_over(pair=pair, by=By.BUYER, **answers)
        return (
            f"{pair.host_name} krijgt nu een mail met een eigen kaartje. Het vorige "
            "kaartje is niet meer geldig."
        )

    return _change(request, reference, token, number, "over", act)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_address(request, reference, token, number):
    """The same guest, at the right address."""

    def act(pair, **answers):
        guest = services.correct_address(pair=pair, by=By.BUYER, **answers)
        return f"De uitnodiging gaat nu naar {guest.email}. De vorige link werkt niet."

    return _change(request, reference, token, number, "adres", act)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_invite_again(request, reference, token, number):
    """The invitation once more, with the same link."""

    def act(pair, now):
        guest = services.invite_again(pair=pair, now=now)
        return f"{guest.name} krijgt de uitnodiging nog eens."

    return _change(request, reference, token, number, "", act)


@personal_link
@require_safe
def order_document(request, reference, token, name):
    """An invoice or a credit note of this order, as a PDF."""
    found = _order(reference, token)
    papers = {paper.name: paper for paper in _papers(found, _refunds(found))}
    if name not in papers:
        raise Http404
    response = HttpResponse(document_pdf(papers[name]), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def _change(request, reference, token, number, name: str, act: Callable[..., str]):
    """Read the form at this pair, let `act` do it, and say what happened."""
    found = _order(reference, token)
    if request.method != "POST":  # the address of a form that came back, opened again
        return redirect("order", reference, token)
    sold = Pair.objects.filter(order=found, state=Pair.State.SOLD)
    pair = get_object_or_404(sold, number=number)
    form = FORMS.get(name, Form)(request.POST, prefix=f"{name}{number}")
    if form.is_valid() and is_too_often(found):
        form.add_error(None, TOO_OFTEN)
    elif form.is_valid():
        try:
            said = act(pair=pair, now=timezone.now(), **form.cleaned_data)
            messages.success(request, said)
        except services.SamePerson:
            form.add_error("email", SAME)
        except tuple(REFUSALS) as reason:
            messages.error(request, REFUSALS[type(reason)])
    if form.errors:
        return _show(request, found, refused={(int(number), name): form}, status=422)
    return redirect("order", reference, token)


def _papers(found, refunds) -> list[Invoice | CreditNote]:
    """Invoices and, with a refund, what was taken off them; in order."""
    invoices = INVOICES.of(order=found.pk)
    if not refunds:
        return invoices
    prefetch_related_objects(invoices, "credit_notes__invoice")
    return [
        paper
        for invoice in invoices
        for paper in (invoice, *invoice.credit_notes.all())
    ]


INVOICES = Rows(lambda: Invoice.objects.filter(order=ORDER).order_by("pk"))


def _refunds(found) -> list[Refund]:
    """What was promised, in order; about what went beyond it an organiser writes."""
    return REFUNDS.of(order=found.pk)


def _promised():
    refunds = Refund.objects.filter(payment__order=ORDER).exclude(reason="excess")
    return refunds.select_related("cancellation").order_by("created_at", "pk")


REFUNDS = Rows(_promised)


def _show(request, found, *, refused=None, own=None, status=200):
    """The page of an order; `refused` has a form by the number of its pair and name."""
    now = timezone.now()
    if found.status == Order.Status.HELD and not found.live_payment:
        return redirect("order_form", found.reference, found.token)
    refused, refunds = refused or {}, _refunds(found)
    pairs = list(found.pairs.all())
    resales = standings(found, now=now) if found.is_for_sale else {}
    standing = [pair for pair in pairs if not pair.is_cancelled] or pairs
    context = {
        "order": found,
        "event": found.event,
        "rows": [_row(pair, refused, resales.get(pair.number)) for pair in standing],
        "may_put_back": [
            pair
            for pair in pairs
            if not pair.is_inside
            and pair.number not in resales
            and may_put_back(pair, now=now)
        ],
        "is_void": all(pair.is_cancelled for pair in pairs),
        "is_resold": all(pair.is_resold for pair in pairs),
        "cancelled": [_row(pair, {}) for pair in pairs if pair.is_cancelled],
        "money": refunds,
        "by_bank": sum(each.amount for each in refunds if each.reason == "dispute"),
        "rules": rules_of(found),
        "may_cancel": bool(offers_to_buyer(order=found, now=now)),
        "may_withdraw": can_withdraw(found, now=now),
        "payment": found.live_payment,
        "own": own or OwnDataForm(initial=_buyer(found)),
        "refused": [*refused.values(), *([own] if own else [])],
        "takes_changes": found.event.takes_changes_at(now),
        "is_over": found.event.ends_at <= now,
        "may_choose": bool(found.choose_until and now < found.choose_until),
        "is_fresh": bool(found.paid_at and now - found.paid_at < FRESH),
        "papers": _papers(found, refunds),
        "goes_first": _goes_first(found),
    }
    return render(request, "events/order_page/order.html", context, status=status)


def _goes_first(found) -> bool:
    """Paid too late, and now before all others on the waiting list (rule 8)."""
    if found.status != Order.Status.RETURNED:
        return False
    first = found.event.waiting.in_line().filter(is_first=True)
    return first.filter(email__iexact=found.buyer_email).exists()


def _row(pair, refused, standing=None) -> dict:
    """One pair on the page; a form that was refused comes back at its own pair."""
    guest, event = pair.guest, pair.order.event
    is_in = guest is not None and guest.is_valid_for(event.first_day)
    is_mine = pair.is_sold and pair.has_a_host and pair.is_hosted_by_the_buyer
    return {
        "pair": pair,
        "guest": guest,
        "asks_again": guest is not None and guest.confirms_again_for(event.first_day),
        "ground": ground_in_words(guest, event) if is_in else "",
        "standing": standing,  # where it was put back for sale
        "half": of_host(pair) if is_mine else None,
        "forms": {
            name: refused.get((pair.number, name))
            or make(prefix=f"{name}{pair.number}")
            for name, make in FORMS.items()
        },
    }


def _buyer(found) -> dict[str, str]:
    return {"name": found.buyer_name, "email": found.buyer_email}


def _gone(request, reference, token):
    """The link that an order had until its buyer took another address."""
    formers = FormerBuyer.objects.exclude(token="").select_related("order__event")
    former = get_object_or_404(formers, order__reference=reference, token=token)
    context = {"event": former.order.event}
    return render(request, "events/order_page/gone.html", context, status=410)


def _order(reference, token) -> Order:
    if found := _find(reference, token):
        return found
    raise Http404


def _find(reference, token) -> Order | None:
    found = SHOWN.find(reference, token)
    if found is None:
        return None
    paid = found.has_been_paid  # then no payment is on its way
    found.live_payment = None if paid else found.payments.live().first()
    return found


def _also() -> dict:
    choices = apps.get_model("events.Choice").objects.filter(order=OuterRef("pk"))
    last = choices.order_by("-pk").values("move__choose_until")[:1]  # of its moves
    resales = Resale.objects.in_progress().filter(pair__order=OuterRef("pk"))
    return {"choose_until": Subquery(last), "is_for_sale": Exists(resales)}


SHOWN = ByLink(_also)
