"""From a filled-in form to Stripe's page."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from events.checkout.answers import Buyer, Duo
from events.guests.models import Guest
from events.orders.models import Order, Pair
from events.orders.services import (
    AlreadyPaid,
    NotOnSale,
    SoldOut,
    TooManyHeld,
    bring_pairs,
    hold_again,
    hold_instead,
    lock_order,
)
from events.payments import stripe_api
from events.payments.bookings import book_free
from events.payments.models import Payment
from events.payments.services import (
    abandon,
    begin_payment,
    begin_payment_of_locked,
    open_payment,
    settle,
)
from events.terms.services import AGREED, current_terms
from events.tickets.models import DuoTicket
from events.tickets.services import lock
from home.statements import NOW, ORDER, Rows, Statement

INVOICE_FIELDS = [
    "organisation",
    "street",
    "postal_code",
    "city",
    "vat_id",
    "purchase_order",
]


class OverLimit(Exception):
    """With what this address has already, more than the `most` one buyer may have.

    How many that are is for who reads its mail: anybody may type an address."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class PriceChanged(Exception):
    """What it costs now is not what stood beside the button (L2)."""


def place_order(
    *,
    order: Order,
    buyer: Buyer,
    duos: list[Duo],
    now: datetime,
    seen: str = "",
    by: str = "",
) -> str:
    """Note who comes, begin one payment, and say where to pay; nowhere when it is free.

    `seen` is the total that the buyer read, `by` as in `hold_places`. Raises
    PriceChanged, SoldOut when the hold had ended and the places are gone, AlreadyPaid,
    and Unreachable when Stripe does not answer; in each case everything is kept for
    another try. Or OverLimit."""
    # A session that was paid or has ended takes nobody any further; Stripe knows it.
    for begun in BEGUN.of(order=order.pk, now=now):
        settle(payment=begun, now=now)
        if order.payments.waiting().filter(pk=begun.pk).exists():
            raise AlreadyPaid  # as far as the buyer goes: no second button (F8)
    try:
        payment = _note_and_begin(
            order=order, buyer=buyer, duos=duos, now=now, seen=seen, by=by
        )
    except (SoldOut, NotOnSale, TooManyHeld):
        _keep(order=order, buyer=buyer, duos=duos, now=now)  # a place may come free
        raise
    if payment is None:
        return _without_payment(order)
    try:
        return open_payment(payment=payment, now=now)
    except stripe_api.Refused:
        # An attempt of a while ago that never got its session: begin a fresh one.
        payment = begin_payment(order=order, now=now)
        return open_payment(payment=payment, now=now)


def _begun() -> QuerySet[Payment]:
    """Attempts that have a session, or will never get one."""
    live = Payment.objects.live().filter(order=ORDER)
    return live.filter(~Q(url="") | Q(expires_at__lte=NOW))


BEGUN = Rows(_begun)


def change_order(
    *,
    order: Order,
    ticket: DuoTicket,
    pairs: int,
    now: datetime,
    code: str | None,
    by: str = "",
) -> Order:
    """Another number, type or code; a payment that was begun is ended first (F4).

    Raises REFUSALS, NoLongerHeld when it turns out to be paid, Unreachable."""
    if order.payments.live().exists():
        abandon(order=order, now=now)
    hold_again(order=order, now=now, by=by)
    return hold_instead(order=order, ticket=ticket, pairs=pairs, now=now, code=code)


@transaction.atomic
def _note_and_begin(
    *, order: Order, buyer: Buyer, duos: list[Duo], now: datetime, seen: str, by: str
) -> Payment | None:
    """Who comes and the attempt to pay stand there together, or not at all.

    Without a payment when it is free, and when the buyer has not read this total."""
    order = hold_again(order=order, now=now, by=by)
    bring_pairs(order)
    _refuse_over_limit(order, buyer, now)
    typed = _note(order=order, buyer=buyer, duos=duos, now=now)
    total, payment = order.total, None
    if seen in {"", f"{total:.2f}"}:
        if not total and not order.payments.live().exists():
            order.save(update_fields=typed)
            book_free(order=order, now=now)
            return None
        payment = begin_payment_of_locked(order, now)
    order.save(update_fields=[*typed, "held_until"])
    return payment


def _refuse_over_limit(order: Order, buyer: Buyer, now: datetime) -> None:
    """Asks nothing where there is no limit. Two orders of one buyer wait in turn."""
    pairs = order.pairs.all()
    most = pairs[0].ticket.most_per_buyer
    if most is None:
        return
    lock(order.event)
    held = Q(state=Pair.State.HELD, order__held_until__gt=now)
    theirs = Pair.objects.filter(held | Q(state=Pair.State.SOLD)).exclude(order=order)
    there = theirs.filter(
        ticket=pairs[0].ticket, order__buyer_email__iexact=buyer.email
    ).count()
    if there + len(pairs) > most:
        raise OverLimit(most)


def _without_payment(order: Order) -> str:
    """Booked for nothing; or it costs something else by now, and nothing is booked."""
    order.refresh_from_db(fields=["status"])
    if not order.is_paid:
        raise PriceChanged
    return ""


@transaction.atomic
def _keep(*, order: Order, buyer: Buyer, duos: list[Duo], now: datetime) -> None:
    """What was typed, also when there is nothing to pay now."""
    order = lock_order(order)
    if order.is_being_filled_in:
        order.save(update_fields=_note(order=order, buyer=buyer, duos=duos, now=now))


def _note(*, order: Order, buyer: Buyer, duos: list[Duo], now: datetime) -> list[str]:
    """Who comes; nobody hears of it before the order is paid. The order is locked.

    The caller saves the fields of the order that are returned."""
    order.buyer_name, order.buyer_email = buyer.name, buyer.email
    for name in INVOICE_FIELDS:
        setattr(order, name, getattr(buyer, name))
    order.agreed_at, order.terms = now, current_terms(order.event, now=now)
    for name in AGREED:
        setattr(order, name, getattr(order.event, name))
    typed = ["buyer_name", "buyer_email", *INVOICE_FIELDS]
    pairs = {pair.number: pair for pair in order.pairs.all()}
    for duo in duos:
        pair = pairs[duo.number]
        pair.host_name, pair.host_email = duo.host_name, duo.host_email
        pair.save(update_fields=["host_name", "host_email"])
    if named := [guest for (guest,) in NAMED.rows(order=order.pk)]:
        Guest.objects.filter(pk__in=named).delete()
    Guest.objects.bulk_create(
        Guest(
            pair=pairs[duo.number],
            name=duo.guest_name,
            email=duo.guest_email,
            created_at=now,
        )
        for duo in duos
        if duo.guest_email
    )
    return [*typed, "agreed_at", "terms", *AGREED]


def _named() -> QuerySet:
    """The guests of an earlier try."""
    return Guest.objects.filter(pair__order=ORDER, invited_at=None).values_list("pk")


NAMED = Statement(_named)
