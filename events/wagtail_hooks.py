"""Registers the organiser's desk; what it shows and does is in events.organiser."""

from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from events.foundations import OVER_ALL_EVENTS
from events.orders.models import Order
from events.organiser.panel import DeskPanel, may_see
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
def register_rights_over_all_events():
    """Shown with the rights of a group."""
    codenames = [codename for codename, _ in OVER_ALL_EVENTS.values()]
    return Permission.objects.filter(
        content_type__app_label="events", codename__in=codenames
    )


@hooks.register("construct_homepage_panels")
def how_the_desk_stands(request, panels):
    if may_see(request.user):
        panels.append(DeskPanel(now=timezone.now()))
