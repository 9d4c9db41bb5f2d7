"""What a process keeps of pages, and how several hear that something changed."""

import time
from contextlib import closing

import pytest
from django.core.checks import run_checks
from django.db import connection

from home.page_cache.generation import InPostgresql, InRedis
from home.page_cache.store import Kept, Store


def test_memory_is_bounded_and_what_was_asked_last_stays():
    store = Store(most_bytes=1000)
    first = Kept(b"x" * 100, {}, 1, time.monotonic() + 60)
    store.keep(("first",), first)
    for number in range(10_000):
        store.keep((str(number),), first)
        store.keep((str(number),), first)  # another thread drew it as well
        store.get(("first",), 1)

    assert len(store) == 10
    assert store.get(("first",), 1) == first


def test_a_page_is_not_kept_past_its_time_nor_when_it_is_enormous():
    store = Store()
    store.keep(("over",), Kept(b"x", {}, 1, time.monotonic() - 1))
    store.keep(("large",), Kept(b"x" * 300_000, {}, 1, time.monotonic() + 60))

    assert store.get(("over",), 1) is store.get(("large",), 1) is None


ASKED_ANEW = "home.page_cache.generation.ASKED_ANEW"


def test_several_processes_hear_of_a_change_through_redis(monkeypatch):
    here, there = InRedis(), InRedis()
    before = there.now()

    here.next()

    monkeypatch.setattr(ASKED_ANEW, 1000)
    assert InRedis().now() != before
    assert there.now() == before  # not asked every time
    monkeypatch.setattr(ASKED_ANEW, -1)
    assert there.now() == InRedis().now()


@pytest.mark.postgresql
def test_several_processes_hear_of_a_commit_from_the_database(db, monkeypatch):
    here, there = InPostgresql(), InPostgresql()
    before = here.now(), there.now()
    monkeypatch.setattr(ASKED_ANEW, 1000)

    with closing(connection.copy()) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()")  # as a first write does

    assert InPostgresql().now() not in before
    assert there.now() == before[1]


@pytest.mark.parametrize(("keeps", "said"), [(False, ["home.I001"]), (True, [])])
def test_a_check_says_when_pages_are_not_kept(settings, keeps, said):
    settings.PAGE_CACHE = keeps

    found = run_checks(tags=["caches"], include_deployment_checks=True)

    assert [each.id for each in found if each.id.startswith("home.")] == said
