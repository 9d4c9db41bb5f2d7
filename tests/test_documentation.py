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

    read = set(re.findall(r'(?:text|number|switch)\("([A-Z_]+)"', source))

    described = set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS, re.MULTILINE))
    assert len(read) >= 12
    assert read - described == set()


def test_no_other_module_reads_the_environment():
    places = [
        str(path.relative_to(settings.BASE_DIR))
        for app in OURS
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if re.search(r"environ(\[|\.get)|getenv", path.read_text())
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


BASE = settings.BASE_DIR
PAGES = [BASE / "README.md", BASE / "CONTRIBUTING.md", *(BASE / "docs").rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_points_at_something(page):
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text())

    ours = [link.split("#")[0] for link in links if "://" not in link]

    assert [link for link in ours if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_within_a_page_finds_its_heading(page):
    text = page.read_text()
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)

    anchors = {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}

    wanted = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert wanted - anchors == set()


def test_every_page_is_named_where_somebody_begins():
    readme = (BASE / "README.md").read_text()

    pages = [page.name for page in (BASE / "docs").glob("*.md")]

    assert [name for name in pages if f"(docs/{name})" not in readme] == []


@pytest.mark.parametrize("floor", sorted(OURS - {"config"}))
def test_every_feature_is_named_in_the_picture_of_the_house(floor):
    architecture = (BASE / "docs" / "architecture.md").read_text()
    no_features = {"management", "migrations", "templatetags"}

    packages = {init.parent.name for init in (BASE / floor).glob("*/__init__.py")}

    rows = rf"^\| `{floor}/(\w+)` \|"
    described = set(re.findall(rows, architecture, re.MULTILINE))
    assert described == packages - no_features


@pytest.mark.parametrize(
    ("letter", "name"), [("F", "architecture.md"), ("L", "domain.md")]
)
def test_every_mark_in_the_code_is_explained(letter, name):
    """`(F12)` in a comment is a line of a table; nobody has to guess."""
    page = (BASE / "docs" / name).read_text()
    sources = [path for app in OURS for path in (BASE / app).rglob("*.py")]
    mark = re.compile(rf"\b{letter}[1-9]\d?[a-z]?\b")

    used = {
        found for path in sources for found in mark.findall(_comments(path.read_text()))
    }

    rows = "".join(re.findall(r"(?m)^\| [^|]+\|", page))
    assert used - set(mark.findall(rows)) == set()


def _comments(source: str) -> str:
    """Comments and the strings that may be docstrings."""
    return "\n".join(re.findall(r'#.*$|""".*?"""', source, re.MULTILINE | re.DOTALL))


def test_no_two_decisions_have_one_number():
    pages = sorted((settings.BASE_DIR / "docs" / "decisions").glob("*.md"))

    headings = [page.read_text().partition("\n")[0] for page in pages]

    numbers = [int(heading.split()[1]) for heading in headings]
    assert [int(page.name[:4]) for page in pages] == numbers
    assert numbers == list(range(1, len(pages) + 1))
