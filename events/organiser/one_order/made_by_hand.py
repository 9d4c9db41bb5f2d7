"""An order that an organiser makes: complimentary, or paid outside Stripe."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count

from events.checkout.answers import Buyer
from events.checkout.services import INVOICE_FIELDS
from events.orders.models import Order
from events.orders.places import (
    Seat,
    free,
    free_places,
    lapsed,
    mind_the_list,
    new_pairs,
    prices_now,
)
from events.organiser.models import Act
from events.payments.bookings import book_free
from events.payments.outside import book_outside
from events.tickets.models import DuoTicket
from events.tickets.services import lock

MOST_PAIRS = 50
A_MOMENT = timedelta(minutes=10)


class EventOver(Exception):
    """Nobody can come any more."""


class CalledOff(Exception):
    """It does not happen, so there is nothing to give."""


class MadeJustNow(Exception):
    """The same pairs for the same address a moment ago: a second click."""


@transaction.atomic
def give_pairs(
    *, ticket: DuoTicket, pairs: int, to: Buyer, why: str, by: User, now: datetime
) -> Order:
    """Sold for nothing, whatever the sale says; the mails are those of a purchase.

    Raises SoldOut, EventOver, CalledOff and MadeJustNow. Zero euros make no invoice."""
    order = _hold(ticket, pairs, to, now, is_free=True)
    order = book_free(order=order, now=now)
    Act.objects.create(order=order, what=Act.What.MADE, text=why, by=by, at=now)
    return order


@transaction.atomic
def sell_pairs(
    *, ticket: DuoTicket, pairs: int, to: Buyer, how: str, by: User, now: datetime
) -> Order:
    """Paid outside Stripe, at the price of this moment, with an invoice.

    Raises what `give_pairs` does, and NothingToPay."""
    order = _hold(ticket, pairs, to, now, is_free=False)
    book_outside(order=order, how=how, by=by, now=now)
    Act.objects.create(order=order, what=Act.What.MADE, by=by, at=now)
    return Order.objects.get(pk=order.pk)


def _hold(
    ticket: DuoTicket, pairs: int, to: Buyer, now: datetime, *, is_free: bool
) -> Order:
    """Places for an order of this person, who hosts the first pair."""
    if ticket.event.ends_at <= now:
        raise EventOver
    event = lock(ticket.event)
    if event.called_off_at is not None:
        raise CalledOff
    if _is_made_just_now(ticket, pairs, to, now):
        raise MadeJustNow
    free(lapsed(event, now))
    places = free_places(event, ticket, pairs)
    # before the line, if an organiser wants; never what was offered to somebody
    mind_the_list(event, ticket, places, now, is_their_turn=True)
    prices = [Decimal(0)] * pairs if is_free else prices_now(ticket, pairs, now)
    order = Order.objects.create(
        event=event,
        held_until=now,
        created_at=now,
        buyer_name=to.name,
        buyer_email=to.email,
        **{name: getattr(to, name) for name in INVOICE_FIELDS},
    )
    seats = [
        Seat(place, None, price) for place, price in zip(places, prices, strict=True)
    ]
    new_pairs(order, ticket, seats)
    first = order.pairs.filter(number=1)
    first.update(host_name=to.name, host_email=to.email)
    return order


def _is_made_just_now(ticket: DuoTicket, pairs: int, to: Buyer, now: datetime) -> bool:
    """By hand, so many of this type for this address; the event is locked."""
    made = Order.objects.filter(
        acts__what=Act.What.MADE,
        buyer_email__iexact=to.email,
        created_at__gt=now - A_MOMENT,
        pairs__ticket=ticket,
    )
    counted = made.annotate(number=Count("pairs", distinct=True))
    return counted.filter(number=pairs).exists()
