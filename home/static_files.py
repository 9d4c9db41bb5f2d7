"""Static files for production: hashed, compressed, and the styles in one request."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLES = "css/style.css"
SCRIPT = re.compile(r"js/[\w-]+\.js$")  # of the public pages
IMPORT = re.compile(
    r'^@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>\w+)\)'
    r"(?P<media>[^;]*);$",
    re.MULTILINE,
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# a line of its own, or behind code; never from within a string
SAID = re.compile(r"^[ \t]*//.*\n|[ \t]+// [^\"'`\n]*$", re.MULTILINE)


class Storage(CompressedManifestStaticFilesStorage):
    """Every layer in style.css itself, no remark in a script; nothing else is built."""

    def post_process(self, paths, dry_run=False, **options):  # noqa: FBT002  # Django's
        if STYLES in paths and not dry_run:
            text = bundled(lambda name: _read(paths, name))
            self.delete(STYLES)
            self._save(STYLES, ContentFile(text.encode()))
            paths[STYLES] = (self, STYLES)
        for name in [one for one in paths if SCRIPT.match(one)] if not dry_run else ():
            text = without_remarks(_read(paths, name))
            self.delete(name)
            self._save(name, ContentFile(text.encode()))
            paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)


def bundled(read) -> str:
    """style.css with the text of each imported file in its place and layer.

    `@import url("x.css") layer(y) print;` says the same as
    `@media print { @layer y { … } }`, in one request instead of two in a row."""

    def inline(match: re.Match) -> str:
        text = f"@layer {match['layer']} {{\n{read('css/' + match['path'])}}}"
        media = match["media"].strip()
        return f"@media {media} {{\n{text}\n}}" if media else text

    whole = IMPORT.sub(inline, read(STYLES))
    if "@import" in whole:
        raise ValueError(f"{STYLES} has an @import in a form that is not understood")
    # no request is saved by shipping our explanations
    return re.sub(r"\n\s*\n+", "\n", COMMENT.sub("", whole)).lstrip()


def without_remarks(script: str) -> str:
    """A script for who runs it: who reads it, reads it here."""
    return SAID.sub("", script)


def _read(paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
