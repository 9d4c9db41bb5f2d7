"""What about the money needs a person; normally nothing. Sorted and cut in SQL."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Value

from events.ledger.kinds import KINDS, SEEN
from events.ledger.models import Seen
from events.orders.models import Order

type Line = tuple[str, int, datetime]  # kind, number of the row, since


@dataclass(frozen=True)
class Matter:
    """One thing to decide about, and what can be done."""

    kind: str
    about: int
    what: str
    why: str
    amount: Decimal
    since: datetime
    order: Order | None
    acts: tuple[tuple[str, str], ...]


def waiting(
    *, now: datetime, orders: QuerySet[Order] | None = None
) -> QuerySet[Any, Line]:
    """A `Line` each, oldest first; with `orders` only what is about those."""
    first, *others = [
        _rows(kind, now, orders)
        .order_by()
        .annotate(matter=Value(kind), about=F("pk"))
        .values_list("matter", "about", "since")
        for kind in KINDS
    ]
    return first.union(*others, all=True).order_by("since", "matter", "about")


def in_words(lines: Iterable[Line], *, now: datetime) -> list[Matter]:
    """Of some of `waiting`, in their order; one query for each kind there is."""
    keys = [(kind, about) for kind, about, _ in lines]
    numbers = defaultdict(list)
    for kind, about in keys:
        numbers[kind].append(about)
    found = {
        (kind, row.pk): _matter(kind, row)
        for kind, some in numbers.items()
        for row in _rows(kind, now).filter(pk__in=some)
    }
    return [found[key] for key in keys if key in found]


def matters(
    *, now: datetime, orders: QuerySet[Order] | None = None, most: int | None = None
) -> list[Matter]:
    """The oldest of them, or all."""
    return in_words(waiting(now=now, orders=orders)[:most], now=now)


def find(
    kind: str, about: int, *, now: datetime, orders: QuerySet[Order] | None = None
) -> Matter | None:
    """One of those that wait."""
    if kind not in KINDS:
        return None
    row = _rows(kind, now, orders).filter(pk=about).first()
    return row and _matter(kind, row)


def _rows(
    name: str, now: datetime, orders: QuerySet[Order] | None = None
) -> QuerySet[Any]:
    """Of one kind, each with its order and `since`; not what somebody looked at."""
    kind = KINDS[name]
    rows = kind.rows(now)
    if orders is not None:
        rows = (
            rows.filter(**{f"{kind.order}__in": orders}) if kind.order else rows.none()
        )
    if SEEN in kind.acts:
        rows = rows.exclude(
            Exists(Seen.objects.filter(kind=name, about=OuterRef("pk")))
        )
    if kind.order:
        rows = rows.select_related(f"{kind.order}__event")
    return rows.annotate(since=kind.since)


def _matter(name: str, row: Any) -> Matter:
    kind = KINDS[name]
    order = row if kind.order else None
    for step in kind.order.split("__"):  # a line of Stripe's may be of no payment
        order = order and getattr(order, step)
    what, why = kind.say(row)
    return Matter(name, row.pk, what, why, row.amount, row.since, order, kind.acts)
