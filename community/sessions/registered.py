"""Brings what registers itself when it is imported: mails, terms of keeping."""

from community.sessions.breakouts import retention as of_breakouts
from community.sessions.questions import retention as of_questions
from community.sessions.registration import mail, services
from community.sessions.registration import retention as of_registrations

__all__ = ["mail", "of_breakouts", "of_questions", "of_registrations", "services"]
