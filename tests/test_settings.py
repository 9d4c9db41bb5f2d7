"""Production settings: what they refuse, and in which words."""

import os
import subprocess
import sys
from functools import partial

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config import env
from events.payments.checks import stripe_key_fits_a_real_site
from tests.production import COMPLETE, production_settings

LOOPBACK = {**COMPLETE, "SITE_URL": "http://127.0.0.1:8000"}


@pytest.fixture
def production(monkeypatch):
    return partial(production_settings, monkeypatch)


@pytest.mark.parametrize("name", COMPLETE)
def test_production_refuses_to_start_without(name, production):
    environment = {**COMPLETE, name: ""}

    with pytest.raises(ImproperlyConfigured) as refusal:
        production(environment)

    sentence = str(refusal.value)
    assert sentence.startswith(f"{name} is not set: ")
    assert sentence.endswith(" See docs/operations.md.")


def test_the_file_fills_in_what_the_environment_leaves_open(tmp_path, monkeypatch):
    module = "config.settings.production"
    (tmp_path / ".env").write_text(f"DJANGO_SETTINGS_MODULE={module}\nPORT=8123\n")
    monkeypatch.setattr(env, "BASE_DIR", tmp_path)
    monkeypatch.setattr(os, "environ", {"PORT": "8200"})

    env.load_file()

    assert os.environ == {"DJANGO_SETTINGS_MODULE": module, "PORT": "8200"}


@pytest.mark.parametrize("url", ["geluid", "postgresql//x", "oracle2://x/y"])
def test_a_database_that_makes_no_sense_is_refused_by_name(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like"):
        env.database(url)


def test_a_webhook_secret_of_only_commas_is_no_secret(production):
    with pytest.raises(ImproperlyConfigured, match="STRIPE_WEBHOOK_SECRET is not set"):
        production({**COMPLETE, "STRIPE_WEBHOOK_SECRET": " , "})


def test_a_secret_key_that_can_be_guessed_is_refused(production):
    production({**COMPLETE, "SECRET_KEY": "x" * 22})

    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY is too short: .* 22"):
        production({**COMPLETE, "SECRET_KEY": "x" * 21})


def test_gunicorn_ends_with_the_sentence():
    environment = {"SITE_URL": COMPLETE["SITE_URL"], "VAR_DIR": str(settings.VAR_DIR)}

    result = subprocess.run(
        [sys.executable, "-c", "import config.wsgi"],
        cwd=settings.BASE_DIR,
        env={**environment, "SECRET_KEY": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].endswith(
        "SECRET_KEY is not set: it signs sessions. See docs/operations.md."
    )


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://www.een-nieuw-geluid.example", "must begin with https://"),
        ("http://192.168.1.10:8000", "must begin with https://"),
        ("http://127.0.0.1.een-nieuw-geluid.example", "must begin with https://"),
        ("www.een-nieuw-geluid.example", "must look like"),
        ("ftp://een-nieuw-geluid.example", "must look like"),
        ("https://", "must look like"),
        ("https://een-nieuw-geluid.example/pad", "without a path"),
        ("https://iemand@een-nieuw-geluid.example", "must look like"),
        ("https://een-nieuw-geluid.example:poort", "is no address"),
        ("https://[::1", "is no address"),
    ],
)
def test_a_wrong_site_url_is_refused(url, words, production):
    with pytest.raises(ImproperlyConfigured, match=f"SITE_URL .*{words}"):
        production({**COMPLETE, "SITE_URL": url})


def test_https_brings_redirect_hsts_and_secure_cookies(production):
    its = production(COMPLETE)

    assert its.SECURE_SSL_REDIRECT is True
    assert its.SECURE_HSTS_SECONDS == 63_072_000
    assert its.SECURE_HSTS_INCLUDE_SUBDOMAINS is True
    assert its.SESSION_COOKIE_SECURE is True
    assert its.CSRF_COOKIE_SECURE is True
    assert its.SESSION_COOKIE_NAME == "__Host-sessie"
    assert its.ALLOWED_HOSTS[0] == "www.een-nieuw-geluid.example"
    assert its.CSRF_TRUSTED_ORIGINS == ["https://www.een-nieuw-geluid.example"]
    assert its.DEFAULT_FROM_EMAIL == "Een Nieuw Geluid <post@een-nieuw-geluid.example>"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_http_is_accepted_on_loopback(host, production):
    its = production({**COMPLETE, "SITE_URL": f"http://{host}", "MAIL_URL": ""})

    assert its.SECURE_SSL_REDIRECT is False
    assert its.SECURE_HSTS_SECONDS == 0
    assert its.SESSION_COOKIE_SECURE is False
    assert its.ALLOWED_HOSTS[1:] == ["127.0.0.1", "localhost", "[::1]"]


@pytest.mark.parametrize("site", [COMPLETE["SITE_URL"], "http://127.0.0.1:8000"])
def test_a_password_alone_opens_the_cms_of_no_server(site, production):
    its = production({**COMPLETE, "SITE_URL": site})

    assert "home.accounts.middleware.second_factor" in its.MIDDLEWARE


@pytest.mark.parametrize("more", ["/", " ", "/\n"])
def test_what_slips_in_after_site_url_does_no_harm(more, production):
    site = f"https://een-nieuw-geluid.example{more}"

    its = production({**COMPLETE, "SITE_URL": site})

    assert its.SITE_URL == "https://een-nieuw-geluid.example"


def test_several_webhook_secrets_are_told_apart(production):
    its = production({**COMPLETE, "STRIPE_WEBHOOK_SECRET": "whsec_oud, whsec_nieuw,"})

    assert its.STRIPE_WEBHOOK_SECRETS == ["whsec_oud", "whsec_nieuw"]


