"""An order that an organiser makes: complimentary pairs, for a speaker or a partner."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import transaction

from events.orders.models import Order
from events.orders.places import (
    Seat,
    free,
    free_places,
    lapsed,
    mind_the_list,
    new_pairs,
)
from events.organiser.models import Act
from events.payments.bookings import book_free
from events.tickets.models import DuoTicket
from events.tickets.services import lock

MOST_PAIRS = 50


class EventOver(Exception):
    """Nobody can come any more."""


class CalledOff(Exception):
    """It does not happen, so there is nothing to give."""


@dataclass(frozen=True)
class Invited:
    """For whom the pairs are; this person hosts the first one."""

    name: str
    email: str
    organisation: str = ""


@transaction.atomic
def give_pairs(
    *,
    ticket: DuoTicket,
    pairs: int,
    to: Invited,
    why: str,
    by: User,
    now: datetime,
) -> Order:
    """Sold for nothing, whatever the sale says; the mails are those of a purchase.

    Raises SoldOut, EventOver and CalledOff. Zero euros make no invoice."""
    if ticket.event.ends_at <= now:
        raise EventOver
    event = lock(ticket.event)
    if event.called_off_at is not None:
        raise CalledOff
    free(lapsed(event, now))
    places = free_places(event, ticket, pairs)
    # before the line, if an organiser wants; never what was offered to somebody
    mind_the_list(event, pairs, now, is_their_turn=True)
    order = Order.objects.create(
        event=event,
        held_until=now,
        created_at=now,
        buyer_name=to.name,
        buyer_email=to.email,
        organisation=to.organisation,
    )
    new_pairs(order, ticket, [Seat(place, None, Decimal(0)) for place in places])
    first = order.pairs.filter(number=1)
    first.update(host_name=to.name, host_email=to.email)
    order = book_free(order=order, now=now)
    Act.objects.create(order=order, what=Act.What.MADE, text=why, by=by, at=now)
    return order
