"""Put a pair back for sale, take it again, and end what nobody bought."""

import logging
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from events.cancellations.services import fee_now, left_of
from events.orders.models import Order, Pair
from events.orders.resales import Resale
from events.orders.services import NotSold, lock_order, places_left
from events.resales.rules import sells_until
from events.tickets.services import lock
from home.mail.services import owe_mail

logger = logging.getLogger(__name__)


class NotNow(Exception):
    """Cancelling is still free, the sale is over, or somebody is inside already."""


class AlreadySold(Exception):
    """Somebody else has the place."""


def may_put_back(pair: Pair, *, now: datetime) -> bool:
    """When giving it back would cost something, or is too late; uses its order.

    A place that a code keeps apart is for who has that code."""
    fee = fee_now(pair.order, pair.price, now=now)
    is_free = fee is not None and not fee
    return pair.is_sold and not pair.pool and not is_free and now < sells_until(pair)


@transaction.atomic
def put_back(*, order: Order, number: int, now: datetime) -> Resale:
    """For sale, after every free place; until it is sold nothing changes.

    A second click finds it there. Raises NotSold and NotNow."""
    pair = _lock(order, number)
    resale = pair.resales.in_progress().first()
    if resale is not None and resale.ended_at is None:
        return resale
    if not may_put_back(pair, now=now):
        raise NotNow
    if Pair.objects.being_inside().filter(pk=pair.pk).exists():
        raise NotNow
    if resale is not None:  # taken back while somebody was buying it: undone
        resale.ended_at, resale.how = None, ""
        resale.save(update_fields=["ended_at", "how"])
        return resale
    resale = Resale.objects.create(pair=pair, put_back_at=now)
    owe_mail(kind="events.put_back", about=resale, now=now)
    return resale


@transaction.atomic
def take_back(*, order: Order, number: int, now: datetime) -> bool:
    """Not for sale any more; False when somebody is buying it, and may finish.

    Raises AlreadySold."""
    try:
        pair = _lock(order, number)
    except NotSold as error:
        raise AlreadySold from error
    for resale in pair.resales.standing():
        resale.end(Resale.How.TAKEN_BACK, now)
    return not pair.resales.in_progress().exists()


def end_unsold(*, now: datetime) -> int:
    """For `tick`: nobody bought it in time. Who is paying at this moment may finish."""
    event, ticket = "pair__order__event__", "pair__ticket__"
    over = Q(**{f"{event}starts_at__lte": now})
    over |= Q(**{f"{event}sales_until__lte": now})
    over |= Q(**{f"{ticket}sales_until__lte": now})
    # of an event that does not happen the run gives everything back
    resales = Resale.objects.standing().filter(over, claim=None)
    resales = resales.filter(**{f"{event}called_off_at": None})
    ended = 0
    for resale in resales.select_related("pair__order").order_by("pk"):
        try:
            ended += _end_unsold(resale, now)
        except Exception:  # one that fails may not stop those behind it
            logger.exception("resale not ended", extra={"resale": resale.pk})
    return ended


@transaction.atomic
def _end_unsold(resale: Resale, now: datetime) -> bool:
    pair = _lock(resale.pair.order, resale.pair.number)
    standing = pair.resales.standing().filter(claim=None).first()
    if standing is None or now < sells_until(pair):
        return False
    standing.end(Resale.How.UNSOLD, now)
    owe_mail(kind="events.unsold", about=standing, now=now)
    return True


@dataclass(frozen=True)
class Standing:
    """How it is with a pair that was put back, for its buyer."""

    resale: Resale
    until: datetime
    free: int  # places that are sold first
    ahead: int  # pairs of the same type that were put back before it
    buying_until: datetime | None  # somebody is buying it

    @property
    def is_taken_back(self) -> bool:
        return self.resale.ended_at is not None


def standings(order: Order, *, now: datetime) -> dict[int, Standing]:
    """By the number of the pair; a fixed number of questions."""
    resales = Resale.objects.in_progress().filter(pair__order__event=order.event_id)
    resales = resales.select_related("pair__ticket", "claim__order")
    in_turn = list(resales.order_by("put_back_at", "pk"))
    mine = [resale for resale in in_turn if resale.pair.order_id == order.pk]
    free = places_left(order.event, now) if mine else 0
    found = {}
    for resale in mine:
        resale.pair.order = order
        before = in_turn[: in_turn.index(resale)]
        claim = getattr(resale, "claim", None)
        found[resale.pair.number] = Standing(
            resale=resale,
            until=sells_until(resale.pair),
            free=free,
            ahead=sum(each.pair.ticket_id == resale.pair.ticket_id for each in before),
            buying_until=claim and claim.order.held_until,
        )
    return found


def would_come_back(pair: Pair) -> Decimal:
    """All of its price, as far as it was not given back already."""
    return min(pair.price, left_of(pair.order))


def _lock(order: Order, number: int) -> Pair:
    """Order, event, pair: as everybody; only of a pair that is valid."""
    order = lock_order(order)
    order.event = lock(order.event)
    pairs = Pair.objects.select_for_update(of=("self",)).select_related("ticket")
    pair = pairs.filter(order=order, number=number, state=Pair.State.SOLD).first()
    if pair is None:
        raise NotSold
    pair.order = order
    return pair
