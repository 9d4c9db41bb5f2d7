"""Registers the organiser's desk; what it shows and does is in events.organiser."""

from django.contrib.auth.models import Permission
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from events.orders.models import Order
from events.organiser.permissions import OrdersOnly, OwnOnly
from events.organiser.viewsets import EventsGroup
from events.tickets.models import DuoTicket, Event
from events.vouchers.models import Voucher

register_permission_policy(Event, OwnOnly(Event))
register_permission_policy(DuoTicket, OwnOnly(DuoTicket))
register_permission_policy(Voucher, OwnOnly(Voucher))
register_permission_policy(Order, OrdersOnly(Order))


@hooks.register("register_admin_viewset")
def register_desk():
    """Menu *Evenementen*: events, ticket types, codes, orders."""
    return EventsGroup()


@hooks.register("register_permissions")
def register_answer_person():
    """Shown with the rights of a group."""
    return Permission.objects.filter(codename="answer_person")
