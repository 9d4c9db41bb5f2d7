"""How many points came in and were answered, and what was asked, for the figures."""

from datetime import datetime
from statistics import median

from django.db.models import Count, Q

from community.points.models import Point
from community.questionnaires.models import Questionnaire, Response
from home.figures.registry import Figure, Figures, counts

Status = Point.Status


@counts(30)
def points(now: datetime) -> Figures:
    """A merged point was answered too: with where it goes on."""
    shown = Point.objects.readable().shown().order_by()
    by_status = dict(shown.values_list("status").annotate(Count("pk")))
    answered = shown.filter(answered_at__isnull=False)
    waits = [
        (later - earlier).days
        for earlier, later in answered.values_list("written_at", "answered_at")
    ]
    rows = [
        Figure("binnengekomen", sum(by_status.values())),
        Figure("beantwoord", len(waits)),
        *(Figure(each.label, by_status.get(each, 0)) for each in Status),
    ]
    return Figures("Verbeterpunten", rows, _half(waits) if waits else "")


def _half(waits: list[int]) -> str:
    """How long an answer takes, in words."""
    days = round(median(waits))
    told = {0: "op de dag zelf", 1: "binnen 1 dag"}.get(days, f"binnen {days} dagen")
    return f"De helft kreeg {told} een antwoord."


@counts(35)
def questionnaires(now: datetime) -> Figures:
    begun = Questionnaire.objects.published().filter(opens_at__lte=now)
    is_open = Q(closes_at__gt=now)
    numbers = begun.aggregate(all=Count("pk"), open=Count("pk", filter=is_open))
    sent = Response.objects.sent().count()
    rows = [
        Figure("gehouden", numbers["all"]),
        Figure("nu open", numbers["open"]),
        Figure("keer ingevuld", sent),
    ]
    return Figures("Vragenlijsten", rows)
