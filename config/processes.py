"""Processes that live and die together: what `serve_all` starts and stops."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from multiprocessing import get_context

from django.conf import settings
from django.core.management import execute_from_command_line
from django.db import connections

ASKED_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STDOUT = 1
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


class Twin:
    """A `manage.py` command in a copy of this process: all that it imports is there.

    Answers as `Popen` does. Only Linux copies a process without a risk."""

    def __init__(self, arguments: Iterable[str], environment: dict[str, str]) -> None:
        connections.close_all()  # no two processes speak through one
        run = partial(_run, [*arguments], environment)
        self._process = get_context("fork").Process(target=run)
        self._process.start()
        self.pid: int = self._process.pid or 0
        os.setpgid(self.pid, self.pid)

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("manage.py", timeout or 0)
        return self._process.exitcode


def _run(arguments: list[str], environment: dict[str, str]) -> None:
    """What a process of its own would have: signals, standard output, arguments."""
    for number in ASKED_TO_STOP:
        signal.signal(number, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_WRONLY), STDOUT)
    os.environ.update(environment)
    sys.argv = [str(settings.BASE_DIR / "manage.py"), *arguments]
    execute_from_command_line(sys.argv)


class Together:
    """`manage.py` commands as processes; leaving the `with` leaves none behind."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen | Twin] = {}

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

    def start_at_once(self, name: str, *arguments: str, **environment: str) -> None:
        """As `start`, seconds sooner; of no use when the code has changed since."""
        if sys.platform == "linux":
            self.running[name] = Twin(arguments, environment)
        else:
            self.start(name, *arguments, **environment)

    def ended(self) -> list[Gone]:
        """Who ended since the last look, with the exit code; each is told once."""
        codes = {name: process.poll() for name, process in self.running.items()}
        gone = [Gone(name, code) for name, code in codes.items() if code is not None]
        for process in gone:
            del self.running[process.name]
        return gone

    @staticmethod
    def _signal(process: subprocess.Popen | Twin, number: signal.Signals) -> None:
        if process.poll() is None:
            os.killpg(process.pid, number)
