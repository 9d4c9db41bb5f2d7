"""Whom a message goes to, and owe it to each of them once."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from events.guests.models import Guest
from events.orders.models import Pair
from events.organiser.messages.models import Addressee, Message
from events.tickets.models import Event
from home.mail.services import Debt, owe_mails


class NobodyThere(Exception):
    """Nobody has such an address at this moment."""


@dataclass(frozen=True)
class Letter:
    """What was typed."""

    to: str
    subject: str
    text: str


def addressees_of(event: Event, to: str) -> list[Addressee]:
    """One for each person, by address: who hosts three pairs reads it once."""
    if to == Message.To.HOSTS:
        pairs = Pair.objects.of_event(event).filter(state=Pair.State.SOLD)
        hosts = pairs.exclude(host_email="").order_by("pk")
        found = [(pair.host_email, Addressee(pair=pair)) for pair in hosts]
    else:
        found = [
            (guest.email, Addressee(pair=guest.pair, guest=guest))
            for guest in _guests(event)
            if to == Message.To.GUESTS or not guest.is_valid_for(event.first_day)
        ]
    first = {}
    for email, addressee in found:
        first.setdefault(email.casefold(), addressee)
    return list(first.values())


def _guests(event: Event) -> QuerySet[Guest]:
    """Invited now, of a pair that is sold."""
    current = Guest.objects.current().of_event(event)
    known = current.filter(pair__state=Pair.State.SOLD).exclude(email="")
    return known.select_related("pair").order_by("pk")


@transaction.atomic
def send_message(
    *, event: Event, letter: Letter, key: uuid.UUID, by: User, now: datetime
) -> Message:
    """Every mail is owed with the message, so a crash loses none; raises NobodyThere.

    The same key again finds what was sent."""
    addressees = addressees_of(event, letter.to)
    if not addressees:
        raise NobodyThere
    message, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "event": event,
            "to": letter.to,
            "subject": letter.subject,
            "text": letter.text,
            "by": by,
            "sent_at": now,
        },
    )
    if is_new:
        for addressee in addressees:
            addressee.message = message
        made = Addressee.objects.bulk_create(addressees)
        owe_mails([Debt("events.message", each.pk) for each in made], now=now)
    return message
