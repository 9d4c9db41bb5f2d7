"""People in a list, as the component `people` takes them."""

from collections.abc import Iterable

from django.db.models import Prefetch
from wagtail.images.models import SourceImageIOError

from home.pages.photo import Photo

PORTRAIT = "fill-96x96|format-webp"


def with_portraits(lookup: str) -> Prefetch:
    """Their photos and what is made of them, in two queries for all."""
    return Prefetch(lookup, queryset=Photo.objects.prefetch_renditions(PORTRAIT))


def portrait(photo: Photo | None) -> str:
    """A small picture beside a name; the name says it, so the text is empty."""
    if photo is None:
        return ""
    try:
        rendition = photo.get_rendition(PORTRAIT)
    except SourceImageIOError:  # its file is gone, or it may not be shown
        return ""
    return rendition.img_tag({"alt": "", "loading": "lazy"})


def as_people(persons: Iterable) -> list[dict]:
    """With what they do, and the way to their page."""
    return [
        {
            "name": person.name,
            "about": person.function,
            "url": person.get_absolute_url(),
            "photo": portrait(person.photo),
        }
        for person in persons
    ]
