"""The list of an event that was called off: everybody on it hears it once."""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from events.orders.models import Order
from events.orders.places import free
from events.orders.services import lock_order
from events.tickets.services import lock
from events.waiting_list.models import WaitingEntry
from home.mail.services import owe_mail

logger = logging.getLogger(__name__)

State = WaitingEntry.State
BATCH = 200  # entries a minute; each is a transaction of its own


def end_lists(*, now: datetime) -> int:
    """For the task and `tick`: the next entries of events that do not happen.

    Who is paying for an offer stays until the bank has answered."""
    ended = 0
    for entry in _left():
        if ended == BATCH:  # those that failed do not count
            break
        try:
            ended += _end(entry, now)
        except Exception:  # one that fails may not stop those behind it
            logger.exception("waiting entry not ended", extra={"entry": entry.pk})
    return ended


def _left() -> QuerySet[WaitingEntry]:
    """Without those that wait for the bank, so that they hold up nobody."""
    live = WaitingEntry.objects.live().filter(event__called_off_at__isnull=False)
    unsure = ["new", "open", "processing", "quarantined"]
    paying = Order.objects.filter(payments__status__in=unsure)
    return live.exclude(order__in=paying).select_related("event").order_by("pk")


@transaction.atomic
def _end(entry: WaitingEntry, now: datetime) -> bool:
    """Order, then event; what was paid meanwhile is the run's, which pays it back."""
    order = entry.order and lock_order(entry.order)
    event = lock(entry.event)
    entry = WaitingEntry.objects.select_related("order").get(pk=entry.pk)
    if entry.state not in {State.WAITING, State.OFFERED} or entry.order != order:
        return False
    if order is not None and order.has_been_paid:
        entry.state = State.BOUGHT
        entry.save(update_fields=["state"])
        return True
    free(Order.objects.being_held().filter(pk=entry.order_id))
    told = event.waiting.filter(state=State.OFF, email=entry.email).exists()
    entry.state, entry.offer_until = State.OFF, None
    entry.save(update_fields=["state", "offer_until"])
    if not told:  # who paid late has an entry for each pair
        owe_mail(kind="events.waiting_off", about=entry, now=now)
    return True
