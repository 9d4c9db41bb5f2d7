"""What waits for a lead, and where a point may go on."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from community.points.models import Point, PointQuerySet, PointReport

State, Status = Point.State, Point.Status
LISTS = {
    "lezen": "Te lezen",
    "open": "Zonder antwoord",
    "bezig": "Gekozen en in uitwerking",
    "alles": "Alles",
}


def to_read(group) -> PointQuerySet:
    """New, or reported since somebody looked."""
    reported = PointReport.objects.filter(point=OuterRef("pk"), settled_at=None)
    waits = Q(state=State.WAITING) | Q(Exists(reported), state=State.SHOWN)
    return Point.objects.filter(waits, group=group).order_by("pk")


def listed(group, name: str) -> PointQuerySet:
    """By the name of one of the LISTS."""
    shown = Point.objects.shown().filter(group=group).most_supported()
    if name == "open":
        return shown.filter(status=Status.SUBMITTED)
    if name == "bezig":
        return shown.filter(status__in=[Status.CHOSEN, Status.WORKED_OUT])
    if name == "alles":
        there = Point.objects.exclude(state=State.ASKED).filter(group=group)
        return there.order_by("-pk")
    return to_read(group)


def goes_into(point: Point, words: str) -> QuerySet[Point]:
    """Points of the same group that have these words in their title."""
    others = Point.objects.shown().filter(group=point.group_id, merged_into=None)
    for word in words.split()[:6]:
        others = others.filter(title__icontains=word)
    return others.exclude(pk=point.pk).most_supported()
