"""Remind who did not answer, and tell who invited them; for `tick`, in few queries."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from events.guests.models import Guest
from events.guests.rules import is_daytime, is_silence_told, reminder_due
from home.mail.services import Debt, owe_mails

FACTS = ("pk", "invited_at", "sent_again_at", "reminded_at", "changes_until")


def remind(*, now: datetime) -> int:
    """At most four times each; who confirms, declines or is replaced is left alone.

    An invitation that was answered a moment ago is no trouble: its mail then says that
    it has lost its sense, and is dropped."""
    if not is_daytime(now):
        return 0
    due = {
        guest.pk: name
        for guest in _unanswered(now).exclude(email="")
        if (
            name := reminder_due(
                invited_at=guest.invited_at,
                mailed_at=(guest.sent_again_at, guest.reminded_at),
                changes_until=guest.changes_until,
                now=now,
            )
        )
    }
    with transaction.atomic():
        for some in _in_parts(list(due)):
            Guest.objects.filter(pk__in=some, admitted_at=None).update(reminded_at=now)
            debts = [Debt("events.reminder", pk, due[pk]) for pk in some]
            owe_mails(debts, now=now)
    return len(due)


def tell_of_silence(*, now: datetime) -> int:
    """The host, and the buyer where that is somebody else: nobody answered yet."""
    if not is_daytime(now):
        return 0
    silent = [
        guest.pk
        for guest in _unanswered(now).filter(silence_told_at=None)
        if is_silence_told(
            invited_at=guest.invited_at, changes_until=guest.changes_until, now=now
        )
    ]
    with transaction.atomic():
        for some in _in_parts(silent):
            guests = Guest.objects.filter(pk__in=some)
            by_others = ~Q(pair__host_email=F("pair__order__buyer_email"))
            hosted = guests.exclude(pair__host_email="")
            owe_mails(_debts("events.guest_silent", hosted), now=now)
            owe_mails(
                _debts("events.guest_silent_to_buyer", guests.filter(by_others)),
                now=now,
            )
            guests.update(silence_told_at=now)
    return len(silent)


def _unanswered(now: datetime):
    """The few facts that decide, without the rest of the row."""
    return (
        Guest.objects.unanswered(now)
        .annotate(changes_until=F("pair__order__event__changes_until"))
        .order_by("pk")
        .values_list(*FACTS, named=True)
    )


def _debts(kind: str, guests) -> list[Debt]:
    return [Debt(kind, pk) for pk in guests.order_by("pk").values_list("pk", flat=True)]


def _in_parts(numbers: list[int]) -> Iterable[list[int]]:
    """A database takes only so many values in one question."""
    return (numbers[start : start + 500] for start in range(0, len(numbers), 500))
