"""The picture of a page where it is shared: 1200 by 630, drawn by typst.

The title, the theme and the waveform go in as data (sys_inputs), never as source
text: a title can not change the program that draws it."""

import hashlib
import threading
from functools import cache
from pathlib import Path
from typing import cast

import typst
from django.urls import reverse

from home.covers import waveform

SOURCE = Path(__file__).with_name("social.typ")
NAMES = {"kwaliteit": "Kwaliteit", "imago": "Imago", "mens": "Mens"}
LONGEST = 140
# the compiler keeps state between two compilations
_lock = threading.Lock()


@cache
def _compiler() -> typst.Compiler:
    """One per process: reading the fonts is the slow part."""
    return typst.Compiler(ignore_system_fonts=True)


@cache
def _source() -> bytes:
    return SOURCE.read_bytes()


@cache
def _design() -> bytes:
    """Changes with the drawing itself, so that no old picture stays in a cache."""
    files = (SOURCE, Path(waveform.__file__), SOURCE.with_name("layouts.py"))
    return b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)


def digest(title: str, theme: str) -> str:
    """Names the content: another title or another design has another address."""
    said = f"{title}\n{theme}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(_design() + said).hexdigest()[:16]


def address(page) -> str:
    """Where the picture of a page is served."""
    theme = getattr(page, "theme_slug", "") or ""
    return reverse("social_picture", args=[page.pk, digest(page.title, theme)])


def picture(title: str, theme: str) -> bytes:
    """The PNG; whatever the title is made of, it gives a picture."""
    shown = printable(title)
    inputs = {
        "title": shown,
        "theme": NAMES.get(theme, ""),
        "ink": waveform.SHADES[theme if theme in NAMES else ""],
        "cover": waveform.standalone_svg(title, theme),
    }
    with _lock:
        drawn = _compiler().compile(_source(), format="png", ppi=72, sys_inputs=inputs)
    return cast("bytes", drawn)  # one page gives one picture


def printable(title: str) -> str:
    """No control characters or surrogates, and short enough to be read at a glance."""
    clean = "".join(c if c.isprintable() else " " for c in title)
    words = " ".join(clean.split())
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
