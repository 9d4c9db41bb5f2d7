"""What follows when an order is sold, whoever paid it, or nobody had to."""

from datetime import datetime

from django.db import transaction

from events.guests.services import invitations
from events.orders.models import Order
from events.orders.services import bring_pairs, confirm, lock_order
from home.mail.services import Debt, owe_mails


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
    debts = [Debt("events.confirmation", order.pk), *_host_tickets(order)]
    owe_mails([*debts, *invitations(order=order, now=now)], now=now, soon=True)


def _host_tickets(order: Order) -> list[Debt]:
    """A host who is not the buyer gets only the own ticket (rule 6)."""
    bring_pairs(order)
    return [
        Debt("events.host_ticket", pair.pk)
        for pair in order.pairs.all()
        if pair.has_a_host and not pair.is_hosted_by_the_buyer
    ]
