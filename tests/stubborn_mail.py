"""A mail server with a will of its own: it keeps what it takes, and says no to some."""

import smtplib

from django.core.mail.backends.locmem import EmailBackend

refuses: dict[str, tuple[int, bytes]] = {}  # address → what it answers
troubles: list[Exception] = []  # for the next mails, whoever they are for
is_away: list[bool] = []  # not even a connection


def calm_down() -> None:
    refuses.clear()
    troubles.clear()
    is_away.clear()


class StubbornBackend(EmailBackend):
    """What smtplib raises, at the moments when it does."""

    def open(self):
        if is_away:
            raise ConnectionRefusedError
        return super().open()

    def send_messages(self, messages):
        [message] = messages
        [to] = message.to
        if to in refuses:
            raise smtplib.SMTPRecipientsRefused({to: refuses[to]})
        if troubles and (trouble := troubles.pop(0)):
            raise trouble
        return super().send_messages(messages)
