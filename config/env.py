"""Typed reading of the environment: every variable that the site knows, once.

docs/operations.md describes each of them; a test compares the two.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from dotenv import load_dotenv

BASE_DIR = Path(__file__).resolve().parents[1]
LEAST = 22  # of a secret: as many characters of base64 are 128 bits
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
ON = {"1", "true", "yes", "on"}
OFF = {"", "0", "false", "no", "off"}


@dataclass(frozen=True)
class Environment:
    """What the surroundings say; empty where they say nothing."""

    secret_key: str
    database_url: str
    redis_url: str
    mail_url: str
    mail_from: str
    site_url: str
    stripe_secret_key: str
    stripe_webhook_secret: str
    stripe_api_base: str
    task_worker: bool
    workers: int
    var_dir: Path
    port: int


def load_file() -> None:
    """Let `.env` fill in what the environment leaves open; only the edges do this.

    In the environment itself, where Django looks for its settings."""
    load_dotenv(BASE_DIR / ".env")


def read() -> Environment:
    """Read all variables; a wrong type is refused with the variable's name."""
    return Environment(
        secret_key=text("SECRET_KEY"),
        database_url=text("DATABASE_URL"),
        redis_url=text("REDIS_URL"),
        mail_url=text("MAIL_URL"),
        mail_from=text("MAIL_FROM"),
        site_url=text("SITE_URL").rstrip("/"),
        stripe_secret_key=text("STRIPE_SECRET_KEY"),
        stripe_webhook_secret=text("STRIPE_WEBHOOK_SECRET"),
        stripe_api_base=text("STRIPE_API_BASE").rstrip("/"),
        task_worker=switch("TASK_WORKER"),
        workers=number("WEB_CONCURRENCY", 2),
        var_dir=Path(text("VAR_DIR") or BASE_DIR / "var"),
        port=number("PORT", 8000),
    )


def text(name: str) -> str:
    """A variable as it stands; empty and absent are the same."""
    return os.environ.get(name, "").strip()


def number(name: str, otherwise: int) -> int:
    """Digits only: the two numbers that the site reads are counts."""
    value = text(name)
    if value and not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name} must be a number, such as {otherwise}.")
    return int(value or otherwise)


def switch(name: str) -> bool:
    """On or off, in the words people use; another word is refused, not taken as off."""
    value = text(name).lower()
    if value not in ON | OFF:
        raise ImproperlyConfigured(f"{name} must be 1 (on) or 0 (off).")
    return value in ON


def is_loopback(url: str) -> bool:
    """Whether an address never leaves this machine."""
    try:
        return urlsplit(url).hostname in LOOPBACK
    except ValueError:  # brackets that do not close
        return False


def required(value: str, name: str, why: str) -> str:
    """A production setting, or a sentence that says which one is missing and why."""
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: {why}. See docs/operations.md.")
    return value


def secret(value: str) -> str:
    """The key that signs; what can be guessed opens every session and link."""
    required(value, "SECRET_KEY", "it signs sessions")
    if len(value) < LEAST:
        raise ImproperlyConfigured(
            f"SECRET_KEY is too short: it needs at least {LEAST} random characters. "
            "See docs/operations.md."
        )
    return value


def site(url: str) -> SplitResult:
    """The public address in parts; http is accepted on loopback only."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # asks urllib to look at it
    except ValueError as error:
        raise ImproperlyConfigured(f"SITE_URL is no address: {error}.") from error
    bare = f"{parts.scheme}://{parts.netloc}" == url and "@" not in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or not bare:
        raise ImproperlyConfigured(
            "SITE_URL must look like https://www.example.nl, without a path."
        )
    if parts.scheme == "http" and not is_loopback(url):
        raise ImproperlyConfigured(
            "SITE_URL must begin with https:// (http is accepted on loopback only)."
        )
    return parts


def stripe_base(url: str, key: str) -> str:
    """Another Stripe server: on loopback and with a test key, or not at all."""
    if url and not is_loopback(url):
        raise ImproperlyConfigured("STRIPE_API_BASE may only point at loopback.")
    if url and not key.startswith(("sk_test_", "rk_test_")):
        raise ImproperlyConfigured("STRIPE_API_BASE only goes with a test key.")
    return url


def not_live(key: str) -> str:
    """Nobody pays real money on a laptop."""
    if "_live_" in key:
        raise ImproperlyConfigured("STRIPE_SECRET_KEY is live: take a test key here.")
    return key


def database(url: str) -> dict:
    """Django's DATABASES entry."""
    try:
        return dict(dj_database_url.parse(url))
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgresql://user:password@host/name."
        ) from error


def mailer(url: str) -> dict:
    """Django's MAILERS entry: smtp://user:password@host:port, smtps:// or console:."""
    parts = urlsplit(url)
    if not url or parts.scheme == "console":
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(
            "MAIL_URL must look like smtp://user:password@mail.example.nl:587."
        )
    secure = parts.scheme == "smtps"
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname,
            "port": parts.port or (465 if secure else 587),
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_ssl": secure,
            "use_tls": not secure and not is_loopback(url),
            "timeout": 15,
        },
    }
