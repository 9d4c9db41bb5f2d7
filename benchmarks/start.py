"""From the start of gunicorn to the first page: ours beside an empty Wagtail.

The empty one is what `wagtail start` makes, with the same packages, gunicorn settings
and number of workers, production settings of its own, and its database in SQLite. They
take turns, so that whatever else the machine does falls to both."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import begin, end, say
from benchmarks.site import BIN, ROOT, prepared, wait_for
from tests.journeys.running import free_port

TURNS = 7
EMPTY = "leeg"


def seconds_to_first_page(folder: Path, module: str, port: int, env: dict) -> float:
    """Until `/` answers 200; then it is stopped."""
    settings = str(ROOT / "gunicorn.conf.py")
    command = [str(BIN / "gunicorn"), "-c", settings, f"{module}.wsgi"]
    begun = time.perf_counter()
    running = subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_for(port, "/")
        return time.perf_counter() - begun
    finally:
        running.terminate()
        running.wait(timeout=30)


def empty_wagtail(folder: Path, port: int) -> dict[str, str]:
    """A project with a front page, ready to start, and its environment."""
    subprocess.run(
        [str(BIN / "wagtail"), "start", EMPTY, str(folder)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    own = folder / EMPTY / "settings" / "production.py"
    own.write_text(
        "from .base import *\nDEBUG = False\nSECRET_KEY = 'only-for-a-measurement'\n"
        "ALLOWED_HOSTS = ['127.0.0.1']\n"
    )
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env = kept | {
        "DJANGO_SETTINGS_MODULE": f"{EMPTY}.settings.production",
        "PORT": str(port),
    }
    for command in (["migrate", "-v0"], ["collectstatic", "-v0", "--no-input"]):
        manage = [sys.executable, "manage.py", *command]
        subprocess.run(manage, cwd=folder, env=env, check=True)
    return env


def main() -> None:
    with prepared() as site, tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        env = empty_wagtail(folder, port)
        seconds_to_first_page(folder, EMPTY, port, env)  # both have been read once
        seconds_to_first_page(ROOT, "config", site.port, dict(os.environ))
        empty, ours = [], []
        for _ in range(TURNS):
            empty.append(seconds_to_first_page(folder, EMPTY, port, env))
            ours.append(
                seconds_to_first_page(ROOT, "config", site.port, dict(os.environ))
            )
        begin()
        say("an empty Wagtail", statistics.median(empty), unit="s")
        say("ours", statistics.median(ours), unit="s")
        ratios = [one / other for one, other in zip(ours, empty, strict=True)]
        say("ours against the empty one", statistics.median(ratios), at_most=1.5)
    end()


if __name__ == "__main__":
    main()
