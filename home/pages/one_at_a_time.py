"""Work that takes a lot of memory for a moment: in turn, and what it took goes back."""

import ctypes
import threading
from collections.abc import Callable
from functools import cache

_turn = threading.Lock()


def in_turn[**P, R](work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """One at a time in this process: resizing a photo takes 100 MB, four take 400."""
    with _turn:
        try:
            return work(*args, **kwargs)
        finally:
            _trim()(0)


@cache
def _trim() -> Callable[[int], int]:
    """glibc keeps what was freed, for a next time that may never come."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return int  # another C library: nothing to do
