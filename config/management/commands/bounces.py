"""`manage.py bounces`: take in the mails that came back to us."""

import mailbox
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone

from stories.newsletter.bounces import take_in


class Command(BaseCommand):
    """The same mail again changes nothing, so a mailbox may be read every hour."""

    help = "Leest mails die terugkwamen, uit bestanden (mbox of één mail) of van stdin."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, metavar="bestand")

    def handle(self, *args, **options):
        raw = _mails(options["files"]) if options["files"] else [_from_stdin()]
        noted = sum(take_in(mail, now=timezone.now()) for mail in raw)
        self.stdout.write(f"Teruggekomen en genoteerd: {noted}.")


def _from_stdin() -> bytes:
    return sys.stdin.buffer.read()


def _mails(files: list[Path]) -> Iterator[bytes]:
    for file in files:
        raw = file.read_bytes()
        if raw.startswith(b"From "):
            with closing(mailbox.mbox(file, create=False)) as box:
                yield from (bytes(mail) for mail in box)
        else:
            yield raw
