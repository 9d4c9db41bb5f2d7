"""The sizes and formats in which photos are shown, made once and fetched together."""

import logging
from collections.abc import Iterable
from datetime import datetime
from functools import cache, lru_cache
from typing import NamedTuple

from django.conf import settings
from django.db.models import BigIntegerField, Count, Q
from django.utils import timezone
from wagtail.images.models import Filter, SourceImageIOError

from home.pages.one_at_a_time import in_turn
from home.pages.photo import Photo, Rendition
from home.statements import StatementOfMany

logger = logging.getLogger(__name__)

CARD = ("fill-480x320", "fill-960x640")
WIDE = ("width-800", "width-1600")
SOCIAL = "fill-1200x630"
FORMATS = ("avif", "webp", "jpeg")
A_ROUND = 10  # photos that one `tick` makes ready


class Size(NamedTuple):
    """One rendition: no more of its row than a page shows."""

    name: str
    width: int
    height: int

    @property
    def url(self) -> str:
        return _address(self.name)


@lru_cache(maxsize=5000)
def _address(name: str) -> str:
    """Where a file is served; of one name always the same."""
    return Rendition._meta.get_field("file").storage.url(name)


@cache
def _filter(size: str, kind: str) -> Filter:
    """It takes its spec apart once; every page asks for the same few."""
    return Filter(spec=f"{size}|format-{kind}")


def bring_renditions(photos: Iterable[Photo | None]) -> None:
    """One query for the renditions of all photos of a page."""
    shown = [photo for photo in photos if photo]
    of_photo: dict[int, dict] = {photo.pk: {} for photo in shown}
    for photo in shown:
        photo.made = of_photo[photo.pk]
    for pk, spec, focus, *size in MADE.rows(of_photo):
        of_photo[pk][spec, focus] = Size(*size)


MADE = StatementOfMany(
    lambda photos: Rendition.objects.filter(image__id__in=photos).values_list(
        "image", "filter_spec", "focal_point_key", "file", "width", "height"
    ),
    BigIntegerField(),
)


def sizes(photo: Photo, slot: Iterable[str], kind: str) -> list[Size]:
    """The photo in one format, the smallest size first; what lacks is made."""
    if photo.is_withheld:
        raise SourceImageIOError
    if not hasattr(photo, "made"):
        bring_renditions([photo])
    return [_size(photo, _filter(size, kind)) for size in slot]


def _size(photo: Photo, wanted: Filter) -> Size:
    key = (wanted.spec, wanted.get_cache_key(photo))
    if key not in photo.made:
        one = in_turn(photo.get_rendition, wanted)
        photo.made[key] = Size(one.file.name, one.width, one.height)
    return photo.made[key]


def social_address(photo: Photo | None) -> str:
    """Where the photo stands for who shares the page; "" when there is none."""
    if not photo:
        return ""
    try:
        [size] = sizes(photo, [SOCIAL], "jpeg")
    except SourceImageIOError:  # its file is gone
        return ""
    return settings.SITE_URL + size.url


def make_renditions(photo: Photo) -> None:
    """All sizes at once, so that no reader has to wait for them."""
    for kind in FORMATS:
        sizes(photo, (*CARD, *WIDE), kind)
    social_address(photo)


def make_missing(*, now: datetime) -> int:
    """For `tick`: a photo is ready before the page that shows it is published.

    Returns how many photos were; a handful a round, so that the mail does not wait."""
    every = [_filter(size, kind).spec for size in (*CARD, *WIDE) for kind in FORMATS]
    made = Count("renditions", filter=Q(renditions__filter_spec__in=every))
    shown = Photo.objects.shown(timezone.localdate(now))
    lacking = shown.annotate(n=made).filter(n__lt=len(every)).order_by("-pk")
    done = 0
    for photo in lacking:
        try:
            make_renditions(photo)
        except SourceImageIOError:
            logger.info("a photo has no file", extra={"photo": photo.pk})
            continue
        done += 1
        if done == A_ROUND:
            break
    return done
