"""Two voices as one picture: a title, spoken.

Every letter has a loudness (vowels loud, plosives short, a space is a pause).
Voice A speaks that line; voice B is its complement: where one speaks, the other
listens. The same text gives the same picture on every machine: no randomness, no
clock, only the text. The digest of the text chooses the layout, the colours, the
number of teeth, the slope, and the side that each voice speaks from."""

import hashlib
import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from home.covers.layouts import HEIGHT, LAYOUTS, WIDTH

THEMES = ("kwaliteit", "imago", "mens")
COLOURS = ("tint", "deep", "paper", "calm")

# where no style sheet reaches: the light scheme of static/css/tokens.css
INK, VOICE = "#17182b", "#f8521b"
TINTS = {"kwaliteit": "#cfe6dc", "imago": "#d8dcf8", "mens": "#f8d6e3", "": "#ece5d5"}
SHADES = {"kwaliteit": "#00584d", "imago": "#2c3bb8", "mens": "#94164f", "": INK}
PAPER = "#ece5d5"

_LOUD = {"a": 1.0, "o": 0.92, "e": 0.84, "u": 0.74, "i": 0.68, "y": 0.66}
_LOUD |= dict.fromkeys("bptdkgcq", 0.44) | dict.fromkeys("mnlrwj", 0.5)
_LOUD |= dict.fromkeys("fvszhx", 0.3) | dict.fromkeys("0123456789", 0.6)
_PAUSE = 0.04


@dataclass(frozen=True)
class Drawing:
    """One cover: two paths of round-ended strokes on a ground."""

    layout: str
    colours: str
    voice_a: str
    voice_b: str
    stroke: int
    transform: str


def digest_of(text: str) -> bytes:
    """The bytes that decide; a lone surrogate is text too."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def loudness(text: str, count: int) -> list[float]:
    """`count` values from 0 to 1: the text as a spoken line."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    line = [_LOUD.get(c, _PAUSE) for c in plain if not unicodedata.combining(c)]
    line = line or [0.5]
    bend = digest_of(text)
    out = []
    for i in range(count):
        # sample the letters, and bend each value a little by a byte of the digest
        position = i * (len(line) - 1) / max(count - 1, 1)
        low = math.floor(position)
        high = min(low + 1, len(line) - 1)
        value = line[low] + (line[high] - line[low]) * (position - low)
        out.append(value * (0.8 + 0.4 * bend[i % 32] / 255))
    return _stretched(_softened(out))


def _softened(values: list[float]) -> list[float]:
    """A tooth leans on its neighbours, so the line wanders and does not flicker."""
    last = len(values) - 1
    return [
        (values[max(i - 1, 0)] + 2 * v + values[min(i + 1, last)]) / 4
        for i, v in enumerate(values)
    ]


def _stretched(values: list[float]) -> list[float]:
    """The softest becomes 0 and the loudest 1."""
    bottom, top = min(values), max(values)
    if top - bottom < 1e-6:
        return [0.5] * len(values)
    return [(v - bottom) / (top - bottom) for v in values]


@lru_cache(maxsize=1024)
def draw(text: str) -> Drawing:
    """What the text looks like, whatever the theme."""
    choice = digest_of(text)
    name = list(LAYOUTS)[choice[1] % len(LAYOUTS)]
    layout = LAYOUTS[name]
    count = layout.counts[choice[3] % len(layout.counts)]
    voices = layout.draw(loudness(text, count), choice[6] / 255 - 0.5)
    # either voice may begin
    a, b = voices if choice[4] % 2 else reversed(voices)
    # turns[0] is the plain way; a mirror is a turn too
    turns = ["", f"translate({WIDTH}) scale(-1 1)", *layout.turns]
    return Drawing(
        layout=name,
        colours=COLOURS[choice[2] % len(COLOURS)],
        voice_a=a,
        voice_b=b,
        stroke=layout.stroke(count),
        transform=turns[choice[5] % len(turns)],
    )


def cover_svg(text: str, theme: str = "") -> str:
    """For a page: colours by class, so light, dark and print follow the style sheet."""
    drawing = draw(text)
    named = f' data-theme="{theme}"' if theme in THEMES else ""
    return (
        f'<svg class="cover {drawing.colours}"{named} viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        f"{_voices(drawing, 'class="a"', 'class="b"')}</svg>"
    )


def standalone_svg(text: str, theme: str = "") -> str:
    """For a file or another document: colours written in it."""
    drawing = draw(text)
    theme = theme if theme in THEMES else ""
    tint, shade = TINTS[theme], SHADES[theme]
    ground, a, b = {
        "tint": (tint, shade, VOICE),
        "deep": (shade, tint, VOICE),
        "paper": (PAPER, shade, VOICE),
        "calm": (tint, shade, INK if theme else VOICE),
    }[drawing.colours]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" fill="none">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{ground}"/>'
        f'<g stroke-linecap="round">'
        f"{_voices(drawing, f'stroke="{a}"', f'stroke="{b}"')}</g></svg>"
    )


def _voices(drawing: Drawing, a: str, b: str) -> str:
    turned = f' transform="{drawing.transform}"' if drawing.transform else ""
    return (
        f'<g stroke-width="{drawing.stroke}"{turned}>'
        f'<path {a} d="{drawing.voice_a}"/><path {b} d="{drawing.voice_b}"/></g>'
    )
