"""A fresh clone to its first page, with a warm package cache; and the second start.

What a newcomer does: `git clone`, `make run`, open the address that it prints."""

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.figures import begin, end, say
from benchmarks.site import ROOT, wait_for
from tests.journeys.running import free_port


def seconds_to_first_page(folder: Path, port: int) -> float:
    """From the command until `/` answers 200; then everything is stopped."""
    own = {"VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE", "MAKEFLAGS", "MAKELEVEL"}
    environment = {name: os.environ[name] for name in os.environ if name not in own}
    begun = time.perf_counter()
    running = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(port, "/", patience=300)
        return time.perf_counter() - begun
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(timeout=30)


def main() -> None:
    begin()
    with tempfile.TemporaryDirectory(prefix="geluid-bench-") as parent:
        folder = Path(parent) / "clone"
        begun = time.perf_counter()
        subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
        cloned = time.perf_counter() - begun
        port = free_port()
        first = cloned + seconds_to_first_page(folder, port)
        say("clone to first page", first, at_most=90, unit="s")
        second = seconds_to_first_page(folder, port)
        say("second start to first page", second, at_most=10, unit="s")
    end()


if __name__ == "__main__":
    main()
