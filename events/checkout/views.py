"""The way of the buyer: hold, fill in, pay; each view calls one service."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.checkout.code_form import TOO_OFTEN, CodeForm, why_not
from events.checkout.forms import HoldForm, OrderForms
from events.checkout.services import OverLimit, PriceChanged, change_order, place_order
from events.orders.by_link import ByLink
from events.orders.glance import look_at, refuse
from events.orders.models import Order
from events.orders.services import (
    MOST_EXTENSIONS,
    REFUSALS,
    AlreadyPaid,
    NoLongerHeld,
    NotOnSale,
    OthersFirst,
    SoldOut,
    TooMany,
    TooManyHeld,
    extend,
    hold_again,
    hold_places,
)
from events.payments import stripe_api
from events.payments.models import Payment
from events.payments.services import abandon, end_attempt, last_payment, settle
from events.tickets.models import DuoTicket, Event
from events.tickets.rules import Window, window_of
from events.vouchers.rules import plain
from events.vouchers.services import NoSuchCode, VoucherRefused, types_of
from home.personal import personal_link
from home.throttle import address_key, is_too_often

OPEN_HOLDS = 2  # of one visitor, at one moment
WHY = {
    SoldOut: "sold_out",
    NotOnSale: "closed",
    OthersFirst: "others_first",
    TooMany: "too_many",
    TooManyHeld: "address",
}
# a place that is gone is a conflict: 409
STATUS = {"unclear": 422, "too_many": 422, "often": 429, "address": 429}
STRIPE_IS_SILENT = (
    "We krijgen op dit moment geen verbinding met de betaaldienst. Je plaatsen blijven "
    "nog even voor je vrij. Probeer het over een minuut opnieuw; wat je invulde staat "
    "er nog."
)
NOT_AT_STRIPE = "De betaaldienst neemt dit e-mailadres niet aan. Kijk het nog eens na."


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def hold(request, slug):
    """Hold places; only a POST from our own pages does.

    Without a CSRF token the page of the event is the same for everybody: no cookie, and
    a 304 for who has it. Another site cannot use it: browsers say where it began."""
    now = timezone.now()
    event = look_at(slug, now)
    if event is None:
        raise Http404
    page = _page_of(event)
    elsewhere = request.headers.get("Sec-Fetch-Site", "") == "cross-site"
    if request.method != "POST" or elsewhere:
        return redirect(page)
    form = HoldForm(request.POST)
    if form.errors.keys() == {"code"}:  # longer than any code, or no text at all
        return _refuse(request, event, "code", sentence=why_not(NoSuchCode()))
    if not form.is_valid():
        return _refuse(request, event, "unclear")
    asked = form.cleaned_data
    if asked["ticket"] is None:
        return _by_code(request, Event.objects.get(pk=event.pk), asked, now)
    # which one it is
    return _hold(request, DuoTicket(pk=asked["ticket"], event=event), asked, now)


def _by_code(request, event, asked, now):
    """A code alone: the one type that it is good for, or a page to choose on."""
    if _guesses(request):
        return _refuse(request, event, "often")
    try:
        tickets = types_of(event, asked["code"], now)
    except VoucherRefused as refusal:
        return _refuse(request, event, "code", sentence=why_not(refusal))
    on_sale = [one for one in tickets if window_of(event, one, now) is Window.OPEN]
    if not on_sale:
        return _refuse(request, event, "closed")
    if len(on_sale) == 1:
        return _hold(request, on_sale[0], asked, now)
    context = {"event": event, "tickets": on_sale} | asked
    return render(request, "events/checkout/by_code.html", context)


def _hold(request, ticket, asked, now):
    """One order an event for each visitor: a second choice changes the first.

    Without cookie and script a double click is two visitors, of whom one lapses: the
    page is the same for everybody, so no token in it can tell, nor does an address."""
    event, mine = ticket.event, _open_holds(request, now)
    there = next((order for order in mine if order.event_id == event.pk), None)
    if there is None and len(mine) >= OPEN_HOLDS:
        return _refuse(request, event, "enough", orders=mine)
    pairs, code = asked["pairs"], plain(asked["code"])
    if is_too_often(request, "hold", limit=60, seconds=600) or (
        code and _guesses(request)
    ):
        return _refuse(request, event, "often")
    try:
        if there is not None:
            return _hold_instead(request, there, ticket, pairs, now, code or None)
        if not code and event.is_full:
            refuse(event, ticket.pk, pairs, now)
        by = _address(request)
        order = hold_places(ticket=ticket, pairs=pairs, now=now, by=by, code=code)
    except VoucherRefused as refusal:
        return _refuse(request, event, "code", order=there, sentence=why_not(refusal))
    except REFUSALS as refusal:
        return _refuse(request, event, WHY[type(refusal)], refusal=refusal, order=there)
    request.session["holds"] = [*(held.pk for held in mine), order.pk]
    return redirect("order_form", order.reference, order.token)


def _address(request) -> str:
    """Whose hold it is, for who keeps no cookies."""
    return address_key(request, "hold")


def _guesses(request) -> bool:
    """Codes are short: nobody tries them all."""
    return is_too_often(request, "code", limit=20, seconds=600)


def _hold_instead(request, order, ticket, pairs, now, code):
    """A double click finds the order; another number, type or code changes it.

    A payment that was begun for the old one is ended first (F4)."""
    as_asked = [ticket.pk] * pairs
    if code or list(order.pairs.values_list("ticket", flat=True)) != as_asked:
        try:
            wanted = {"ticket": ticket, "pairs": pairs, "code": code}
            change_order(order=order, now=now, by=_address(request), **wanted)
        except (stripe_api.Unreachable, stripe_api.Refused):
            messages.warning(request, STRIPE_IS_SILENT)
            return redirect("order", order.reference, order.token)
        except NoLongerHeld:  # paid meanwhile: that is what its page says
            return redirect("order", order.reference, order.token)
    return redirect("order_form", order.reference, order.token)


WAITING = Payment.objects.waiting().filter(order=OuterRef("pk"))
TO_FILL_IN = ByLink(lambda: {"is_at_the_bank": Exists(WAITING)})


def _to_fill_in(reference, token):
    if order := TO_FILL_IN.find(reference, token):
        return order
    raise Http404


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_form(request, reference, token):
    """Say who you are and who comes, then go and pay."""
    now = timezone.now()
    order = _to_fill_in(reference, token)
    if not order.is_being_filled_in or order.is_at_the_bank:
        return redirect("order", reference, token)
    if request.method != "POST":
        return _show(request, order, OrderForms(None, order, now=now), now)
    if "more_time" in request.POST:
        return _with_more_time(request, order, now)
    if "use_code" in request.POST or _has_other_code(request, order):
        return _with_code(request, order, now)
    return _order_and_pay(request, order, now)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def never_mind(request, reference, token):
    """*Laat maar*: the places are free at once."""
    order = _order(reference, token)
    if request.method != "POST":
        return redirect("order", reference, token)
    try:
        abandon(order=order, now=timezone.now())
    except (stripe_api.Unreachable, stripe_api.Refused):
        messages.warning(request, STRIPE_IS_SILENT)
    order.refresh_from_db()
    if order.status != Order.Status.LAPSED:  # paid after all, or nobody knows yet
        return redirect("order", reference, token)
    return render(request, "events/checkout/never_mind.html", {"event": order.event})


@personal_link
@require_safe
def payment_abandoned(request, reference, token, attempt):
    """Back from Stripe without paying. It ends that attempt; a reload is harmless."""
    order = _order(reference, token)
    payment = get_object_or_404(order.payments.all(), key=attempt)
    try:
        end_attempt(payment=payment, now=timezone.now())
    except (stripe_api.Unreachable, stripe_api.Refused):
        messages.warning(request, STRIPE_IS_SILENT)
    order.refresh_from_db()
    if order.status != Order.Status.LAPSED:
        return redirect("order", reference, token)
    context = {"order": order, "event": order.event}
    return render(request, "events/checkout/payment_abandoned.html", context)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def again(request, reference, token):
    """The same order once more, with what was typed."""
    order = _order(reference, token)
    if request.method != "POST":
        return redirect("order", reference, token)
    try:
        hold_again(order=order, now=timezone.now(), by=_address(request))
    except NoLongerHeld:
        return redirect("order", reference, token)
    except REFUSALS as refusal:
        return _refuse_now(request, order, refusal)
    return redirect("order_form", reference, token)


@personal_link
@require_safe
def payment_return(request, reference, token):
    """Back from Stripe: ask what became of it, whoever hears it first."""
    payment = last_payment(reference, token)
    if payment is None:
        _order(reference, token)
    else:
        try:
            settle(payment=payment, now=timezone.now())
        except (stripe_api.Unreachable, stripe_api.Refused):
            messages.info(
                request,
                "De bank heeft nog niet geantwoord. Dat kan een paar minuten duren.",
            )
    return redirect("order", reference, token)


def _order(reference, token):
    """A reference opens nothing: both must fit."""
    orders = Order.objects.select_related("event")
    return get_object_or_404(orders, reference=reference, token=token)


def _as_it_is_now(order):
    """Read again, prices and all, after a service changed it."""
    return _to_fill_in(order.reference, order.token)


def _order_and_pay(request, order, now):
    """To Stripe, or the form again with what is wrong and all that was typed."""
    forms = OrderForms(request.POST, order, now=now)
    status = 422
    order_page = reverse("order", args=[order.reference, order.token])
    if forms.are_valid():
        buyer, duos = forms.answers()
        seen = request.POST.get("total", "")
        try:
            typed = {"buyer": buyer, "duos": duos, "seen": seen}
            pay_at = place_order(order=order, now=now, by=_address(request), **typed)
            return redirect(pay_at or order_page)
        except (AlreadyPaid, NoLongerHeld):
            return redirect(order_page)
        except PriceChanged:
            order, status = _as_it_is_now(order), 409
        except REFUSALS as refusal:
            return _refuse_now(request, order, refusal)
        except (stripe_api.Unreachable, stripe_api.Refused, OverLimit) as trouble:
            status = _say_why(trouble, forms)
    return _show(request, order, forms, now, status=status)


def _show(request, order, forms, now, *, status=200, by_code=False):
    is_lapsed = order.status == Order.Status.LAPSED or order.held_until <= now
    total = f"{order.total:.2f}"
    context = {
        "total": total,
        "price_changed": not by_code and request.POST.get("total", total) != total,
        "order": order,
        "event": order.event,
        "pairs": order.pairs.all(),
        "forms": forms,
        "is_lapsed": is_lapsed,
        "may_extend": not is_lapsed and order.extensions < MOST_EXTENSIONS,
        "seconds_left": max(0, int((order.held_until - now).total_seconds())),
    }
    return render(request, "events/checkout/order_form.html", context, status=status)


def _with_more_time(request, order, now):
    """Twenty minutes more, or the same places again; what was typed stays (L12)."""
    try:
        extend(order=order, now=now, by=_address(request))
    except NoLongerHeld:
        return redirect("order", order.reference, order.token)
    except REFUSALS as refusal:
        return _refuse_now(request, order, refusal)
    order = _as_it_is_now(order)
    forms = OrderForms.unfinished(request.POST, order, now=now)
    return _show(request, order, forms, now)


def _has_other_code(request, order) -> bool:
    """Typed, and Enter pressed: nobody pays without the code they meant to use."""
    typed = plain(request.POST.get("code", ""))
    return typed not in {"", order.voucher.code if order.voucher else ""}


def _with_code(request, order, now):
    """The order with this code, or without one; what was typed stays."""
    code, wrong = plain(request.POST.get("code", "")), ""
    pairs = order.pairs.all()
    if code and _guesses(request):
        wrong = TOO_OFTEN
    else:
        try:
            wanted = {"ticket": pairs[0].ticket, "pairs": len(pairs), "code": code}
            change_order(order=order, now=now, by=_address(request), **wanted)
        except VoucherRefused as refusal:
            wrong = why_not(refusal)
        except REFUSALS as refusal:
            return _refuse_now(request, order, refusal)
        except NoLongerHeld:
            return redirect("order", order.reference, order.token)
        except (stripe_api.Unreachable, stripe_api.Refused):
            wrong = STRIPE_IS_SILENT
    order = _as_it_is_now(order)
    forms = OrderForms.unfinished(request.POST, order, now=now)
    if wrong:
        if "use_code" not in request.POST:  # who wanted to pay sees all that is wrong
            forms = OrderForms(request.POST, order, now=now)
            forms.are_valid()
        forms.code = CodeForm(request.POST)
        forms.code.add_error("code", wrong)
    status = 422 if wrong else 200
    return _show(request, order, forms, now, status=status, by_code=not wrong)


def _say_why(trouble: Exception, forms: OrderForms) -> int:
    """Stripe is pickier about addresses than we are; all else is not the buyer's."""
    if isinstance(trouble, OverLimit):
        forms.buyer.add_error("email", forms.too_many(trouble.most))
        return 422
    if getattr(trouble, "code", "") == "email_invalid":
        forms.buyer.add_error("email", NOT_AT_STRIPE)
        return 422
    forms.buyer.add_error(None, STRIPE_IS_SILENT)
    return 503


def _open_holds(request, now) -> list[Order]:
    """What this visitor still holds; the session knows, nobody else."""
    holds = request.session.get("holds")
    if not holds:
        return []
    mine = Order.objects.filter(pk__in=holds[:20])
    held = mine.filter(status=Order.Status.HELD, held_until__gt=now)
    return list(held.order_by("pk"))


def _page_of(event) -> str:
    """Where the event tells about itself."""
    page = getattr(event, "page", None)
    if page is None or not page.live:
        raise Http404
    return page.url


def _refuse(request, event, why, **more):
    """A clear page with what to do next; nothing was held."""
    context = {"event": event, "why": why, **more}
    status = STATUS.get(why, 409)
    return render(request, "events/checkout/refused.html", context, status=status)


def _refuse_now(request, order, refusal):
    """What was held is gone, or the sale has closed; what was typed is not lost."""
    if isinstance(refusal, VoucherRefused):
        sentence = why_not(refusal)
        return _refuse(request, order.event, "code", order=order, sentence=sentence)
    why = WHY[type(refusal)]
    why = "sold_out_now" if why == "sold_out" else why
    return _refuse(request, order.event, why, order=order, refusal=refusal)
