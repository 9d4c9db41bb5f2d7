"""Where the points stand in the working space, and on the page of the group."""

from django.db.models import Q

from community.points.desk.lists import to_read
from community.points.models import Point
from community.working_groups.doors import Door, door
from community.working_groups.piles import Pile, piles_up
from community.working_groups.sections import section

BEST = 3

door(
    Door(
        30,
        "Verbeterpunten",
        "Lezen, antwoorden, bundelen, en zelf een punt noteren.",
        "points_desk",
    )
)
piles_up(
    Pile(
        "verbeterpunt te lezen",
        "verbeterpunten te lezen",
        "points_desk",
        to_read,
        lambda moment: Q(written_at__gt=moment) | Q(reports__reported_at__gt=moment),
    )
)


@section(20, "community/points/section.html")
def points_of(group) -> dict:
    """The most supported ones; also without any there is the way to hand one in."""
    return {"points": _best(group)}


def _best(group) -> list[Point]:
    listed = Point.objects.listed().filter(group=group)
    return list(listed.most_supported()[:BEST])
