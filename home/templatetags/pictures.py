"""Photos with their sizes and formats: a card, or as wide as the column."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from home.pages.pictures import CARD, SOCIAL, WIDE, picture

register = template.Library()


@register.simple_tag
def card_photo(photo, loading: str = "lazy") -> SafeString:
    """Beside a title that links on, so it has no words of its own; "" without one."""
    if not photo:
        return mark_safe("")
    sizes = "(min-width: 62rem) 30rem, 100vw"
    return _picture(photo, CARD, sizes=sizes, alt="", loading=loading)


@register.simple_tag
def wide_photo(photo, alt: str | None = None, loading: str = "lazy") -> SafeString:
    """As wide as the page; `alt` is what we see, by default the photo's own."""
    if alt is None:
        alt = photo.default_alt_text
    sizes = "(min-width: 90rem) 85rem, 100vw"
    return _picture(photo, WIDE, sizes=sizes, alt=alt, loading=loading)


def _picture(photo, slot, **attrs) -> SafeString:
    """Nothing at all when the file is gone: a page is more than its photo."""
    attrs["class"] = "cover"
    attrs["decoding"] = "async"
    try:
        return picture(photo, slot, **attrs).__html__()
    except (SourceImageIOError, InvalidFilterSpecError):
        return mark_safe("")


@register.simple_tag
def social_photo(photo) -> str:
    """The address of the photo for Open Graph; "" when there is none."""
    if not photo:
        return ""
    try:
        return photo.get_rendition(SOCIAL).full_url
    except SourceImageIOError:
        return ""
