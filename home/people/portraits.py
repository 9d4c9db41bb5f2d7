"""People in a list, as the component `people` takes them."""

from collections.abc import Iterable

from django.utils.html import format_html

from home.pages.photo import Photo
from home.pages.pictures import PORTRAIT, bring_renditions, sizes

IMG = '<img src="{}" width="{}" height="{}" alt="" loading="lazy">'


def portrait(photo: Photo | None) -> str:
    """A small picture beside a name; the name says it, so the text is empty.

    Nothing while it is owed or withheld, or when its file is gone."""
    made = sizes(photo, [PORTRAIT], "webp") if photo else []
    return format_html(IMG, made[0].url, made[0].width, made[0].height) if made else ""


def as_people(persons: Iterable) -> list[dict]:
    """With what they do, and the way to their page; of persons with their photo."""
    found = list(persons)
    bring_renditions(person.photo for person in found)
    return [
        {
            "name": person.name,
            "about": person.function,
            "interest": vars(person).get("declared", ""),
            "url": person.get_absolute_url(),
            "photo": portrait(person.photo),
        }
        for person in found
    ]
