"""What an operator can set or run is described where he looks for it."""

import re

import pytest
from django.conf import settings
from django.core.management import get_commands

OPERATIONS = (settings.BASE_DIR / "docs" / "operations.md").read_text()
COMMANDS = OPERATIONS.split("\n## Commands\n")[1].split("\n## ")[0]
OURS = {"config", "home", "stories", "events", "community"}


def test_every_environment_variable_is_described():
    source = (settings.BASE_DIR / "config" / "env.py").read_text()

    read = set(re.findall(r'env\.\w+\("([A-Z_]+)"', source))

    described = set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS, re.MULTILINE))
    assert len(read) >= 12
    assert read - described == set()


def test_no_other_module_reads_the_environment():
    places = [
        str(path.relative_to(settings.BASE_DIR))
        for app in OURS
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if re.search(r"environ(\[|\.get)|getenv|\benv\.\w+\(", path.read_text())
    ]

    assert sorted(places) == ["config/env.py"]


def test_every_command_is_described():
    ours = {name for name, app in get_commands().items() if app in OURS}

    described = set(re.findall(r"^\| `(\w+)", COMMANDS, re.MULTILINE))
    assert "tick" in ours
    assert ours - described == set()


def test_the_example_holds_no_unknown_variable():
    example = (settings.BASE_DIR / ".env.example").read_text()

    names = re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)

    assert [name for name in names if f"`{name}`" not in OPERATIONS] == []


@pytest.mark.parametrize("command", re.findall(r"(?m)^\| `(\w+)", COMMANDS))
def test_every_described_command_exists(command):
    assert command in get_commands()
