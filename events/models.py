"""Index of the models of this app, for Django to find."""

from events.guests.models import Guest
from events.orders.models import Order, Pair
from events.payments.models import Payment, Refund, StripeEvent
from events.tickets.models import DuoTicket, Event, Place

__all__ = [
    "DuoTicket",
    "Event",
    "Guest",
    "Order",
    "Pair",
    "Payment",
    "Place",
    "Refund",
    "StripeEvent",
]
