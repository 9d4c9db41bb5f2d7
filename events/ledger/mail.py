"""The mail that something about the money waits; never when all is well."""

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.urls import reverse

from events.ledger.matters import matters
from events.ledger.models import Check
from home.mail.letters import letter
from home.mail.registry import builds
from home.pages.details import SiteDetails


@builds("events.money_waits", about=Check)
def money_waits(check: Check) -> EmailMessage | None:
    """To all organisers, or else to the address of the site."""
    waiting = matters(now=check.began_at)
    people = User.objects.with_perm("events.view_order", include_superusers=False)
    to = list(people.exclude(email="").order_by("pk").values_list("email", flat=True))
    if not to:
        details = SiteDetails.objects.order_by("pk").first()
        to = [details.email] if details and details.email else []
    if not waiting or not to:
        return None
    link = settings.SITE_URL + reverse("organiser_money:index")
    context = {"matters": waiting, "link": link}
    message = letter("money_waits", to=to[0], context=context)
    message.to = to
    return message
