"""One half as a PDF: A4, one page, tagged for screen readers (PDF/UA-1)."""

import json
import threading
import unicodedata
from functools import cache
from pathlib import Path

import typst
from anyascii import anyascii
from django.conf import settings

from events.passes import qr
from events.passes.halves import Half
from home.covers.waveform import loudness

CONTENT_TYPE = "application/pdf"
SOURCE = Path(__file__).with_name("ticket.typ")
# what the fonts inside typst can draw: Latin, Greek, Cyrillic, punctuation, money
DRAWABLE = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x1E00, 0x1EFF), (0x370, 0x3FF)),
    *((0x400, 0x45F), (0x2010, 0x2027), (0x20AC, 0x20AC)),
)
LONGEST = 30
# the compiler keeps state between two compilations
_lock = threading.Lock()


@cache
def _compiler() -> typst.Compiler:
    """One per process: reading the fonts is the slow part."""
    return typst.Compiler(ignore_system_fonts=True)


def ticket_pdf(half: Half) -> bytes:
    """All data goes in as data, so that a name can not change the program."""
    size, path = qr.drawing(half.code)
    data = {
        "site": settings.SITE_NAME,
        "side": half.side,
        "event": drawable(half.event.name),
        "role": drawable(half.role),
        "name": drawable(half.name),
        "memo": loudness(half.name, 26),
        "qr": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path d="{path}"/></svg>',
        "when": half.when,
        "venue": drawable(half.event.venue),
        "address": drawable(half.event.address),
        "reference": half.reference,
        "note": half.note,
    }
    inputs = {"half": json.dumps(data)}
    with _lock:
        made = _compiler().compile(
            SOURCE.read_bytes(), format="pdf", pdf_standards="ua-1", sys_inputs=inputs
        )
    if not isinstance(made, bytes):
        raise TypeError("typst made something else than one document")
    return made


def drawable(text: str) -> str:
    """A letter the fonts lack would be an empty box: write it in Latin letters.

    On screen the name stays as it was typed; pictures (emoji) are left out."""
    kept = "".join(_drawable(c) for c in unicodedata.normalize("NFC", text))
    return " ".join(_breakable(word) for word in kept.split()) or "–"


def _breakable(word: str) -> str:
    """A word without end may be broken, or it would run off the ticket."""
    return "\u200b".join(word[i : i + LONGEST] for i in range(0, len(word), LONGEST))


def _drawable(character: str) -> str:
    number = ord(character)
    if any(first <= number <= last for first, last in DRAWABLE):
        return character
    if unicodedata.category(character)[0] in "CSM":
        return " " if character.isspace() else ""
    return anyascii(character)
