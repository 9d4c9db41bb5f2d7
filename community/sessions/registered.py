"""Brings what registers itself when it is imported: mails, terms of keeping."""

from community.sessions.registration import mail, retention, services

__all__ = ["mail", "retention", "services"]
