"""People in a list, as the component `people` takes them."""

from collections.abc import Iterable

from django.db.models import Prefetch
from wagtail.images.models import Filter

from home.pages.photo import Photo, Rendition
from home.pages.pictures import PORTRAIT

SMALL = Filter(spec=f"{PORTRAIT}|format-webp")


def with_portraits(lookup: str) -> Prefetch:
    """Their photos and what is made of them, in two queries for all."""
    return Prefetch(lookup, queryset=Photo.objects.prefetch_renditions(SMALL))


def portrait(photo: Photo | None) -> str:
    """A small picture beside a name; the name says it, so the text is empty."""
    if photo is None or photo.is_withheld:
        return ""
    try:
        rendition = photo.find_existing_rendition(SMALL)
    except Rendition.DoesNotExist:  # owed still, or its file is gone
        return ""
    return rendition.img_tag({"alt": "", "loading": "lazy"})


def as_people(persons: Iterable) -> list[dict]:
    """With what they do, and the way to their page."""
    return [
        {
            "name": person.name,
            "about": person.function,
            "interest": vars(person).get("declared", ""),
            "url": person.get_absolute_url(),
            "photo": portrait(person.photo),
        }
        for person in persons
    ]
