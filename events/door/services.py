"""Find who stands at the door, let them in, and undo a mistake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet

from events.door.models import CheckIn
from events.door.rules import Verdict, Visitor, verdict
from events.guests.models import FormerHost, Guest
from events.orders.models import Pair
from events.orders.taking_over import came_in
from events.tickets.models import Event

MOST_FOUND = 20


class Refused(Exception):
    """The door says no; `verdict` says why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict = verdict


class ProofNeeded(Exception):
    """Admitted on age, and nobody has seen a proof yet."""


@dataclass(frozen=True)
class Found:
    """Whom the screen shows, and how many more there are of them."""

    visitors: list[Visitor]
    more: int = 0


def find(*, event: Event, text: str) -> Found:
    """By the code in the QR, by what stands below it, or by a part of a name."""
    text = text.strip()
    if not text:
        return Found([])
    by_code = _by_code(event, text)
    if by_code is not None:
        return Found([by_code])
    about = _pairs(event).filter(_about(text)).order_by("host_name", "pk")
    pairs, more = _first(about)
    visitors = [visitor for pair in pairs for visitor in both(pair)]
    former = _former(event, text)
    return Found(visitors + former.visitors, more + former.more)


def _first(rows: QuerySet[Any]) -> tuple[list[Any], int]:
    """As many as fit the screen, and how many do not; those are seldom counted."""
    first = list(rows[: MOST_FOUND + 1])
    more = rows.count() - MOST_FOUND if len(first) > MOST_FOUND else 0
    return first[:MOST_FOUND], more


def both(pair: Pair) -> list[Visitor]:
    """Host and guest of a pair; the guest is left out while there is none."""
    host = _visitor(pair, None, code=pair.host_code, name=pair.host_name)
    return [host] if pair.guest is None else [host, _as_visitor(pair, pair.guest)]


def pair_of(*, event: Event, pair_id: int) -> Pair:
    """Raises Pair.DoesNotExist for a pair of another event."""
    return _pairs(event).get(pk=pair_id)


@transaction.atomic
def check_in(
    *, pair: Pair, code: str, proof_seen: bool, by: User | None, now: datetime
) -> CheckIn:
    """Let the person with this code in, once; who checks at the same moment waits.

    A person and not a half: who was replaced while the page was open stays out."""
    event = pair.order.event
    Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    visitor = _by_code(event, code)
    if visitor is None or visitor.pair.pk != pair.pk:
        raise Refused(Verdict.UNKNOWN)
    answer = verdict(visitor, first_day=event.first_day)
    if answer != Verdict.WELCOME:
        raise Refused(answer)
    if visitor.must_show_proof and not proof_seen:
        raise ProofNeeded
    came_in(pair, now)
    return CheckIn.objects.create(
        pair=pair,
        guest=visitor.guest,
        is_guest=visitor.is_guest,
        code=code,
        at=now,
        by=by,
        proof_seen=proof_seen,
    )


@transaction.atomic
def check_in_together(
    *,
    pair: Pair,
    codes: Iterable[str],
    proof_seen: bool,
    by: User | None,
    now: datetime,
) -> None:
    """Each person with one of these codes, or nobody: what stops one stops all."""
    for code in codes:
        check_in(pair=pair, code=code, proof_seen=proof_seen, by=by, now=now)


@transaction.atomic
def undo(*, pair: Pair, code: str, now: datetime) -> None:
    """The row stays, with the moment it was taken back."""
    standing = CheckIn.objects.standing().filter(pair=pair, code=code)
    standing.update(undone_at=now)


def counts(*, event: Event) -> tuple[int, int]:
    """How many people are in, and how many may come."""
    sold = Pair.objects.filter(order__event=event, state=Pair.State.SOLD).count()
    return CheckIn.objects.standing().of_event(event).count(), 2 * sold


def _pairs(event: Event) -> QuerySet[Pair]:
    """With all that the screen shows of a pair."""
    return (
        Pair.objects.in_order()
        .filter(order__event=event)
        .select_related("order__event")
        .prefetch_related(
            Prefetch("check_ins", CheckIn.objects.standing(), to_attr="standing")
        )
    )


def _visitor(
    pair: Pair, guest: Guest | None, *, code: str, name: str, is_replaced: bool = False
) -> Visitor:
    """With who is in already of this half of the pair; needs `_pairs()`."""
    standing: list[CheckIn] = getattr(pair, "standing", [])
    half = {one.code: one.at for one in standing if one.is_guest == (guest is not None)}
    in_since = half.pop(code, None)
    other = max(half.values(), default=None)
    return Visitor(pair, code, name, guest, is_replaced, in_since, other)


def _as_visitor(pair: Pair, guest: Guest) -> Visitor:
    return _visitor(
        pair,
        guest,
        code=guest.code,
        name=guest.name,
        is_replaced=not guest.is_current,
    )


def _former(event: Event, text: str) -> Found:
    """Who was replaced and has no QR at hand: the door knows them by name too."""
    if len(text) < 2:
        return Found([])
    guests = Guest.objects.of_event(event).filter(replaced_at__isnull=False)
    guests = guests.filter(name__icontains=text).order_by("name", "pk")
    hosts = FormerHost.objects.filter(pair__order__event=event)
    hosts = hosts.filter(name__icontains=text).order_by("name", "pk")
    (mine, more_guests), (theirs, more_hosts) = _first(guests), _first(hosts)
    found = [*mine, *theirs]
    pairs = _pairs(event).in_bulk({one.pair_id for one in found}) if found else {}
    visitors = [
        _as_visitor(pairs[one.pair_id], one)
        if isinstance(one, Guest)
        else _former_host(pairs[one.pair_id], one)
        for one in found
    ]
    return Found(visitors, more_guests + more_hosts)


def _former_host(pair: Pair, former: FormerHost) -> Visitor:
    return _visitor(pair, None, code=former.code, name=former.name, is_replaced=True)


def _by_code(event: Event, text: str) -> Visitor | None:
    """A QR belongs to one person, also when that person was replaced since."""
    pair = _pairs(event).filter(host_code=text).first()
    if pair is not None:
        return both(pair)[0]
    guest = Guest.objects.of_event(event).filter(code=text).first()
    if guest is not None:
        return _as_visitor(_pairs(event).get(pk=guest.pair_id), guest)
    former = FormerHost.objects.filter(pair__order__event=event, code=text).first()
    if former is not None:
        return _former_host(_pairs(event).get(pk=former.pair_id), former)
    return None


def _about(text: str) -> Q:
    """`7BKPG9VE-1`, `7BKPG9VE`, or a part of anybody's name or address."""
    reference, _, number = text.upper().partition("-")
    by_reference = Q(order__reference=reference)
    if number.isdecimal() and len(number) < 4:
        by_reference &= Q(number=int(number))
    if len(text) < 2:
        return by_reference
    by_name = Q(host_name__icontains=text) | Q(order__buyer_name__icontains=text)
    guest = Guest.objects.current().filter(name__icontains=text).values("pair")
    return by_reference | by_name | Q(pk__in=guest)
