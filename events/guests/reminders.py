"""Remind who did not answer, and tell who invited them; for `tick`, in few queries."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Q

from events.guests.models import Guest
from events.guests.rules import is_daytime, is_silence_told, reminder_due
from home.mail.services import Debt, owe_mails

FACTS = (
    *("pk", "invited_at", "admitted_at", "sent_again_at", "reminded_at"),
    *("moved_at", "changes_until"),
)


def remind(*, now: datetime) -> int:
    """At most four times each; who confirms, declines or is replaced is left alone.

    Who must confirm again since the event moved was asked anew on that day. An
    invitation that was answered a moment ago is no trouble: its mail then says that it
    has lost its sense, and is dropped."""
    if not is_daytime(now):
        return 0
    due = {
        guest.pk: name + (since_it_moved(guest) if guest.admitted_at else "")
        for guest in _unanswered(now).exclude(email="")
        if (
            name := reminder_due(
                invited_at=_asked_at(guest),
                mailed_at=(guest.sent_again_at, guest.reminded_at, guest.moved_at),
                changes_until=guest.changes_until,
                now=now,
            )
        )
    }
    with transaction.atomic():
        for some in _in_parts(list(due)):
            still = Guest.objects.unanswered(now).filter(pk__in=some)
            still.update(reminded_at=now)
            debts = [Debt("events.reminder", pk, due[pk]) for pk in some]
            owe_mails(debts, now=now)
    return len(due)


def tell_of_silence(*, now: datetime) -> int:
    """The host, and the buyer where that is somebody else: nobody answered yet."""
    if not is_daytime(now):
        return 0
    untold = Q(silence_told_at=None) | Q(silence_told_at__lt=F("moved_at"))
    silent = {
        guest.pk: since_it_moved(guest)
        for guest in _unanswered(now).filter(untold)
        if is_silence_told(
            invited_at=_asked_at(guest), changes_until=guest.changes_until, now=now
        )
    }
    with transaction.atomic():
        for some in _in_parts(list(silent)):
            guests = Guest.objects.filter(pk__in=some).order_by("pk")
            by_others = ~Q(pair__host_email=F("pair__order__buyer_email"))
            for kind, told in (
                ("events.guest_silent", guests.exclude(pair__host_email="")),
                ("events.guest_silent_to_buyer", guests.filter(by_others)),
            ):
                numbers = told.values_list("pk", flat=True)
                owe_mails([Debt(kind, pk, silent[pk]) for pk in numbers], now=now)
            guests.order_by().update(silence_told_at=now)
    return len(silent)


def _unanswered(now: datetime):
    """The few facts that decide, without the rest of the row."""
    return (
        Guest.objects.unanswered(now)
        .annotate(
            changes_until=F("pair__order__event__changes_until"),
            moved_at=Max("pair__order__event__moves__at"),
        )
        .order_by("pk")
        .values_list(*FACTS, named=True)
    )


def _asked_at(guest) -> datetime:
    """The invitation, or the mail that asks to confirm for the new day."""
    return (guest.admitted_at and guest.moved_at) or guest.invited_at


def since_it_moved(row) -> str:
    """Asked anew is another occasion for the same mail."""
    return f" na {row.moved_at:%Y%m%d%H%M}" if row.moved_at else ""


def _in_parts(numbers: list[int]) -> Iterable[list[int]]:
    """A database takes only so many values in one question."""
    return (numbers[start : start + 500] for start in range(0, len(numbers), 500))
