"""What follows when an order is sold, whoever paid it, or nobody had to."""

from datetime import datetime

from django.db import transaction

from events.guests.services import owe_invitations
from events.orders.models import Order
from events.orders.services import confirm, lock_order
from home.mail.services import owe_mail


class NotFree(Exception):
    """There is something to pay: only a payment sells this order."""


@transaction.atomic
def book_free(*, order: Order, now: datetime) -> Order:
    """Sell what costs nothing: no bank, no invoice; the mails are the same."""
    order = lock_order(order)
    if order.total or order.payments.live().exists():
        raise NotFree
    order = confirm(order=order, now=now)
    owe_what_follows(order=order, now=now)
    return order


def owe_what_follows(*, order: Order, now: datetime) -> None:
    """The confirmation, a ticket for each other host, an invitation for each guest."""
    owe_mail(kind="events.confirmation", about=order, now=now)
    _owe_host_tickets(order, now)
    owe_invitations(order=order, now=now)


def _owe_host_tickets(order: Order, now: datetime) -> None:
    """A host who is not the buyer gets only the own ticket (rule 6)."""
    for pair in order.pairs.select_related("order").order_by("number"):
        if pair.has_a_host and not pair.is_hosted_by_the_buyer:
            owe_mail(kind="events.host_ticket", about=pair, now=now)
