"""Join and leave the list; offer what comes free, in order, under the event's lock."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from events.orders.models import Order
from events.orders.places import SoldOut, free
from events.orders.services import (
    free_lapsed_of,
    hold_for,
    lock_order,
    release,
)
from events.orders.turns import claims_on, is_waited_for, types_to_offer
from events.tickets.models import DuoTicket, Event
from events.tickets.rules import Window, window_of
from events.tickets.services import lock
from events.waiting_list.models import WaitingEntry
from events.waiting_list.rules import offer_until
from home.mail.models import OwedMail
from home.mail.services import owe_mail

logger = logging.getLogger(__name__)

State = WaitingEntry.State
PATIENCE = timedelta(minutes=10)  # a double click is no second question
PAGE = "events.waiting"  # the mail with the link


class NotNeeded(Exception):
    """There is a place: order it."""


class ListClosed(Exception):
    """Nothing is on sale any more, so nothing will be offered."""


@transaction.atomic
def join(
    *, event: Event, ticket: DuoTicket | None, name: str, email: str, now: datetime
) -> WaitingEntry:
    """Stand at the end of the line; who stood there already gets the link again.

    The caller tells nobody which of the two it was."""
    event = free_lapsed_of(event=event, now=now)
    if not is_open(event, now):
        raise ListClosed
    email = email.lower()
    there = event.waiting.live().filter(email=email, is_first=False).first()
    if there is not None:
        if not _was_mailed(there, since=now - PATIENCE):
            _owe_page(there, now, occasion=f"opnieuw {now.isoformat()}")
        return there
    claims = claims_on(event, now)
    room = types_to_offer(event, now, kept=claims.kept)
    wanted = room if ticket is None else [one for one in room if one == ticket]
    if wanted and not is_waited_for(event, claims, now):
        raise NotNeeded
    entry = WaitingEntry.objects.create(
        event=event, ticket=ticket, name=name, email=email, joined_at=now
    )
    _owe_page(entry, now)
    return entry


@transaction.atomic
def leave(*, entry: WaitingEntry, now: datetime) -> WaitingEntry:
    """Off the list, and forgotten at once; a place that was offered goes on."""
    entry = _lock(entry)
    if entry.state in {State.BOUGHT, State.LEFT}:
        return entry
    if entry.order is not None and entry.order.has_been_paid:
        return _end(entry, State.BOUGHT)
    # under the event's lock, so an offer of a moment ago is found too
    free(Order.objects.being_held().filter(pk=entry.order_id))
    # unless it was typed in the form: then it is kept like any unfinished order
    offered = Order.objects.filter(offer=entry, status=Order.Status.LAPSED)
    offered.filter(agreed_at=None).update(buyer_name="", buyer_email="")
    entry.name = entry.email = ""
    return _end(entry, State.LEFT)


@transaction.atomic
def join_again(*, entry: WaitingEntry, now: datetime) -> WaitingEntry:
    """After an offer that lapsed: the same page, at the end of the line."""
    entry = _lock(entry)
    if entry.state != State.LAPSED or not entry.email:
        return entry
    if not is_open(entry.event, now):
        raise ListClosed
    if joined_anew(entry):
        return entry
    entry.state, entry.is_first = State.WAITING, False
    entry.joined_at, entry.order, entry.offer_until = now, None, None
    entry.save()
    return entry


def joined_anew(entry: WaitingEntry) -> bool:
    """By the form, after an offer that lapsed: that place is the one."""
    live = entry.event.waiting.live().exclude(pk=entry.pk)
    return live.filter(email=entry.email, is_first=False).exists()


@transaction.atomic
def put_first(*, order: Order, now: datetime) -> None:
    """Paid too late and refunded: before all others, one entry a pair (rule 8)."""
    event = lock(order.event)
    if not is_open(event, now):
        return
    for pair in order.pairs.select_related("ticket").order_by("number"):
        entry = WaitingEntry.objects.create(
            event=event,
            ticket=None if pair.ticket.only_with_code else pair.ticket,
            name=order.buyer_name,
            email=order.buyer_email.lower(),
            is_first=True,
            joined_at=now,
        )
        _owe_page(entry, now)


@transaction.atomic
def decline_offer(*, order: Order, now: datetime) -> None:
    """*Laat maar* on an order that was an offer; not on one that was paid after all."""
    entry = WaitingEntry.objects.offered().filter(order=order).first()
    if entry is not None:
        leave(entry=entry, now=now)


def offer_places(*, now: datetime) -> int:
    """For `tick`: end what has passed, then offer every free place that is wanted."""
    _end_offers(now)
    waiting = WaitingEntry.objects.in_line().values("event")
    events = Event.objects.filter(pk__in=waiting.order_by(), ends_at__gt=now)
    made = 0
    for event in events.order_by("pk"):
        try:
            made += _offer(event, now)
        except Exception:  # one event that fails may not stop those behind it
            logger.exception("no places offered", extra={"event": event.pk})
    return made


@transaction.atomic
def _offer(event: Event, now: datetime) -> int:
    """In order; who waits for a type that has no room is passed over, and stays."""
    event = free_lapsed_of(event=event, now=now)
    kept, made = claims_on(event, now).kept, 0
    while room := types_to_offer(event, now, kept=kept):
        entry = _next_for(event, room)
        if entry is None:
            break
        wants = [one for one in room if entry.ticket_id in {None, one.pk}]
        try:
            _offer_to(entry, wants[0], event, now)
        except SoldOut:
            break
        made += 1
    return made


def _next_for(event: Event, room: list[DuoTicket]) -> WaitingEntry | None:
    line = event.waiting.in_line()
    whichever, chosen = line.filter(ticket=None), line.filter(ticket__in=room)
    return (whichever | chosen).first()


def _offer_to(
    entry: WaitingEntry, ticket: DuoTicket, event: Event, now: datetime
) -> None:
    """An order that holds the place, as long as the offer stands."""
    until = offer_until(event, ticket, now)
    order = Order(
        event=event,
        held_until=until,
        created_at=now,
        buyer_name=entry.name,
        buyer_email=entry.email,
    )
    entry.order = hold_for(order=order, ticket=ticket, now=now)
    entry.state, entry.offer_until = State.OFFERED, until
    entry.save()
    occasion = f"bestelling {entry.order.pk}"
    owe_mail(kind="events.offer", about=entry, now=now, occasion=occasion)


def _end_offers(now: datetime) -> None:
    """Those that were bought, and those whose time is over."""
    offered = WaitingEntry.objects.offered()
    bought = offered.filter(order__status__in=["paid", "returned", "cancelled"])
    over = offered.filter(offer_until__lte=now)
    for entry in (bought | over).order_by("pk"):
        try:
            _end_offer(entry, now)
        except Exception:  # nor one offer
            logger.exception("offer not ended", extra={"entry": entry.pk})


@transaction.atomic
def _end_offer(entry: WaitingEntry, now: datetime) -> None:
    """Not while it is being filled in or paid: more time may have been asked for."""
    order = entry.order and lock_order(entry.order)
    entry = _lock(entry)
    if entry.state != State.OFFERED or entry.order != order:
        return
    if order is not None and order.has_been_paid:
        _end(entry, State.BOUGHT)
        return
    is_busy = (
        order is not None
        and order.status == Order.Status.HELD
        and (order.held_until > now or order.payments.live().exists())
    )
    if entry.offer_until is None or entry.offer_until > now or is_busy:
        return
    if order is not None:
        release(order=order)
    occasion = f"bestelling {order.pk if order else 0}"
    _end(entry, State.LAPSED)
    owe_mail(kind="events.offer_lapsed", about=entry, now=now, occasion=occasion)


def _end(entry: WaitingEntry, state: str) -> WaitingEntry:
    entry.state = state
    if state == State.LEFT:
        entry.offer_until = None
    entry.save()
    return entry


def _lock(entry: WaitingEntry) -> WaitingEntry:
    """As it stands under the lock of its event, which every change of it takes."""
    event = lock(entry.event)
    entry = WaitingEntry.objects.select_related("order").get(pk=entry.pk)
    entry.event = event
    return entry


def is_open(event: Event, now: datetime) -> bool:
    """Something is on sale, whether there is room or not."""
    return any(
        window_of(event, ticket, now) is Window.OPEN and ticket.least_pairs == 1
        for ticket in event.tickets.filter(only_with_code=False)
    )


def _owe_page(entry: WaitingEntry, now: datetime, *, occasion: str = "") -> None:
    owe_mail(kind=PAGE, about=entry, now=now, occasion=occasion)


def _was_mailed(entry: WaitingEntry, *, since: datetime) -> bool:
    """Or will be: what failed for now is tried later."""
    mails = OwedMail.objects.filter(kind=PAGE, about_id=entry.pk)
    return mails.filter(not_before__gt=since).exists()
