"""The house rules that no linter knows; docs/architecture.md says why they hold."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = settings.BASE_DIR
FLOORS = ("home", "stories", "events", "community")
CODE = sorted(
    path
    for folder in (*FLOORS, "config", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts and path.stat().st_size
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MAIL = ROOT / "templates" / "mail"  # mail has its own rules: styles are put inline
VAGUE = {"utils", "helpers", "common", "misc", "managers", "selectors", "signals"} | {
    "constants",
    "exceptions",
}
LONGEST_FILE, LONGEST_FUNCTION = 400, 50


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def those(paths, wrong) -> list[str]:
    """The names of the paths that break a rule, for a readable failure."""
    return [name(path) for path in paths if wrong(path)]


@cache
def parsed(path: Path) -> ast.Module:
    """Each file is read once, whatever is asked of it."""
    return ast.parse(path.read_text())


def functions(path: Path) -> list[ast.FunctionDef]:
    every = ast.walk(parsed(path))
    return [node for node in every if isinstance(node, ast.FunctionDef)]


def test_every_file_says_what_lives_there():
    assert those(CODE, lambda path: not ast.get_docstring(parsed(path))) == []


def test_no_file_is_too_long_to_read():
    files = [*CODE, *TEMPLATES, *(ROOT / "static").rglob("*.css")]

    assert (
        those(files, lambda path: len(path.read_text().splitlines()) > LONGEST_FILE)
        == []
    )


def test_no_function_is_too_long_to_read():
    too_long = [
        f"{name(path)}: {function.name}"
        for path in CODE
        for function in functions(path)
        if function.end_lineno - function.lineno >= LONGEST_FUNCTION
    ]

    assert too_long == []


def test_no_file_has_a_name_that_says_nothing():
    assert those(CODE, lambda path: path.stem in VAGUE) == []


def test_every_component_says_what_it_takes():
    components = sorted((ROOT / "templates" / "components").glob("*.html"))

    assert those(components, lambda path: not path.read_text().startswith("{# ")) == []


@pytest.mark.parametrize(
    "inline",
    [
        r"<script(?![^>]*\bsrc=)(?![^>]*type=.application/(ld\+)?json)",
        r"<style\b",
        r"\sstyle=",
        r"\son[a-z]+=",
        r"javascript:",
    ],
)
def test_no_template_asks_what_the_policy_refuses(inline):
    pages = [path for path in TEMPLATES if MAIL not in path.parents]

    assert those(pages, lambda path: re.search(inline, path.read_text())) == []


def test_no_template_loads_anything_from_elsewhere():
    elsewhere = r"<(script|link|img|iframe|source|use)\b[^>]*(src|href|srcset)=.https?:"

    assert those(TEMPLATES, lambda path: re.search(elsewhere, path.read_text())) == []


@pytest.mark.parametrize("floor", FLOORS)
def test_the_index_of_models_only_imports(floor):
    tree = parsed(ROOT / floor / "models.py")

    others = [
        type(node).__name__
        for node in tree.body[1:]
        if not isinstance(node, ast.ImportFrom | ast.Assign)
    ]

    assert others == []


@pytest.mark.parametrize("floor", FLOORS)
def test_every_model_is_in_the_index(floor):
    written = {
        node.name
        for path in CODE
        if path.is_relative_to(ROOT / floor)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(part, ast.ClassDef)
            and part.name == "Meta"
            and re.search(r"verbose_name\b", ast.unparse(part))
            and not re.search(r"abstract = True", ast.unparse(part))
            for part in node.body
        )
    }

    known = {model.__name__ for model in apps.get_app_config(floor).get_models()}
    assert written - known == set()


def test_every_constraint_says_whose_it_is():
    wrong = [
        constraint.name
        for floor in FLOORS
        for model in apps.get_app_config(floor).get_models()
        for constraint in model._meta.constraints
        if not constraint.name.startswith(f"{word(model)}_")
    ]

    assert wrong == []


def word(model) -> str:
    """OwedMail: owed_mail; OutcomePage: outcome, which is what it is about."""
    name = model.__name__.removesuffix("Page")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