@pytest.mark.parametrize(
    ("base", "key", "words"),
    [
        ("https://stripe.example", "sk_test_x", "may only point at loopback"),
        ("http://127.0.0.1.stripe.example", "sk_test_x", "may only point at loopback"),
        ("http://[::1", "sk_test_x", "may only point at loopback"),
        ("http://127.0.0.1:8001", "sk_live_x", "only goes with a test key"),
        ("http://127.0.0.1:8001", "sk_live_x_test_", "only goes with a test key"),
    ],
)
def test_another_stripe_is_refused(base, key, words, production):
    environment = {**COMPLETE, "STRIPE_API_BASE": base, "STRIPE_SECRET_KEY": key}

    with pytest.raises(ImproperlyConfigured, match=words):
        production(environment)


def test_a_laptop_refuses_a_live_key():
    with pytest.raises(ImproperlyConfigured, match="take a test key here"):
        env.not_live("rk_live_x")

    assert env.not_live("rk_test_x") == "rk_test_x"


@pytest.mark.parametrize(
    ("key", "base", "told"),
    [
        ("rk_live_x", "", []),
        ("sk_live_x", "", ["events.E001"]),
        ("rk_test_x", "", ["events.W001"]),
        ("sk_test_x", "http://127.0.0.1:8001", []),
    ],
)
def test_the_check_before_a_launch_wants_a_restricted_live_key(
    settings, key, base, told
):
    settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE = key, base

    found = stripe_key_fits_a_real_site(None)

    assert [message.id for message in found] == told


@pytest.mark.parametrize("key", ["sk_test_x", "rk_test_x"])
def test_another_stripe_on_loopback_goes_with_a_test_key(key, production):
    its = production(
        {
            **LOOPBACK,
            "STRIPE_API_BASE": "http://127.0.0.1:8001/",
            "STRIPE_SECRET_KEY": key,
        }
    )

    assert its.STRIPE_API_BASE == "http://127.0.0.1:8001"
    assert "http://127.0.0.1:8001" in its.SECURE_CSP["form-action"]


def test_without_another_stripe_forms_lead_to_us_and_to_stripe_only(production):
    its = production(COMPLETE)

    assert its.SECURE_CSP["form-action"] == ["'self'", "https://checkout.stripe.com"]


@pytest.mark.parametrize(
    ("url", "options"),
    [
        (
            "smtp://post%40huis:ge%3Aheim@mail.example",
            {"port": 587, "username": "post@huis", "password": "ge:heim"}
            | {"use_tls": True, "use_ssl": False, "timeout": 15},
        ),
        ("smtps://mail.example", {"port": 465, "use_tls": False, "use_ssl": True}),
        ("smtp://127.0.0.1:2525", {"port": 2525, "use_tls": False, "use_ssl": False}),
    ],
)
def test_the_mail_url_is_taken_apart(url, options, production):
    mailer = production({**COMPLETE, "MAIL_URL": url}).MAILERS["default"]

    assert mailer["BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert mailer["OPTIONS"] == mailer["OPTIONS"] | options


@pytest.mark.parametrize("url", ["mail.example", "imap://mail.example", "smtp://"])
def test_a_wrong_mail_url_is_refused(url, production):
    with pytest.raises(ImproperlyConfigured, match="MAIL_URL must look like"):
        production({**COMPLETE, "MAIL_URL": url})


@pytest.mark.parametrize(
    ("name", "value"),
    [("TASK_WORKER", "misschien"), ("PORT", "abc"), ("WEB_CONCURRENCY", "-2")],
)
def test_a_word_of_another_kind_is_refused_by_its_name(name, value, production):
    with pytest.raises(ImproperlyConfigured, match=name):
        production({**COMPLETE, name: value})


@pytest.mark.parametrize(
    ("worker", "backend"),
    [
        ("1", "django_tasks_db.DatabaseBackend"),
        ("True", "django_tasks_db.DatabaseBackend"),
        ("0", "django.tasks.backends.immediate.ImmediateBackend"),
    ],
)
def test_task_worker_chooses_the_queue(worker, backend, production):
    its = production({**COMPLETE, "TASK_WORKER": worker})

    assert its.TASKS["default"]["BACKEND"] == backend


def test_redis_is_the_cache_when_there_is_one(production):
    its = production({**COMPLETE, "REDIS_URL": "redis://127.0.0.1:6379/0"})

    assert its.CACHES["default"]["LOCATION"] == "redis://127.0.0.1:6379/0"


def test_postgresql_gets_a_pool_of_connections(production):
    its = production({**COMPLETE, "DATABASE_URL": "postgresql://geluid@/geluid"})

    assert its.DATABASES["default"]["OPTIONS"]["pool"]["max_size"] == 8


def test_sqlite_lets_one_writer_in_at_a_time(production):
    its = production(COMPLETE)

    assert its.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_sqlite_stays_open_and_is_read_in_place(production):
    database = production(COMPLETE).DATABASES["default"]

    assert database["CONN_MAX_AGE"] is None
    assert "PRAGMA mmap_size=1073741824;" in database["OPTIONS"]["init_command"]


@pytest.mark.parametrize(
    ("environment", "by"),
    [
        ({"REDIS_URL": "redis://127.0.0.1/0"}, "redis"),
        ({"WEB_CONCURRENCY": "1"}, "file"),
        ({"DATABASE_URL": "postgresql://u:p@127.0.0.1/geluid"}, "postgresql"),
        ({}, ""),
    ],
)
def test_processes_hear_that_a_page_is_old_where_all_of_them_can(
    environment, by, production
):
    kept = production(COMPLETE | environment).PAGE_CACHE

    assert kept == by
