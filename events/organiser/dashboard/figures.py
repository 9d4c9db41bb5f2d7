"""The figures of one event: as many queries for two thousand pairs as for two."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone

from events.guests.models import Guest
from events.guests.retention import CONTACT
from events.orders.models import Pair
from events.orders.resales import Resale
from events.organiser.exports.rows import is_confirmed, with_people
from events.payments.models import Payment, Refund
from events.tickets.models import Event

MOST_WEEKS = 26
WEEK = timedelta(days=7)
NOT_ASKED = "niet gevraagd"  # who is young enough says nothing of a sector


@dataclass(frozen=True)
class Week:
    """How many pairs were sold at the end of this week, all together."""

    monday: date
    sold: int

    @property
    def name(self) -> str:
        return f"wk {self.monday.isocalendar().week}"


@dataclass(frozen=True)
class Money:
    """What came in through payments, and what went back or will."""

    paid: Decimal
    back: Decimal

    @property
    def left(self) -> Decimal:
        return self.paid - self.back


@dataclass(frozen=True)
class Figures:
    """All that the page shows."""

    sold: int
    held: int
    put_back: int  # for sale again, and sold until somebody pays
    being_bought: int  # of these
    capacity: int
    complete: int
    no_guest: int
    no_answer: int
    ask_again: int
    grounds: list[tuple[str, int]]
    sectors: list[tuple[str, int]]
    kinds: list[tuple[str, int]]
    weeks: list[Week]
    money: Money

    @property
    def unconfirmed(self) -> int:
        return self.no_guest + self.no_answer + self.ask_again

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.sold - self.held)


def figures_of(event: Event, *, now: datetime) -> Figures:
    """Three queries for the pairs and their people, three for the sums.

    A host whom we forgot in time was there: the pair stays complete."""
    is_forgotten = event.ends_at + CONTACT <= now
    held = Pair.objects.of_event(event).filter(state=Pair.State.HELD)
    sold = (p for p in with_people(event) if p["state"] == Pair.State.SOLD)
    pairs = [pair for pair in sold if pair["order__paid_at"]]
    guests = [pair for pair in pairs if is_confirmed(pair, event)]
    grounds = Counter(pair["now__ground"] for pair in guests)
    sectors = Counter(pair["now__sector__name"] or NOT_ASKED for pair in guests)
    named = [pair for pair in pairs if pair["now__pk"] is not None]
    judged = [pair for pair in named if pair["now__ground"]]
    complete = sum(is_forgotten or bool(pair["host_email"]) for pair in guests)
    return Figures(
        sold=len(pairs),
        held=held.filter(instead_of=None).count(),
        put_back=Resale.objects.standing().filter(pair__order__event=event).count(),
        being_bought=held.filter(instead_of__isnull=False).count(),
        capacity=event.capacity,
        complete=complete,
        no_guest=len(pairs) - len(named),
        no_answer=len(named) - len(judged),
        ask_again=len(judged) - len(guests),
        grounds=[
            (f"jonger dan {event.age_limit}", grounds[Guest.Ground.AGE]),
            ("andere sector", grounds[Guest.Ground.SECTOR]),
        ],
        sectors=_largest_first(sectors),
        kinds=_largest_first(Counter(pair["ticket__name"] for pair in pairs)),
        weeks=_weeks(timezone.localdate(pair["order__paid_at"]) for pair in pairs),
        money=_money(event),
    )


def _weeks(days: Iterable[date]) -> list[Week]:
    """From the week of the first sale to that of the last; the latest half year."""
    per_week = Counter(day - timedelta(days=day.weekday()) for day in days)
    if not per_week:
        return []
    monday, last, sold, weeks = min(per_week), max(per_week), 0, []
    while monday <= last:
        sold += per_week[monday]
        weeks.append(Week(monday, sold))
        monday += WEEK
    return weeks[-MOST_WEEKS:]


def _money(event: Event) -> Money:
    paid = Payment.objects.filter(order__event=event, status=Payment.Status.PAID)
    back = Refund.objects.that_count().filter(payment__order__event=event)
    return Money(_sum(paid), _sum(back))


def _sum(rows) -> Decimal:
    return rows.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def _largest_first(counter: Counter) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))
