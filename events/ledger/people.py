"""Who hears that money waits: of the whole account, or of the own events (0023)."""

from django.contrib.auth.models import User
from django.db.models import QuerySet

from events.orders.models import Order
from events.tickets.models import Event

ALL_MONEY, OWN_MONEY = "events.see_all_money", "events.view_order"


def keepers_of_accounts() -> QuerySet[User]:
    """Not the operator, who may do everything and has other work."""
    return _with(ALL_MONEY)


def organisers() -> QuerySet[User]:
    """Who sees the own events only."""
    return _with(OWN_MONEY).exclude(pk__in=keepers_of_accounts().values("pk"))


def own_orders(user: User) -> QuerySet[Order]:
    return Order.objects.filter(event__in=Event.objects.organised_by(user))


def _with(right: str) -> QuerySet[User]:
    people = User.objects.with_perm(right, include_superusers=False)
    return people.exclude(email="").order_by("pk")
