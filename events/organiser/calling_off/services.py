"""Call an event off, carry on where the run stopped, and report what became of it."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from events.cancellations.models import Cancellation
from events.cancellations.services import Back, cancel_pairs
from events.orders.models import Order, Pair
from events.orders.services import NotSold
from events.organiser.calling_off import tasks
from events.organiser.calling_off.models import Stuck
from events.payments.models import Refund
from events.tickets.models import Event
from events.tickets.services import lock

logger = logging.getLogger(__name__)

BATCH = 100  # orders a minute: each of them asks Stripe for a refund
REST = timedelta(minutes=10)  # of an order that failed, before it is tried again
SHOWN = 50  # orders in one list of the report


class AlreadyOver(Exception):
    """It has happened: who was there gets nothing back by itself."""


@transaction.atomic
def call_off(*, event: Event, why: str, by: User, now: datetime) -> Event:
    """From here on nothing is sold, and every order goes back by itself.

    A second click changes nothing."""
    event = lock(event)
    if event.called_off_at:
        return event
    if event.ends_at <= now:
        raise AlreadyOver
    event.called_off_at, event.called_off_why, event.called_off_by = now, why, by
    if event.sales_until is None or event.sales_until > now:
        event.sales_until = now
    if event.sales_from and event.sales_from >= now:
        event.sales_from = None
    event.save()
    transaction.on_commit(partial(tasks.go_on.enqueue), robust=True)
    return event


def carry_on_calling_off(*, now: datetime) -> int:
    """For the task and `tick`: the next orders; also what was paid after the end.

    One order a transaction, so a crash loses nothing and repeats nothing. What failed
    comes after what was not tried yet."""
    rested = Q(stuck=None) | Q(stuck__at__lte=now - REST)
    turns = F("stuck__at").asc(nulls_first=True)
    done = 0
    for order in _left().filter(rested).order_by(turns, "pk")[:BATCH]:
        try:
            _give_back(order, now)
            done += 1
        except NotSold:
            logger.info("cancelled by somebody else meanwhile")
        except Exception:  # one order that fails may not stop those behind it
            logger.exception("not called off", extra={"order": order.pk})
            Stuck.objects.update_or_create(order=order, defaults={"at": now})
    return done


def _left() -> QuerySet[Order]:
    """Of events that were called off: the orders that still hold a place."""
    sold = Pair.objects.filter(order=OuterRef("pk"), state=Pair.State.SOLD)
    orders = Order.objects.filter(Exists(sold), event__called_off_at__isnull=False)
    return orders.select_related("event__called_off_by").order_by("pk")


def _give_back(order: Order, now: datetime) -> None:
    sold = order.pairs.filter(state=Pair.State.SOLD)
    cancel_pairs(
        order=order,
        numbers=list(sold.values_list("number", flat=True)),
        reason=Cancellation.Reason.EVENT,
        back=Back.ALL,
        by=order.event.called_off_by,
        note=order.event.called_off_why,
        now=now,
    )


@dataclass(frozen=True)
class Some:
    """The first orders of a list, and how many more there are."""

    first: list[Order]
    more: int

    @classmethod
    def of(cls, orders: QuerySet[Order]) -> "Some":
        first = list(orders.order_by("pk")[:SHOWN])
        return cls(first, orders.count() - len(first))


@dataclass(frozen=True)
class Report:
    """How far the run is; money by what became of it."""

    left: int
    orders: int
    pairs: int
    refunded: Decimal
    refunds: list[tuple[str, int, Decimal]]
    stuck: Some
    failed: Some

    @property
    def is_done(self) -> bool:
        """Nothing is left to cancel, and all money has arrived."""
        done = {Refund.Status.SUCCEEDED.label, Refund.Status.OUTSIDE.label}
        return not self.left and all(what in done for what, _, _ in self.refunds)


def report_of(event: Event) -> Report:
    """From the rows themselves, in a fixed number of queries."""
    made = Cancellation.objects.filter(
        pair__order__event=event, reason=Cancellation.Reason.EVENT
    )
    sums = made.aggregate(
        pairs=Count("pk"),
        orders=Count("pair__order", distinct=True),
        refunded=Sum("refunded"),
    )
    refunds = Refund.objects.filter(cancellation__in=made)
    by_state = refunds.order_by().values_list("status")
    failed = refunds.filter(status=Refund.Status.FAILED)
    names = dict(Refund.Status.choices)
    left = _left().filter(event=event)
    return Report(
        left=left.count(),
        orders=sums["orders"],
        pairs=sums["pairs"],
        refunded=sums["refunded"] or Decimal(0),
        refunds=[
            (str(names[status]), number, amount)
            for status, number, amount in by_state.annotate(Count("pk"), Sum("amount"))
        ],
        stuck=Some.of(left.filter(stuck__isnull=False)),
        failed=Some.of(Order.objects.filter(pk__in=failed.values("payment__order"))),
    )
