"""Registers the organiser's desk; what it shows and does is in events.organiser."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from events.orders.models import Order
from events.organiser.viewsets import EventsGroup, LookOnly

register_permission_policy(Order, LookOnly(Order))


@hooks.register("register_admin_viewset")
def register_desk():
    """Menu *Evenementen*: events, ticket types, orders."""
    return EventsGroup()
