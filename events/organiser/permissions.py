"""Whose events these are: an organiser sees and changes only the own ones."""

from collections.abc import Callable

from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from events.ledger.people import ALL_MONEY
from events.orders.models import Order
from events.tickets.models import DuoTicket, Event
from events.vouchers.models import Voucher


def own_events(user) -> QuerySet[Event]:
    return Event.objects.organised_by(user)


def own_tickets(user) -> QuerySet[DuoTicket]:
    return DuoTicket.objects.filter(event__in=own_events(user))


def own_orders(user) -> QuerySet[Order]:
    return Order.objects.filter(event__in=own_events(user))


def orders_on_money_page(user) -> QuerySet[Order] | None:
    """Those of the own events; None is the whole account, whoever ordered what."""
    return None if user.has_perm(ALL_MONEY) else own_orders(user)


def own_vouchers(user) -> QuerySet[Voucher]:
    return Voucher.objects.filter(event__in=own_events(user))


OWN: dict[type[Model], Callable[..., QuerySet]] = {
    Event: own_events,
    DuoTicket: own_tickets,
    Order: own_orders,
    Voucher: own_vouchers,
}


def own(model, user) -> QuerySet:
    """Those of a model of the desk that this user may see."""
    return OWN[model](user)


class OwnOnly(ModelPermissionPolicy):
    """What Wagtail itself asks about one row: choosers, links to an edit page."""

    def user_has_permission_for_instance(self, user, action, instance):
        return (
            self.user_has_permission(user, action)
            and own(self.model, user).filter(pk=instance.pk).exists()
        )

    def instances_user_has_any_permission_for(self, user, actions):
        if self.user_has_any_permission(user, actions):
            return own(self.model, user)
        return self.model._default_manager.none()


class OrdersOnly(OwnOnly):
    """No plain form changes or deletes an order, not even for the operator."""

    def user_has_permission(self, user, action):
        return action in {"view", "add"} and super().user_has_permission(user, action)
