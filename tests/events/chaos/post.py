"""The mail server: keeps what it took, refuses on order, and may see us die."""

import smtplib
from collections import Counter

from django.core.mail.backends.base import BaseEmailBackend

from tests.events.chaos.crashes import Crashes


class Office:
    """Who got which mail, by Message-ID; only ids, so that a long walk stays small."""

    def __init__(self, crashes: Crashes) -> None:
        self.crashes = crashes
        self.refuses = False
        self.taken: Counter[str] = Counter()

    def take(self, message) -> None:
        if self.refuses:
            raise smtplib.SMTPServerDisconnected
        self.crashes.point()
        message.message()  # as a real server would read it
        number = message.extra_headers["Message-ID"]
        self.taken[number] += 1
        self.crashes.unnoted = number
        self.crashes.point()


class Post(BaseEmailBackend):
    """For `MAILERS`; the office is put here by the world."""

    office: Office

    def send_messages(self, email_messages):
        for message in email_messages:
            self.office.take(message)
        return len(email_messages)
