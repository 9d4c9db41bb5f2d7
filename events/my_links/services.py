"""Ask for the links of an address, known or not: the same work either way."""

from datetime import datetime, timedelta

from django.db import transaction

from events.my_links.models import LinkRequest
from home.mail.services import Debt, owe_mails

PATIENCE = timedelta(minutes=10)  # between two mails to one address


@transaction.atomic
def ask_for_links(*, email: str, now: datetime) -> None:
    """Owe a mail that `tick` writes, never at once: the answer would take longer for
    who is known, and a clock would tell a stranger so."""
    email = email.lower()
    recent = LinkRequest.objects.filter(email=email, asked_at__gt=now - PATIENCE)
    if recent.exists():
        return
    request = LinkRequest.objects.create(email=email, asked_at=now)
    owe_mails([Debt("events.links", request.pk)], now=now)
