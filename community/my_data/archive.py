"""All that is somebody's in one ZIP, made while it is sent."""

import json
from collections.abc import Iterator
from io import RawIOBase
from pathlib import PurePath
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models.fields.files import FieldFile
from django.template.loader import render_to_string

from home.privacy.keepers import Rows


class _Written(RawIOBase):
    """Takes what the archive writes, until it is handed on."""

    def __init__(self) -> None:
        self.kept = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.kept += data
        return len(data)

    def take(self) -> bytes:
        taken = bytes(self.kept)
        self.kept.clear()
        return taken


def archive(told: dict[str, Rows], files: Iterator[FieldFile]) -> Iterator[bytes]:
    """A page to read, the same for a machine, and what they sent along."""
    written = _Written()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        page = render_to_string("community/my_data/index.html", {"told": told})
        made.writestr("lees-mij.html", page)
        made.writestr("gegevens.json", json.dumps(told, ensure_ascii=False, indent=2))
        yield written.take()
        for number, file in enumerate(files, start=1):
            name = f"bestanden/{number}-{PurePath(str(file.name)).name}"
            try:
                source = file.open()
            except OSError:  # gone from the disk; the rest is no worse for it
                continue
            with source, made.open(name, "w") as copy:
                for chunk in source.chunks():
                    copy.write(chunk)
                    yield written.take()
    yield written.take()
