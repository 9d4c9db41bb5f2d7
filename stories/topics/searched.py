"""Topics of which something can be read, among what a search finds."""

from django.urls import reverse

from home.search.sources import SOURCES, Result, Source
from stories.topics.told import told


def _result(name: str, slug: str, theme: str, theme_slug: str) -> Result:
    address = reverse("topic", args=[slug])
    return Result(name, address, "onderwerp", "", theme, theme_slug)


SOURCES.append(
    Source(
        "onderwerpen",
        "Onderwerpen",
        told,
        ("name", "slug", "theme__name", "theme__slug"),
        _result,
    )
)
