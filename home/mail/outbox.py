"""Development only: read the mails that the file backend kept in var/mail."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

LINE = b"\n" + b"-" * 79 + b"\n"


def kept_mails(folder: Path) -> list[EmailMessage]:
    """All kept mails, newest first."""
    mails = []
    for file in sorted(folder.glob("*.log"), reverse=True):
        parts = [part for part in file.read_bytes().split(LINE) if part.strip()]
        mails += [
            message_from_bytes(part, policy=policy.default) for part in reversed(parts)
        ]
    return mails
