"""What every test may count on: a fixed moment, and no network but our own."""

import gc
import socket
from contextlib import ExitStack
from datetime import datetime
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from wagtail.signal_handlers import disable_reference_index_auto_update

from config.migrating import creating_at_once
from events import foundations as events
from home import foundations as home
from stories import foundations as stories
from tests.emptied import empty_after_a_race
from tests.factories.community import make_index
from tests.migrated import keep, take_kept
from tests.searching import indexing, let_nothing_be_indexed

pytest_plugins = ["tests.stripe_fixture"]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_connect = socket.socket.connect

BUSY = [hypothesis.HealthCheck.too_slow]  # says something of the machine, not of us
hypothesis.settings.register_profile(
    "patient", deadline=None, suppress_health_check=BUSY
)
hypothesis.settings.load_profile("patient")


def pytest_collection_finish():
    """What is imported stays: looking it through for litter took a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Who asks a database is marked, and what only PostgreSQL can show waits for it."""
    there = "postgresql" in settings.DATABASES["default"]["ENGINE"]
    later = pytest.mark.skip(reason="needs PostgreSQL: `make test` runs it there")
    for item in items:
        if asks_the_database(item):
            item.add_marker(pytest.mark.database)
        if not there and item.get_closest_marker("postgresql"):
            item.add_marker(later)


def asks_the_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") is not None
    return marked or not {"db", "transactional_db"}.isdisjoint(item.fixturenames)


@pytest.fixture(scope="session")
def _sooner():
    with ExitStack() as until_migrated:
        until_migrated.enter_context(creating_at_once())
        yield until_migrated


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, _sooner):
    """Migrate what an earlier run migrated, which is nothing; and else sooner."""
    return take_kept() or django_db_keepdb


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, _sooner):
    """What every site has stands once: made in each test it took a third of the run."""
    _sooner.close()
    let_nothing_be_indexed()
    empty_after_a_race()
    with django_db_blocker.unblock():
        keep()
        with indexing():
            for floor in (home, stories, events):
                floor.lay()
            make_index()


@pytest.fixture
def searchable():
    """For who searches what the test saves."""
    with indexing():
        yield


@pytest.fixture
def references():
    """For who asks what refers to somebody; see below."""


@pytest.fixture(autouse=True)
def _no_references(request):
    """Wagtail notes at each save who refers to whom; most tests never ask."""
    if "references" in request.fixturenames:
        yield
        return
    with disable_reference_index_auto_update():
        yield


@pytest.fixture
def now() -> datetime:
    """A Wednesday afternoon in November."""
    return datetime(2026, 11, 25, 14, 5, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Throttles and cached pages of one test are not those of the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """A test talks to this machine or to nobody."""

    def connect(self, address):
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(address, tuple) and host not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"a test tried to reach {host}")
        return _connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
