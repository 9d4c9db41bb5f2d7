"""Development only: read the mails that the file backend kept in var/mail."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

LINE = b"\n" + b"-" * 79 + b"\n"


def kept_mails(folder: Path) -> list[EmailMessage]:
    """All kept mails, newest first; their names tell those of one second not apart."""
    mails = []
    for file in sorted(folder.glob("*.log"), key=last_written, reverse=True):
        parts = file.read_bytes().split(LINE)[:-1]  # after the last one: half a mail
        mails += [
            message_from_bytes(part, policy=policy.default) for part in reversed(parts)
        ]
    return mails


def last_written(file: Path) -> int:
    return file.stat().st_mtime_ns
