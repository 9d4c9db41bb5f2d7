"""Photos with their sizes and formats: on a card, or as wide as the column."""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from home.pages.pictures import (
    CARD,
    FORMATS,
    SQUARE,
    WIDE,
    Size,
    as_it_came,
    sizes,
    social_address,
)

register = template.Library()
register.simple_tag(social_address, name="social_photo")

type Made = tuple[tuple[str, tuple[Size, ...]], ...]  # per format, smallest first

COLUMN = "91vw"  # what the gutters leave of a phone; a pixel more is another size
# each in the form in which it was cut around its focus, and how wide it is shown
CARDS = {
    "": (CARD, f"(min-width: 62rem) 30rem, {COLUMN}"),
    "first": (CARD, f"(min-width: 62rem) 50rem, {COLUMN}"),
    "line": (SQUARE, "6.5rem"),
    "portrait": (SQUARE, "14rem"),
}
SOURCE = '<source type="image/{}" srcset="{}" sizes="{}">'
# what a browser without the better formats shows
FALLBACK = (
    '<img class="cover" src="{}" srcset="{}" sizes="{}" width="{}" height="{}" '
    'alt="{}" loading="{}"{} decoding="async">'
)


@register.simple_tag
def card_photo(photo, loading: str = "lazy", variant: str = "") -> SafeString:
    """Beside a title that links on, so it has no words of its own; "" without one."""
    if not photo:
        return SafeString("")
    slot, room = CARDS[variant or ""]
    if not sizes(photo, slot, "jpeg"):
        slot = CARD  # made before squares were
    return _picture(photo, slot, room=room, alt="", loading=loading)


@register.simple_tag
def wide_photo(photo, alt: str | None = None, loading: str = "lazy") -> SafeString:
    """As wide as the page; `alt` is what we see, by default the photo's own."""
    if alt is None:
        alt = photo.default_alt_text
    room = f"(min-width: 90rem) 85rem, {COLUMN}"
    return _picture(photo, WIDE, room=room, alt=alt, loading=loading)


def _picture(photo, slot, *, room: str, alt: str, loading: str) -> SafeString:
    """The largest that exists while its sizes are still owed; "" when its file is gone.

    Wagtail's own `Picture` writes attribute by attribute: ten times the work."""
    *better, plain = [(kind, tuple(sizes(photo, slot, kind))) for kind in FORMATS]
    if not plain[1] and (whole := as_it_came(photo)):
        plain = ("whole", (whole,))
    if not plain[1]:
        return SafeString("")
    made = (*(each for each in better if each[1]), plain)
    return _markup(made, room, conditional_escape(alt), loading)


@lru_cache(maxsize=2000)
def _markup(made: Made, room: str, alt: SafeString, loading: str) -> SafeString:
    """Drawn once in a process: it shows nothing that is not in its arguments."""
    *better, (_, plain) = made
    sources = format_html_join(
        "", SOURCE, ((kind, _srcset(sizes), room) for kind, sizes in better)
    )
    first = plain[0]
    eager = SafeString(' fetchpriority="high"' if loading == "eager" else "")
    told = (_srcset(plain), room, first.width, first.height, alt, loading, eager)
    image = format_html(FALLBACK, first.url, *told)
    return format_html("<picture>{}{}</picture>", sources, image)


def _srcset(sizes: Iterable[Size]) -> str:
    return ", ".join(f"{size.url} {size.width}w" for size in sizes)
