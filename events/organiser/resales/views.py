"""A pair that is put back for sale, or taken again, for a buyer who calls."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from events.orders.models import Pair
from events.organiser.one_order import acts
from events.organiser.permissions import own_orders
from events.resales.services import AlreadySold, NotNow, NotSold

may_change = permission_required("events.change_order", raise_exception=True)


@may_change
@require_POST
def put_back(request, pk, number):
    """By the same rules as on the page of the buyer."""
    pair = _pair(request, pk, number)
    try:
        acts.put_back(pair=pair, by=request.user, now=timezone.now())
        messages.success(request, f"Duo {number} staat in de verkoop.")
    except (NotNow, NotSold):
        messages.error(request, f"Duo {number} kan nu niet in de verkoop.")
    return redirect("organiser_orders:inspect", pk)


@may_change
@require_POST
def take_back(request, pk, number):
    """Who is buying it may finish."""
    pair = _pair(request, pk, number)
    try:
        if acts.take_back(pair=pair, by=request.user, now=timezone.now()):
            messages.success(request, f"Duo {number} is uit de verkoop.")
        else:
            messages.warning(
                request,
                f"Iemand is duo {number} net aan het bestellen en mag dat afmaken. "
                "Lukt dat niet, dan blijft het van de koper.",
            )
    except AlreadySold:
        messages.error(request, f"Duo {number} is intussen verkocht.")
    return redirect("organiser_orders:inspect", pk)


def _pair(request, pk, number) -> Pair:
    pairs = Pair.objects.filter(order__in=own_orders(request.user))
    return get_object_or_404(pairs.select_related("order"), order_id=pk, number=number)
