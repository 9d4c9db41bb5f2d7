"""Hand one owed mail to the mail server, once."""

import logging
import smtplib
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.db.models import F

from home.mail.models import OwedMail
from home.mail.registry import kind_of
from home.privacy.keepers import NOBODY

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
PATIENCE = timedelta(hours=6)  # the longest wait between two attempts
DOUBLINGS = 10  # of a minute; more is past our patience, and in the end past counting


def send(owed: OwedMail, *, now: datetime) -> bool:
    """Who takes the lease sends; a crash then repeats it with the same Message-ID."""
    mine = OwedMail.objects.due(now).filter(pk=owed.pk)
    if not mine.update(leased_until=now + LEASE, attempts=F("attempts") + 1):
        return False
    owed.refresh_from_db()
    row = OwedMail.objects.filter(pk=owed.pk)
    try:
        message = _built(owed)
        if message is None:
            row.update(dropped_at=now, leased_until=None)
            return False
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        _postpone(owed, now)
        logger.warning(
            "mail not sent", extra={"owed": owed.pk, "error": type(error).__name__}
        )
        return False
    except Exception:  # a mail that cannot be made may not stop those behind it
        _postpone(owed, now)
        logger.exception("a mail is broken", extra={"owed": owed.pk})
        return False
    row.update(sent_at=now, leased_until=None)
    return True


def _built(owed: OwedMail) -> EmailMessage | None:
    """The message, or None when what it is about is gone or no longer so.

    Nor when who would get it was erased since, whatever the kind."""
    kind = kind_of(owed.kind)
    about = kind.model._default_manager.filter(pk=owed.about_id).first()
    message = kind.build(about) if about else None
    if message is None or not set(message.recipients()) - {NOBODY}:
        return None
    message.extra_headers["Message-ID"] = owed.message_id
    return message


def _postpone(owed: OwedMail, now: datetime) -> None:
    again = now + wait_after(owed.attempts)
    OwedMail.objects.filter(pk=owed.pk).update(not_before=again, leased_until=None)


def wait_after(attempts: int) -> timedelta:
    """Twice as long after every failure, up to our patience."""
    return min(timedelta(minutes=2 ** min(attempts, DOUBLINGS)), PATIENCE)
