"""The sizes and formats in which photos are shown, made once and fetched together."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects
from wagtail.images.models import Filter, Picture

from home.pages.photo import Photo

CARD = ("fill-480x320", "fill-960x640")
WIDE = ("width-800", "width-1600")
SOCIAL = "fill-1200x630|format-jpeg"
FORMATS = ("avif", "webp", "jpeg")


def specs(slot: Iterable[str]) -> list[str]:
    """Every size in every format; the smallest comes first and is the fallback."""
    return [f"{size}|format-{kind}" for kind in FORMATS for size in slot]


def bring_renditions(photos: Iterable[Photo | None]) -> None:
    """One query for the renditions of all photos of a page."""
    prefetch_related_objects([photo for photo in photos if photo], "renditions")


def picture(photo: Photo, slot: tuple[str, ...], **attrs) -> Picture:
    """The `<picture>` of a photo; what exists is not written to the cache again."""
    filters = [Filter(spec=spec) for spec in specs(slot)]
    found = photo.find_existing_renditions(*filters)
    if len(found) == len(filters):
        renditions = {each.spec: found[each] for each in filters}
    else:
        renditions = photo.get_renditions(*filters)
    return Picture(renditions, attrs)


def make_renditions(photo: Photo) -> None:
    """All sizes at once, so that no reader has to wait for them."""
    photo.get_renditions(*specs(CARD), *specs(WIDE), SOCIAL)
