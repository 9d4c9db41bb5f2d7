"""The site in processes of its own, as `make run` starts it."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path

from home.mail.outbox import LINE
from home.static_files import STYLES, bundled
from tests.journeys.shell import Shell
from tests.migrated import copy_kept, wait_while_it_is_made

ROOT = Path(__file__).resolve().parents[2]  # the benchmarks have no settings yet
STATIC = ROOT / "static"
PATIENCE = 1200  # seconds until the demo content stands, on a slow machine


@dataclass
class Site:
    """Where it answers, and where it writes."""

    port: int
    var: Path
    log: Path

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def stripe(self) -> str:
        """The fake payment provider."""
        return f"http://127.0.0.1:{self.port + 1}"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **bare_environment(),
            "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
            "PORT": str(self.port),
            "VAR_DIR": str(self.var),
            "PYTHONUNBUFFERED": "1",
        }

    @cached_property
    def shell(self) -> Shell:
        return Shell(self.environment)

    def run(self, code: str) -> str:
        """What time or a stranger does, in Python; returns what it prints."""
        return self.shell.run(code)

    def pass_a_minute(self) -> None:
        """What `make run` does every minute; here nothing does."""
        self.run(
            "from django.core.management import call_command; call_command('tick')"
        )

    def said(self) -> str:
        return self.log.read_text()

    def mails(self, to: str) -> list[EmailMessage]:
        """What this person got until now, in no order; half a mail is none."""
        files = (self.var / "mail").glob("*.log")
        kept = [part for file in files for part in file.read_bytes().split(LINE)[:-1]]
        theirs = [part for part in kept if to.encode() in part]
        mails = [message_from_bytes(part, policy=policy.default) for part in theirs]
        return [mail for mail in mails if to in mail["To"]]

    def mail(
        self, to: str, subject: str, *, text: str = "", seconds: float = 120
    ) -> EmailMessage:
        """The one mail with these words in subject and text; waits until it is there.

        The one and not the newest: mails of one second are in no order."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            mails = self.mails(to)
            found = [
                mail
                for mail in mails
                if re.search(subject, mail["Subject"])
                and text in mail.get_body(("plain",)).get_content()
            ]
            if found:
                break
            time.sleep(0.1)
        subjects = [mail["Subject"] for mail in mails]
        assert len(found) == 1, f"not one {subject!r} for {to}; there are {subjects}"
        return found[0]


def bare_environment() -> dict[str, str]:
    """Without the settings of whoever runs the tests."""
    return {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}


def free_port() -> int:
    """A port that is free together with the one after it.

    Below those that a system lends to whoever calls: one of these would be lent away
    before the site stands."""
    while True:
        port = random.randrange(20_000, 30_000)
        with socket.socket() as one, socket.socket() as next_one:
            try:
                one.bind(("127.0.0.1", port))
                next_one.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


@contextmanager
def running_site(var: Path) -> Iterator[Site]:
    """`manage.py serve_all` with development settings, an own database and folder.

    A minute passes when a journey says so; one by itself would come in between."""
    var.mkdir(parents=True, exist_ok=True)
    bundle_the_styles(var / "bundled")
    wait_while_it_is_made()
    copy_kept(var / "db.sqlite3")
    site = Site(port=free_port(), var=var, log=var / "serve_all.log")
    with site.log.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve_all", "--uit-zichzelf-niets"],
            cwd=ROOT,
            env=site.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until_it_stands(process, site)
        yield site
    finally:
        if "shell" in vars(site):
            site.shell.close()
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)


def bundle_the_styles(place: Path) -> None:
    """Twenty sheets for each page cost a browser more than the page itself."""
    sheet = place / STYLES
    sheet.parent.mkdir(parents=True)
    sheet.write_text(bundled(lambda name: (STATIC / name).read_text()))


def wait_until_it_stands(process: subprocess.Popen, site: Site) -> None:
    end = time.monotonic() + PATIENCE
    while "Ctrl-C" not in site.said():
        if process.poll() is not None or time.monotonic() > end:
            raise AssertionError(f"the site did not start:\n{site.said()}")
        time.sleep(0.1)
