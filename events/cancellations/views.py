"""Give pairs back: first a page that says what comes back, then one button."""

from dataclasses import replace
from decimal import Decimal

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.cancellations.forms import ChosenForm, WithdrawForm
from events.cancellations.services import (
    Changed,
    NotSold,
    TooLate,
    can_withdraw,
    cancel_by_buyer,
    left_of,
    offers_to_buyer,
    withdraw,
)
from events.orders.models import Order
from home.dutch import euro
from home.personal import personal_link
from home.throttle import is_too_often

TOO_LATE = "Annuleren kan niet meer. Mail ons, dan kijken we wat er nog kan."
OVERTAKEN = "Hier is intussen iets veranderd. Hieronder zie je hoe het nu is."
NO_LONGER = "Herroepen kan niet meer. Mail ons, dan kijken we wat er nog kan."
CHOOSE = "Kies welk duo je wilt annuleren."
UNKNOWN = (
    "We vinden geen bestelling die je kunt herroepen met dit nummer en dit adres. "
    "Kijk in de bevestiging, of mail ons."
)
OFTEN = "Dat was te vaak achter elkaar. Probeer het over een kwartier opnieuw."


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_cancel(request, reference, token):
    """Choose, read what comes back, and then the button; a GET changes nothing."""
    order, now = _order(reference, token), timezone.now()
    offered = offers_to_buyer(order=order, now=now)
    if not offered:
        messages.error(request, TOO_LATE)
        return redirect("order", reference, token)
    posted = request.method == "POST"
    numbers = [offer.pair.number for offer in offered]
    form = ChosenForm(request.POST if posted else request.GET, numbers=numbers)
    if not form.is_valid():  # a pair that was cancelled meanwhile, or an odd address
        messages.error(request, OVERTAKEN)
        return redirect("order", reference, token)
    chosen = form.cleaned_data["duo"] or (numbers if len(numbers) == 1 else [])
    if posted and chosen:
        return _cancel(request, order, chosen, form.cleaned_data["back"], now)
    return _show(request, order, offered, chosen, is_unclear=posted)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_withdraw(request, reference, token):
    """The withdrawal function of who has the link (L4)."""
    order, now = _order(reference, token), timezone.now()
    if not can_withdraw(order, now=now):
        messages.error(request, NO_LONGER)
        return redirect("order", reference, token)
    if request.method == "POST":
        try:
            withdraw(order=order, now=now)
        except TooLate:  # a second click
            return redirect("order", reference, token)
        back_too = " Je krijgt alles terug." if order.total else ""
        messages.success(request, f"Je bestelling is herroepen.{back_too}")
        return redirect("order", reference, token)
    context = {"order": order, "event": order.event}
    return render(request, "events/cancellations/order_withdraw.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_here(request):
    """The withdrawal function without a link or a login (L4): say which, then confirm.

    No token, as on the event's page: there is no cookie to abuse, who knows number and
    address may act, and a browser says where a post began."""
    if request.method != "POST":
        return _show_form(request, WithdrawForm(None))
    if request.headers.get("Sec-Fetch-Site", "") == "cross-site":
        return redirect("withdraw_here")
    form = WithdrawForm(request.POST)
    if is_too_often(request, "withdraw", limit=20, seconds=900):
        form.add_error(None, OFTEN)
        return _show_form(request, form, status=429)
    now = timezone.now()
    order = _find(form.cleaned_data) if form.is_valid() else None
    if form.is_valid() and (order is None or not can_withdraw(order, now=now)):
        form.add_error(None, UNKNOWN)
    if order is None or form.errors:
        return _show_form(request, form, status=422)
    context = {"order": order, "event": order.event, "form": form, "now": now}
    if "confirm" not in request.POST:
        return render(request, "events/cancellations/withdraw_confirm.html", context)
    return _withdraw_now(request, context)


def _withdraw_now(request, context):
    form = context["form"]
    try:
        withdraw(order=context["order"], now=context["now"])
    except TooLate:  # the first of two clicks did it
        form.add_error(None, UNKNOWN)
        return _show_form(request, form, status=422)
    return render(request, "events/cancellations/withdrawn.html", context)


@personal_link
@require_safe
def order_terms(request, reference, token):
    """The terms of that moment, word for word (L5)."""
    order = _order(reference, token)
    if order.terms is None:
        return redirect("order", reference, token)
    return HttpResponse(order.terms.text, content_type="text/plain; charset=utf-8")


def _cancel(request, order, chosen: list[int], back: Decimal | None, now):
    """Do what the page said, or say what has changed since."""
    try:
        made = cancel_by_buyer(
            order=order, numbers=chosen, back=back or Decimal(0), now=now
        )
    except Changed as changed:
        messages.warning(
            request,
            f"Het bedrag is intussen veranderd: je krijgt nu {euro(changed.back)} "
            "terug. Kijk het na en kies opnieuw.",
        )
        offered = offers_to_buyer(order=order, now=now)
        return _show(request, order, offered, chosen, status=409)
    except (NotSold, TooLate):
        messages.error(request, OVERTAKEN)
        return redirect("order", order.reference, order.token)
    total = sum(cancellation.refunded for cancellation in made)
    what = "Je duo is" if len(made) == 1 else f"{len(made)} duo’s zijn"
    back_too = f" Je krijgt {euro(total)} terug." if total else ""
    messages.success(request, f"{what} geannuleerd.{back_too}")
    return redirect("order", order.reference, order.token)


def _show(request, order, offered, chosen, *, is_unclear=False, status=200):
    """Step one with the choice, step two with the sum and the button."""
    left = left_of(order)
    offered = [replace(offer, back=min(offer.back, left)) for offer in offered]
    wanted = [offer for offer in offered if offer.pair.number in chosen]
    paid = sum((offer.pair.price for offer in wanted), Decimal(0))
    kept = sum((offer.kept for offer in wanted), Decimal(0))
    back = min(paid - kept, left)
    context = {
        "order": order,
        "event": order.event,
        "offered": offered,
        "chosen": wanted,
        "paid": paid,
        "back": back,
        "kept": kept,
        "earlier": paid - kept - back,  # a kindness of the organiser, or a bank
        "error": CHOOSE if is_unclear or ("kies" in request.GET and not wanted) else "",
    }
    status = 422 if context["error"] else status
    return render(request, "events/cancellations/cancel.html", context, status=status)


def _show_form(request, form, status=200):
    return render(
        request, "events/cancellations/withdraw.html", {"form": form}, status=status
    )


def _order(reference, token) -> Order:
    """A reference opens nothing: both must fit."""
    orders = Order.objects.with_pairs().select_related("terms")
    return get_object_or_404(orders, reference=reference, token=token)


def _find(typed: dict[str, str]) -> Order | None:
    """By number and address together; a name may be written in many ways."""
    found = Order.objects.select_related("event").filter(
        reference=typed["reference"], buyer_email__iexact=typed["email"]
    )
    return found.first()
