"""Processes that live and die together: what `serve_all` starts and stops."""

import os
import signal
import subprocess
import sys

from django.conf import settings

ASKED_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 5  # seconds between asking a process to stop and making it


class Gone(Exception):
    """A process that should have stayed has ended."""

    def __init__(self, name: str, code: int):
        super().__init__(name, code)
        self.name, self.code = name, code


def stop_asked(number, frame) -> None:
    """Leave by the same door as everything else: through the `with`.

    Who is told twice (`make` passes on what its group got too) leaves once."""
    ignore_the_next()
    raise SystemExit(0)


def ignore_the_next() -> None:
    for number in ASKED_TO_STOP:
        signal.signal(number, signal.SIG_IGN)


class Together:
    """`manage.py` commands as processes; leaving the `with` leaves none behind."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen] = {}

    def __enter__(self):
        for number in ASKED_TO_STOP:
            signal.signal(number, stop_asked)
        return self

    def __exit__(self, *exception) -> None:
        ignore_the_next()
        for process in self.running.values():
            self._signal(process, signal.SIGTERM)
        for process in self.running.values():
            try:
                process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self._signal(process, signal.SIGKILL)
                process.wait()

    def start(self, name: str, *arguments: str, **environment: str) -> None:
        """A group of its own, so that a signal also reaches what it starts itself.

        What it says on its standard output is not shown, what goes wrong is."""
        self.running[name] = subprocess.Popen(  # noqa: S603  # our own commands
            [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def ended(self) -> list[Gone]:
        """Who ended since the last look, with the exit code; each is told once."""
        codes = {name: process.poll() for name, process in self.running.items()}
        gone = [Gone(name, code) for name, code in codes.items() if code is not None]
        for process in gone:
            del self.running[process.name]
        return gone

    @staticmethod
    def _signal(process: subprocess.Popen, number: signal.Signals) -> None:
        if process.poll() is None:
            os.killpg(process.pid, number)
