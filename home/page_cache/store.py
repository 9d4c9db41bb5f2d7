"""The pages that a process keeps: a bounded number of bytes, the oldest go first."""

import threading
import time
from collections import OrderedDict
from functools import cache as once
from typing import NamedTuple

MOST_BYTES = 8 * 1024 * 1024
LARGEST = 256 * 1024  # of one page

type Key = tuple[str, ...]


class Kept(NamedTuple):
    """An answer as it went out, and until when it is true."""

    content: bytes
    headers: dict[str, str]
    generation: object
    until: float  # by `time.monotonic`
    page: int | None = None  # of which readings are noted


class Store:
    """Safe for the threads of one process."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._pages: OrderedDict[Key, Kept] = OrderedDict()
        self._most, self._bytes = most_bytes, 0
        self._lock = threading.Lock()

    def get(self, key: Key, generation: object) -> Kept | None:
        """Only what is of this generation, and whose time has not come."""
        kept = self._pages.get(key)
        if not kept or kept.generation != generation or kept.until < time.monotonic():
            return None
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
        return kept

    def keep(self, key: Key, page: Kept) -> None:
        if len(page.content) > LARGEST:
            return
        with self._lock:
            self._forget(key)
            self._pages[key] = page
            self._bytes += len(page.content)
            while self._bytes > self._most:
                self._forget(next(iter(self._pages)))

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _forget(self, key: Key) -> None:
        if gone := self._pages.pop(key, None):
            self._bytes -= len(gone.content)

    def __len__(self) -> int:
        return len(self._pages)


@once
def pages() -> Store:
    """Those of this process."""
    return Store()
