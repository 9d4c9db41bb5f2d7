"""Tell the leads that something new waits: an hour apart at least (decision 0037)."""

from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.membership import Membership
from community.working_groups.piles import piles
from home.mail.letters import letter
from home.mail.models import OwedMail
from home.mail.registry import builds
from home.mail.services import Debt, owe_mails

KIND = "community.waiting_for_lead"
APART = timedelta(hours=1)
LONG_AGO = timedelta(days=7)  # what waited when nobody was ever mailed


def tell_leads(*, now: datetime) -> int:
    """For `tick`: one mail for each of them, about all groups that they lead.

    The occasion of a mail is its moment: what came later is new."""
    told = OwedMail.objects.filter(kind=KIND).aggregate(at=Max("occasion"))["at"]
    last = datetime.fromisoformat(told) if told else now - LONG_AGO
    if now < last + APART:
        return 0
    groups = [group for group in WorkingGroupPage.objects.live() if _news(group, last)]
    led = _leads(timezone.localdate(now)).filter(group__in=groups)
    users = led.values_list("person__user", flat=True)
    occasion = now.astimezone(UTC).isoformat(timespec="microseconds")
    debts = [Debt(KIND, pk, occasion) for pk in sorted(set(users))]
    owe_mails(debts, now=now)
    return len(debts)


def _news(group: WorkingGroupPage, last: datetime) -> bool:
    return any(
        each.waiting(group).filter(each.since(last)).exists() for each in piles()
    )


def _leads(day: date):
    """Of that day, and whom we can mail."""
    places = Membership.objects.on(day).leads()
    return places.filter(person__user__isnull=False).exclude(person__user__email="")


@builds(KIND, about=User)
def waiting_for_lead(user: User) -> EmailMessage | None:
    """What waits now; nothing when somebody did it all meanwhile."""
    led = _leads(timezone.localdate()).filter(person__user=user).values("group")
    groups = WorkingGroupPage.objects.live().filter(pk__in=led).order_by("path")
    found = [
        {
            "group": group.title,
            "number": number,
            "what": pile.one if number == 1 else pile.many,
            "address": settings.SITE_URL + reverse(pile.desk, args=[group.slug]),
        }
        for group in groups
        for pile in piles()
        if (number := pile.waiting(group).count())
    ]
    if not found or not user.is_active:
        return None
    return letter("waiting_for_lead", to=user.email, context={"piles": found})
