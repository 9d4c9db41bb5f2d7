"""What `make run` does while the site runs, on a clock that only sleeping moves."""

import os
import re
import socket
import subprocess
import sys
from io import StringIO
from math import inf

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config.demo.logins import LOGINS
from config.management.commands.serve_all import (
    SITE,
    STRIPE,
    TICK,
    Command,
    migrations,
)
from config.processes import Together
from tests.journeys.running import free_port


class Clock:
    """An hour later it is enough."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.now > 3600:
            raise KeyboardInterrupt


class Lasting:
    """A process that ends with this code after that many looks."""

    def __init__(self, code: int, looks: float = 0):
        self.code, self.looks = code, looks

    def poll(self) -> int | None:
        self.looks -= 1
        return None if self.looks > 0 else self.code


class Noted(Together):
    """Writes down what is started, and when; nothing is."""

    def __init__(self, clock: Clock, **lasting: float):
        super().__init__()
        self.clock, self.lasting = clock, lasting
        self.notes: list[tuple[float, str]] = []

    def start(self, name, *arguments, **environment):
        self.notes.append((self.clock.now, arguments[0]))
        self.running[name] = Lasting(0, self.lasting.get(arguments[0], 1))


@pytest.fixture
def watch():
    """An hour of `make run`; returns when which command was started."""

    def hour(*running: tuple[str, Lasting], ticks=True, **lasting) -> list:
        clock = Clock()
        command = Command(stdout=StringIO())
        command.processes = Noted(clock, **lasting)
        command.processes.running = dict(running)
        command.site, command.port, command.migrations = "", 8000, migrations()
        with pytest.raises(KeyboardInterrupt):
            command.watch(ticks=ticks, clock=clock)
        return command.processes.notes

    return hour


def test_tick_comes_at_once_and_every_minute(watch):
    assert watch() == [(60.0 * minute, "tick") for minute in range(61)]


def test_a_round_that_takes_long_is_not_overtaken(watch):
    minute_and_a_half = 180  # looks

    notes = watch(tick=minute_and_a_half)

    assert notes[:3] == [(0, "tick"), (90, "tick"), (180, "tick")]


def test_a_failed_round_is_no_reason_to_stop(watch):
    assert len(watch((TICK, Lasting(1)))) == 61


def test_changed_code_starts_the_site_again(watch):
    changed = (SITE, Lasting(3))

    assert watch(changed, ticks=False, runserver=inf) == [(0, "runserver")]


@pytest.mark.parametrize(("name", "code"), [(SITE, 1), (SITE, 0), (STRIPE, 3)])
def test_whatever_else_ends_ends_everything(watch, name, code):
    with pytest.raises(CommandError, match=f"^{name} is gestopt .code {code}"):
        watch((name, Lasting(code)))


def test_it_ticks_unless_it_is_told_not_to():
    parser = Command().create_parser("manage.py", "serve_all")

    assert parser.parse_args([]).uit_zichzelf_niets is False


def test_it_prints_every_door():
    command = Command()
    command.site, command.port = "http://127.0.0.1:8010", 8010

    told = command.what_to_open()

    doors = ("8010/\n", "8010/cms/", "8010/dev/post/", "8011/", "8010/stijlgids/")
    assert [door for door in doors if f"http://127.0.0.1:{door}" not in told] == []
    asked = [f"{login.name}  {login.password}\n" for login in LOGINS]
    assert [login for login in asked if login not in told] == []
    assert "Ctrl-C" in told


@pytest.mark.parametrize("which", [0, 1])
def test_a_port_that_is_taken_is_told_with_another(which, monkeypatch, settings):
    settings.DEBUG = True
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port - which))

        with pytest.raises(CommandError) as refusal:
            call_command("serve_all")

    # somebody else may have the one before it just now
    assert re.match(rf"Poort ({port - which}|{port}) is bezet", str(refusal.value))
    assert "make run PORT=" in str(refusal.value)


@pytest.mark.parametrize("port", ["0", "65535", "99999"])
def test_what_is_no_port_is_told_in_a_sentence(port, monkeypatch, settings):
    settings.DEBUG = True
    monkeypatch.setenv("PORT", port)

    with pytest.raises(CommandError, match=r"PORT is een getal .* 65534|is bezet"):
        call_command("serve_all")


def test_a_database_that_is_broken_is_told_in_a_sentence(tmp_path):
    (tmp_path / "db.sqlite3").write_bytes(b"geen database" * 100)
    surroundings = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}

    ended = subprocess.run(
        [sys.executable, "manage.py", "serve_all"],
        cwd=settings.BASE_DIR,
        env={**surroundings, "PORT": str(free_port())},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("CommandError: De database is niet te gebruiken (")
    assert str(tmp_path) in ended.stderr


def test_a_server_is_not_served_like_this():
    with pytest.raises(CommandError, match="gunicorn"):
        call_command("serve_all")
