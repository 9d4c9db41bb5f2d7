"""What the screens of a session show: drawn once for each version, not per viewer.

Three hundred viewers ask every three seconds whether something changed. A process asks
the database at most twice a second for the number of the version; who has that version
gets an answer without a body, the others the same bytes (docs/decisions/0046)."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from django.db.models import BigIntegerField, QuerySet

from home.statements import Blank, Statement

ASKED_ANEW = 0.5  # seconds
MOST = 200  # screens that a process remembers

type Screen = tuple[int, str]


class Versions:
    """Of sessions that take questions and can be seen; None of any other."""

    def __init__(self, ask: Callable[[], QuerySet]) -> None:
        self._statement = Statement(ask)
        self._known: OrderedDict[int, tuple[int | None, float]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, number: int) -> int | None:
        version, asked = self._known.get(number, (None, float("-inf")))
        if time.monotonic() - asked > ASKED_ANEW:
            rows = self._statement.rows(session=number)
            version = rows[0][0] if rows else None
            self._remember(number, version)
        return version

    def _remember(self, number: int, version: int | None) -> None:
        with self._lock:
            self._known[number] = version, time.monotonic()
            self._known.move_to_end(number)
            while len(self._known) > MOST:
                self._known.popitem(last=False)


class Drawn:
    """The last drawing of each screen."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Screen, tuple[int, str]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, screen: Screen, version: int, draw: Callable[[], str]) -> str:
        """What is drawn is at least as new as its version, which was asked before."""
        known, text = self._kept.get(screen, (None, ""))
        if known != version:
            text = draw()
            with self._lock:
                self._kept[screen] = version, text
                self._kept.move_to_end(screen)
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return text


SESSION = Blank("session", BigIntegerField())
