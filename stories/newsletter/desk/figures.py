"""How many: of an issue, and of all subscribers. Numbers only, no addresses."""

from datetime import datetime, timedelta

from django.db.models import Count, Q

from stories.newsletter.models import ACTIVE, Delivery, Mailing, Subscriber
from stories.newsletter.pages import IssuePage
from stories.newsletter.rules import GONE
from stories.pages.themes import Theme

A_MONTH = timedelta(days=28)
WEEK, MONTH = Subscriber.Rhythm.WEEK, Subscriber.Rhythm.MONTH


def readers_of(issue: IssuePage) -> dict[str, int]:
    """Who would get it now."""
    by_rhythm = {WEEK: Count("pk", filter=Q(rhythm=WEEK))}
    by_rhythm[MONTH] = Count("pk", filter=Q(rhythm=MONTH))
    readers = Subscriber.objects.who_get(issue).aggregate(**by_rhythm)
    active = Subscriber.objects.active().count()
    return {**readers, "all": sum(readers.values()), "active": active}


def earlier_this_month(issue: IssuePage, now: datetime) -> Mailing | None:
    """The issue that who reads once a month had already."""
    if not issue.also_monthly:
        return None
    sent = Mailing.objects.filter(begun_at__gt=now - A_MONTH, issue__also_monthly=True)
    return sent.exclude(issue=issue.pk).order_by("-begun_at").first()


def progress_of(mailing: Mailing) -> dict[str, int]:
    """Of every delivery exactly one of the first three, and whether it came back."""
    gone = Q(bounced_at__isnull=False, status__regex=f"^{GONE.pattern}$")
    return Delivery.objects.filter(mailing=mailing).aggregate(
        all=Count("pk"),
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
        dropped=Count("pk", filter=Q(dropped_at__isnull=False)),
        open=Count("pk", filter=Q(sent_at=None, dropped_at=None)),
        bounced=Count("pk", filter=Q(bounced_at__isnull=False)),
        gone=Count("pk", filter=gone),
    )


def of_subscribers(now: datetime) -> dict[str, int]:
    """Who reads, and who does not (any more)."""
    return Subscriber.objects.aggregate(
        active=Count("pk", filter=ACTIVE),
        week=Count("pk", filter=ACTIVE & Q(rhythm=WEEK)),
        month=Count("pk", filter=ACTIVE & Q(rhythm=MONTH)),
        waiting=Count("pk", filter=Q(confirmed_at=None)),
        left=Count("pk", filter=Q(left_at__gt=now - A_MONTH)),
        stopped=Count("pk", filter=Q(stopped_at__isnull=False, left_at=None)),
    )


def by_theme() -> list[tuple[str, int]]:
    """How many chose each; who chose nothing gets everything."""
    active = Subscriber.objects.active()
    chosen = dict(
        active.filter(themes__isnull=False)
        .order_by()
        .values_list("themes")
        .annotate(n=Count("pk"))
    )
    rows = [(theme.name, chosen.get(theme.pk, 0)) for theme in Theme.objects.all()]
    return [*rows, ("alles", active.filter(themes=None).count())]
