"""Registers the organiser's desk; what it shows and does is in events.organiser."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from events.orders.models import Order
from events.organiser.permissions import OrdersOnly, OwnOnly
from events.organiser.viewsets import EventsGroup
from events.tickets.models import DuoTicket, Event

register_permission_policy(Event, OwnOnly(Event))
register_permission_policy(DuoTicket, OwnOnly(DuoTicket))
register_permission_policy(Order, OrdersOnly(Order))


@hooks.register("register_admin_viewset")
def register_desk():
    """Menu *Evenementen*: events, ticket types, orders."""
    return EventsGroup()
