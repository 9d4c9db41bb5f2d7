"""Brings what registers itself when it is imported: mails, terms of keeping."""

from importlib import import_module

PARTS = [
    "registration.services",
    "registration.mail",
    "registration.retention",
    "questions.retention",
    "breakouts.retention",
    "harvest.retention",
    "report.mail",
    "report.retention",
    "around",
]

for part in PARTS:
    import_module(f"community.sessions.{part}")
