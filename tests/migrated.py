"""The migrated SQLite of an earlier run: migrating takes longer than most tests.

Kept in var/ under a fingerprint of every migration and requirement; a fresh clone, and
whoever changes a migration, migrates from nothing, and so does PostgreSQL always. The
site of the journeys waits for it, where another part of the same run makes it."""

import hashlib
import os
import shutil
import time
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "var" / "migrated"
PATIENCE = 120  # seconds; who is at it longer was stopped halfway


def kept() -> Path:
    """Where the database of these migrations and these requirements is, or would be."""
    files = [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "requirements/dev.txt"]
    fingerprint = hashlib.sha256()
    for file in files:
        fingerprint.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return FOLDER / f"{fingerprint.hexdigest()[:16]}.sqlite3"


def take_kept() -> bool:
    """Put the kept database where the tests look for theirs, if there is one."""
    if connection.vendor != "sqlite":
        return False
    taken = copy_kept(settings.DATABASES["default"]["TEST"]["NAME"])
    if not taken:
        FOLDER.mkdir(parents=True, exist_ok=True)
        being_made().touch()
    return taken


def copy_kept(place: str | Path) -> bool:
    """For who would migrate an empty SQLite there; False when none is kept."""
    if not kept().exists():
        return False
    shutil.copyfile(kept(), place)
    return True


def being_made() -> Path:
    """Stands while somebody migrates what will be kept."""
    return kept().with_suffix(".making")


def wait_while_it_is_made() -> None:
    """To migrate as well would take as long, from who is migrating."""
    there = kept()
    while not there.exists() and _begun_at() > time.time() - PATIENCE:
        time.sleep(0.5)


def _begun_at() -> float:
    try:
        return being_made().stat().st_mtime
    except FileNotFoundError:
        return 0


def keep() -> None:
    """Leave a copy for the next run; those of other migrations go."""
    if connection.vendor != "sqlite" or kept().exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    mine = FOLDER / f"{os.getpid()}.part"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(mine)])
    mine.replace(kept())
    being_made().unlink(missing_ok=True)
