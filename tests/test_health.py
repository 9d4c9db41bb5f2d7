"""/healthz and /readyz: what a machine asks before it sends visitors."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def test_the_process_lives_without_a_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.text) == (200, "ok")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_all_is_ready(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"database": True, "cache": True, "migrations": True}
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_missing_migration_is_not_ready(client):
    MigrationRecorder(connection).migration_qs.filter(app="home").delete()

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"database": True, "cache": True, "migrations": False}


@pytest.mark.django_db
def test_a_cache_that_keeps_nothing_is_not_ready(client, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    }

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"database": True, "cache": False, "migrations": True}


@pytest.mark.django_db
def test_a_cache_that_cannot_be_reached_is_not_ready(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["cache"] is False


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_reading_is_answered(path, client):
    assert client.post(path).status_code == 405
