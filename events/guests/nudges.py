"""Ask who chooses the guest of a pair that has none yet; for `tick`, in few queries."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Case, Exists, F, Max, OuterRef, Q, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.guests.models import Guest
from events.guests.reminders import since_it_moved
from events.guests.rules import BEFORE_THE_DEADLINE, is_daytime, nudge_due
from events.orders.models import Pair
from home.mail.services import Debt, owe_mails


def nudge(*, now: datetime) -> int:
    """One mail for each address and order, about all its pairs that lack a guest.

    Never on the day of another mail about the same order; then it comes a day later."""
    if not is_daytime(now):
        return 0
    rows = list(_without_a_guest(now))
    today = timezone.localdate(now)
    reached = {
        row.address.casefold()
        for row in rows
        if row.nudged_at and timezone.localdate(row.nudged_at) == today
    }
    due = {row: name for row in rows if (name := _due(row, now))}
    busy = _with_mail_today({row.order_id for row in due}, now)
    debts, told = [], []
    mailed: dict[str, int] = {}  # address → order: a second order waits a day
    for row, name in due.items():
        address = row.address.casefold()
        if address in reached or row.order_id in busy:
            continue
        if address not in mailed:
            mailed[address] = row.order_id
            occasion = name + since_it_moved(row)
            debts.append(Debt("events.no_guest", row.pk, occasion))
        if mailed[address] == row.order_id:
            told.append(row.pk)
    with transaction.atomic():
        for some in _in_parts(told):
            Pair.objects.filter(pk__in=some).update(nudged_at=now)
        owe_mails(debts, now=now)
    return len(debts)


def _due(row, now: datetime) -> str:
    return nudge_due(
        known_at=(row.bought_at, row.nudged_at, row.declined_at, row.handed_over_at),
        changes_until=row.changes_until,
        now=now,
    )


def _without_a_guest(now: datetime):
    """Sold, near the deadline, nobody named; the few facts that decide."""
    event = "order__event"
    near = Pair.objects.filter(
        ~Exists(Guest.objects.current().filter(pair=OuterRef("pk"))),
        state=Pair.State.SOLD,
        **{
            f"{event}__called_off_at": None,
            f"{event}__changes_until__gt": now,
            f"{event}__changes_until__lte": now + max(BEFORE_THE_DEADLINE),
        },
    )
    return (
        near.annotate(
            bought_at=Coalesce("order__paid_at", "order__created_at"),
            changes_until=F(f"{event}__changes_until"),
            buyer=F("order__buyer_email"),
            declined_at=Max("guests__declined_at"),
            handed_over_at=Max("former_hosts__handed_over_at"),
            moved_at=Max(f"{event}__moves__at"),
        )
        .annotate(address=_chooser())
        .exclude(address="")
        .order_by("order_id", "number")
        .values_list(
            *("pk", "order_id", "address", "bought_at", "nudged_at"),
            *("declined_at", "handed_over_at", "moved_at", "changes_until"),
            named=True,
        )
    )


def _chooser() -> Case:
    """The host; the buyer, where nobody hosts yet."""
    return Case(When(host_email="", then=F("buyer")), default=F("host_email"))


def _with_mail_today(orders: set[int], now: datetime) -> set[int]:
    """A guest of it answered or stayed silent today, and somebody was told."""
    midnight = timezone.localtime(now).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    today = (
        Q(silence_told_at__gte=midnight)
        | Q(declined_at__gte=midnight)
        | Q(admitted_at__gte=midnight)
    )
    busy: set[int] = set()
    for some in _in_parts(sorted(orders)):
        guests = Guest.objects.filter(today, pair__order__in=some)
        busy.update(guests.values_list("pair__order", flat=True))
    return busy


def _in_parts(numbers: list[int]) -> Iterable[list[int]]:
    """A database takes only so many values in one question."""
    return (numbers[start : start + 500] for start in range(0, len(numbers), 500))
