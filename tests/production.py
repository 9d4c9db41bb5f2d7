"""The production settings, read afresh with an environment of one's own."""

import importlib
import sys
from types import SimpleNamespace

COMPLETE = {
    "SECRET_KEY": "geheim-genoeg-voor-een-test",
    "SITE_URL": "https://www.een-nieuw-geluid.example",
    "MAIL_URL": "smtp://post:geheim@mail.example:587",
    "STRIPE_SECRET_KEY": "sk_live_echt",
    "STRIPE_WEBHOOK_SECRET": "whsec_een",
}
OPTIONAL = (
    "DATABASE_URL",
    "MAIL_FROM",
    "REDIS_URL",
    "STRIPE_API_BASE",
    "TASK_WORKER",
    "WEB_CONCURRENCY",
)
HTTP = ("SECURE_", "SESSION_COOKIE_", "CSRF_", "MIDDLEWARE", "ALLOWED_", "PERMISSIONS_")


def production_settings(monkeypatch, environment: dict) -> SimpleNamespace:
    """With these variables and no other."""
    for name in (*COMPLETE, *OPTIONAL):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for module in ("config.settings.base", "config.settings.production"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return SimpleNamespace(
        **vars(importlib.import_module("config.settings.production"))
    )


def what_decides_about_http(its: SimpleNamespace) -> dict:
    """The settings that a visitor's browser notices."""
    return {name: value for name, value in vars(its).items() if name.startswith(HTTP)}
