"""The sizes and formats in which photos are shown: owed, made by `tick` or a worker."""

import logging
from collections.abc import Iterable, Iterator
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

CARD = ("fill-480x320", "fill-720x480", "fill-960x640")
SQUARE = ("fill-240x240", "fill-480x480")
WIDE = ("width-800", "width-1600")
SOCIAL = "fill-1200x630"
PORTRAIT = "fill-96x96"
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
    """What is made of the photo in one format, the smallest size first."""
    if photo.is_withheld:
        return []
    if not hasattr(photo, "made"):
        bring_renditions([photo])
    wanted = [_filter(size, kind) for size in slot]
    keys = [(each.spec, each.get_cache_key(photo)) for each in wanted]
    return [photo.made[key] for key in keys if key in photo.made]


def as_it_came(photo: Photo) -> Size | None:
    """The file of the maker, until the sizes are made; None when it is gone."""
    if photo.is_withheld or not photo.file.storage.exists(photo.file.name):
        return None
    return Size(photo.file.name, photo.width, photo.height)


def social_address(photo: Photo | None) -> str:
    """Where the photo stands for who shares the page; "" when there is none."""
    if not photo:
        return ""
    made = sizes(photo, [SOCIAL], "jpeg")
    return settings.SITE_URL + made[0].url if made else ""


def make_renditions(photo: Photo) -> None:
    """All that is owed: never in a request, so nobody waits for it."""
    for wanted in owed():
        in_turn(photo.get_rendition, wanted)


@cache
def owed() -> list[Filter]:
    """Every size in every format, one to share and one beside a name."""
    shown = [
        _filter(size, kind) for size in (*CARD, *SQUARE, *WIDE) for kind in FORMATS
    ]
    return [*shown, _filter(SOCIAL, "jpeg"), _filter(PORTRAIT, "webp")]


def make_missing(*, now: datetime) -> int:
    """For `tick`: a photo is ready before the page that shows it is published.

    Returns how many photos were; a handful a round, so that the mail does not wait."""
    done = 0
    for photo in _lacking(now):
        try:
            make_renditions(photo)
        except SourceImageIOError:
            logger.info("a photo has no file", extra={"photo": photo.pk})
            continue
        done += 1
        if done == A_ROUND:
            break
    return done


def _lacking(now: datetime) -> Iterator[Photo]:
    """The newest first; then those whose focus moved after their sizes were made."""
    shown = Photo.objects.shown(timezone.localdate(now)).order_by("-pk")
    specs = [each.spec for each in owed()]
    made = Count("renditions", filter=Q(renditions__filter_spec__in=specs))
    yield from shown.annotate(n=made).filter(n__lt=len(specs))
    with_focus = shown.exclude(focal_point_x=None).prefetch_related("renditions")
    for photo in with_focus.iterator(chunk_size=200):
        have = {
            (one.filter_spec, one.focal_point_key) for one in photo.renditions.all()
        }
        if any((each.spec, each.get_cache_key(photo)) not in have for each in owed()):
            yield photo
