"""How often a page is read: its number on a line, and nothing about who asked for it.

A line in a file costs no question to the database; `tick` adds the lines up. In a rush
they are written once a second: opening a file takes as long as a whole kept page."""

import atexit
import logging
import os
import re
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

EVERY = 1  # seconds
NO_READER = re.compile("bot|crawl|spider|slurp|preview|monitor", re.IGNORECASE)

noted: deque[int] = deque()
_written = float("-inf")


def note(page: int, asked: dict) -> None:
    """That somebody asked for it; `asked` is as the server hands it over."""
    if (
        asked["REQUEST_METHOD"] != "GET"
        or "HTTP_SEC_PURPOSE" in asked  # fetched by a browser that expects a click
        or NO_READER.search(asked.get("HTTP_USER_AGENT", ""))
    ):
        return
    noted.append(page)
    if time.monotonic() - _written > EVERY:
        write_down()


@atexit.register
def write_down() -> None:
    """All that this process noted since the last time."""
    global _written
    _written = time.monotonic()
    lines = b""
    with suppress(IndexError):  # two at once write a part each
        while True:
            lines += b"%d\n" % noted.popleft()
    if not lines:
        return
    try:
        file = os.open(_file(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        os.write(file, lines)
        os.close(file)
    except OSError:  # a full disk spoils no page
        logger.warning("a reading is not counted", exc_info=True)


@contextmanager
def taken() -> Iterator[Counter[int]]:
    """How often each page was read since the last time; gone when that is written."""
    lines, aside = _file(), _file().with_suffix(".aside")
    if lines.exists() and not aside.exists():  # else the last time was broken off
        lines.rename(aside)
    read = aside.read_bytes().split() if aside.exists() else []
    yield Counter(map(int, read))
    aside.unlink(missing_ok=True)


def _file() -> Path:
    return settings.VAR_DIR / "readings"
