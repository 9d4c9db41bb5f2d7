"""Points among what a search finds: only those that can be read."""

from django.urls import reverse

from community.points.models import Point
from home.search.sources import SOURCES, Result, Source


def _shown():
    return Point.objects.listed().filter(state=Point.State.SHOWN)


def _result(  # all are text
    title: str, text: str, status: str, theme: str, slug: str, pk: str
) -> Result:
    kind = f"verbeterpunt, {Point.Status(status).label}"
    return Result(title, reverse("point", args=[pk]), kind, text, theme, slug)


SOURCES.append(
    Source(
        "verbeterpunten",
        "Verbeterpunten",
        _shown,
        ("title", "text", "status", "group__theme__name", "group__theme__slug", "pk"),
        _result,
        inflected=True,
    )
)
