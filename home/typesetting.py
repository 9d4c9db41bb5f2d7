"""PDF by typst: one compiler per process, data in as data, letters it can draw."""

import json
import threading
import unicodedata
from functools import cache
from pathlib import Path

import typst
from anyascii import anyascii

CONTENT_TYPE = "application/pdf"
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


def pdf(source: Path, data: dict) -> bytes:
    """Tagged for screen readers (PDF/UA-1). Data goes in as JSON under the name of the
    source, so that a name can not change the program."""
    inputs = {source.stem: json.dumps(data)}
    with _lock:
        made = _compiler().compile(
            source.read_bytes(), format="pdf", pdf_standards="ua-1", sys_inputs=inputs
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
    """A word without end may be broken, or it would run off the paper."""
    return "\u200b".join(word[i : i + LONGEST] for i in range(0, len(word), LONGEST))


def _drawable(character: str) -> str:
    number = ord(character)
    if any(first <= number <= last for first, last in DRAWABLE):
        return character
    if unicodedata.category(character)[0] in "CSM":
        return " " if character.isspace() else ""
    return anyascii(character)
