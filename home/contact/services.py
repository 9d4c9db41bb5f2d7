"""Take a message in."""

from datetime import datetime

from django.db import transaction

from home.contact.models import Message
from home.mail.services import owe_mail


@transaction.atomic
def leave_message(*, name: str, email: str, text: str, now: datetime) -> Message:
    """Keep it and owe the mail about it, together."""
    message = Message.objects.create(name=name, email=email, text=text, sent_at=now)
    owe_mail(kind="home.contact_message", about=message, now=now)
    return message
