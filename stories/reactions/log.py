"""The public log of rulings."""

from datetime import datetime, timedelta

from django.db.models import Count, Q

from stories.reactions.models import Report, Ruling

A_MONTH = timedelta(days=30)
Act = Ruling.Act


def log():
    """What and who was taken away or put back, latest first."""
    told = Ruling.objects.filter(act__in=[Act.HIDE, Act.RESTORE, Act.BAN, Act.LIFT])
    return told.select_related("story").order_by("-at", "-pk")


def last_month(now: datetime) -> dict[str, int]:
    """How many of each."""
    recent = Ruling.objects.filter(at__gt=now - A_MONTH)
    figures = recent.aggregate(**{act: Count("pk", filter=Q(act=act)) for act in Act})
    reports = Report.objects.filter(reported_at__gt=now - A_MONTH).count()
    return {**figures, "reports": reports}
