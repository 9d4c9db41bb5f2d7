"""The mail that something about the money waits; never when all is well."""

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.urls import reverse

from events.ledger.matters import matters, waiting
from events.ledger.models import Check
from events.ledger.people import keepers_of_accounts, own_orders
from events.orders.models import Order
from home.mail.letters import letter
from home.mail.registry import builds
from home.pages.details import SiteDetails

MOST = 20  # in one mail


@builds("events.money_waits", about=Check)
def money_waits(check: Check) -> EmailMessage | None:
    """Of the whole account: to who keeps it, or else to the address of the site."""
    to = list(keepers_of_accounts().values_list("email", flat=True))
    if not to:
        details = SiteDetails.objects.order_by("pk").first()
        to = [details.email] if details and details.email else []
    return _mail(to, check)


@builds("events.own_money_waits", about=User)
def own_money_waits(user: User) -> EmailMessage | None:
    """To an organiser, about the own events only."""
    check = Check.objects.exclude(told_on=None).latest("told_on")
    return _mail([user.email], check, own_orders(user))


def _mail(
    to: list[str], check: Check, orders: QuerySet[Order] | None = None
) -> EmailMessage | None:
    number = waiting(now=check.began_at, orders=orders).count()
    if not number or not to:
        return None
    first = matters(now=check.began_at, orders=orders, most=MOST)
    context = {
        "matters": first,
        "number": number,
        "more": number - len(first),
        "link": settings.SITE_URL + reverse("organiser_money:index"),
    }
    message = letter("money_waits", to=to[0], context=context)
    message.to = to
    return message
