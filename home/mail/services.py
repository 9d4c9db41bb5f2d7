"""Owe a mail together with its cause; pay what is still owed."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from home.mail.delivery import send
from home.mail.models import OwedMail
from home.mail.registry import kind_of
from home.mail.tasks import send_owed_mails


class Debt(NamedTuple):
    """One mail, by the number of what it is about."""

    kind: str
    about_id: int
    occasion: str = ""


def owe_mail(*, kind: str, about: Model, now: datetime, occasion: str = "") -> None:
    """Note the debt in the caller's transaction; the same fact is owed once."""
    if not isinstance(about, kind_of(kind).model):
        raise TypeError(f"{kind} is not about a {type(about).__name__}")
    owe_mails([Debt(kind, about.pk, occasion)], now=now, soon=True)


def owe_mails(debts: Iterable[Debt], *, now: datetime, soon: bool = False) -> None:
    """As many as there are in one statement; `tick` sends them, in parts.

    `soon` does not wait for it: a few that somebody expects go after the commit."""
    owed = OwedMail.objects.bulk_create(
        [
            OwedMail(
                kind=debt.kind,
                about_id=debt.about_id,
                occasion=debt.occasion,
                message_id=new_message_id(),
                not_before=now,
            )
            for debt in debts
        ],
        ignore_conflicts=True,  # the same fact is owed once
        batch_size=500,
    )
    if soon and owed:
        send = partial(send_owed_mails.enqueue, [mail.message_id for mail in owed])
        transaction.on_commit(send, robust=True)


def pay_owed_mail(*, now: datetime) -> int:
    """Send all that is due; returns how many went out."""
    due = OwedMail.objects.due(now).order_by("not_before", "pk")
    return sum(send(owed, now=now) for owed in due[:500])


def new_message_id() -> str:
    """Kept on a row, so that a mail that goes out again is the same mail."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"<{secrets.token_hex(16)}@{host}>"
