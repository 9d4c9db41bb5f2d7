"""Put a pair back for sale, or take it again: first what it means, then one button."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from events.orders.models import Order, Pair
from events.orders.services import NotSold, places_left
from events.resales.rules import sells_until
from events.resales.services import (
    AlreadySold,
    NotNow,
    may_put_back,
    put_back,
    take_back,
    would_come_back,
)
from home.personal import personal_link

NOT_NOW = "Terugzetten kan nu niet. Hieronder zie je wat er wel kan."
SOLD = "Iemand anders heeft de plaats intussen betaald. Je krijgt je geld terug."


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_put_back(request, reference, token, number):
    """What happens then, and the button; a GET changes nothing."""
    pair, now = _pair(reference, token, number), timezone.now()
    order = pair.order
    if not may_put_back(pair, now=now):
        messages.error(request, NOT_NOW)
        return redirect("order", reference, token)
    if request.method != "POST":
        context = {
            "order": order,
            "event": order.event,
            "pair": pair,
            "back": would_come_back(pair),
            "until": sells_until(pair),
            "free": places_left(order.event, now),
            "waiting": order.event.waiting.in_line().count(),
        }
        return render(request, "events/resales/put_back.html", context)
    try:
        put_back(order=order, number=number, now=now)
        which = f"Duo {number}" if order.pairs.count() > 1 else "Je duo"
        said = f"{which} staat in de verkoop. Tot iemand betaalt, is het van jullie."
        messages.success(request, said)
    except (NotNow, NotSold):
        messages.error(request, NOT_NOW)
    return redirect("order", reference, token)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_take_back(request, reference, token, number):
    """Not for sale any more."""
    pair = _pair(reference, token, number)
    if request.method == "POST":
        try:
            if take_back(order=pair.order, number=number, now=timezone.now()):
                said = f"Duo {number} is uit de verkoop. Jullie komen gewoon."
                messages.success(request, said)
            else:
                messages.warning(
                    request,
                    f"Iemand is duo {number} op dit moment aan het bestellen en mag "
                    "dat afmaken. Lukt dat niet, dan blijft het duo van jullie.",
                )
        except AlreadySold:
            messages.error(request, SOLD)
    return redirect("order", reference, token)


def _pair(reference, token, number) -> Pair:
    """A reference opens nothing: both must fit, and it was bought."""
    order = get_object_or_404(
        Order.objects.with_pairs(), reference=reference, token=token
    )
    pairs = {pair.number: pair for pair in order.pairs.all()}
    if not order.has_been_paid or number not in pairs:
        raise Http404
    return pairs[number]
