"""What a production site serves: one hashed, compressed style sheet."""

import gzip
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from home import static_files

COMPONENTS = settings.BASE_DIR / "static" / "css" / "components"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "home.static_files.Storage"},
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A folder with everything that collectstatic makes of our own files."""
    root = tmp_path_factory.mktemp("static")
    finders = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    with override_settings(
        STORAGES=STORAGES, STATIC_ROOT=root, STATICFILES_FINDERS=finders
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        # a second release into the same folder must come out the same
        call_command("collectstatic", interactive=False, verbosity=0)
    return root


def test_every_layer_is_in_the_one_style_sheet(root):
    (hashed,) = root.glob("css/style.????????????.css")

    text = hashed.read_text()

    assert "@import" not in text
    assert re.findall(r"@layer (\w+) \{", text) == [
        "tokens",
        "base",
        "layout",
        *["components"] * len(list(COMPONENTS.glob("*.css"))),
        "states",
        "print",
    ]
    assert "@media print {\n@layer print {" in text
    assert text.count("{") == text.count("}")


def test_the_style_sheet_weighs_less_than_15_kb(root):
    (packed,) = root.glob("css/style.????????????.css.gz")

    assert packed.stat().st_size < 15_000
    assert gzip.decompress(packed.read_bytes()).startswith(b"@layer tokens, base")


def test_the_scripts_together_weigh_less_than_5_kb(root):
    """No page loads them all: these three are for one kind of page each."""
    # each stands there twice, with a hash in its name and without
    weights = {s.name: s.stat().st_size for s in root.glob("js/*.????????????.js")}
    alone = ("keep-back.", "live.", "passkey.")

    theirs = [weights.pop(name) for name in [*weights] if name.startswith(alone)]

    assert 0 < sum(weights.values()) < 5_000
    assert len(theirs) == len(alone)
    assert max(theirs) < 1_500


def test_a_script_is_shipped_without_remarks_and_else_as_it_is():
    script = "// Why.\nconst a = 'x // y'; // z\n  // and\nopen(`https://x.example`);\n"

    shipped = static_files.without_remarks(script)

    assert shipped == "const a = 'x // y';\nopen(`https://x.example`);\n"


def test_an_import_that_is_not_understood_stops_the_release():
    files = {"css/style.css": "@import 'tokens.css';"}

    with pytest.raises(ValueError, match="not understood"):
        static_files.bundled(files.__getitem__)
