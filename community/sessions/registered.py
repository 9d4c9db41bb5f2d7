"""Brings what registers itself when it is imported: mails, terms of keeping."""

from community.sessions.questions import retention as of_questions
from community.sessions.registration import mail, services
from community.sessions.registration import retention as of_registrations

__all__ = ["mail", "of_questions", "of_registrations", "services"]
