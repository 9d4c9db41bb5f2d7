"""Find who stands at the door, let them in, and undo a mistake."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet

from events.door.models import CheckIn
from events.door.rules import Verdict, Visitor, verdict
from events.guests.models import Guest
from events.orders.models import Pair
from events.tickets.models import Event

MOST_FOUND = 20


class Refused(Exception):
    """The door says no; `verdict` says why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict = verdict


class ProofNeeded(Exception):
    """Admitted on age, and nobody has seen a proof yet."""


def find(*, event: Event, text: str) -> list[Visitor]:
    """By the code in the QR, by what stands below it, or by a part of a name."""
    text = text.strip()
    if not text:
        return []
    by_code = _by_code(event, text)
    if by_code is not None:
        return [by_code]
    pairs = _pairs(event).filter(_about(text)).order_by("host_name", "pk")
    visitors = []
    for pair in pairs[:MOST_FOUND]:
        visitors += both(pair)
    return visitors


def both(pair: Pair) -> list[Visitor]:
    """Host and guest of a pair; the guest is left out while there is none."""
    inside = _inside(pair)
    host = Visitor(pair, None, inside.get(False))
    if pair.guest is None:
        return [host]
    return [host, Visitor(pair, pair.guest, inside.get(True))]


def pair_of(*, event: Event, pair_id: int) -> Pair:
    """Raises Pair.DoesNotExist for a pair of another event."""
    return _pairs(event).get(pk=pair_id)


@transaction.atomic
def check_in(
    *,
    pair: Pair,
    is_guest: bool,
    proof_seen: bool,
    by: User | None,
    now: datetime,
) -> CheckIn:
    """Let one person in, once; whoever checks at the same moment waits here."""
    event = pair.order.event
    Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    people = {visitor.is_guest: visitor for visitor in both(_fresh(pair))}
    visitor = people.get(is_guest)
    if visitor is None:
        raise Refused(Verdict.UNCONFIRMED)
    answer = verdict(visitor, first_day=event.first_day)
    if answer != Verdict.WELCOME:
        raise Refused(answer)
    if visitor.must_show_proof and not proof_seen:
        raise ProofNeeded
    return CheckIn.objects.create(
        pair=pair,
        guest=visitor.guest,
        is_guest=is_guest,
        at=now,
        by=by,
        proof_seen=proof_seen,
    )


@transaction.atomic
def undo(*, pair: Pair, is_guest: bool, now: datetime) -> None:
    """The row stays, with the moment it was taken back."""
    standing = CheckIn.objects.standing().filter(pair=pair, is_guest=is_guest)
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


def _inside(pair: Pair) -> dict[bool, datetime]:
    """Since when the guest (True) and the host (False) are in; needs `_pairs()`."""
    standing: list[CheckIn] = getattr(pair, "standing", [])
    return {check_in.is_guest: check_in.at for check_in in standing}


def _fresh(pair: Pair) -> Pair:
    return _pairs(pair.order.event).get(pk=pair.pk)


def _by_code(event: Event, text: str) -> Visitor | None:
    """A QR belongs to one person, also when that person was replaced since."""
    pair = _pairs(event).filter(host_code=text).first()
    if pair is not None:
        return both(pair)[0]
    guest = Guest.objects.of_event(event).filter(code=text).first()
    if guest is None:
        return None
    pair = _pairs(event).get(pk=guest.pair_id)
    inside = _inside(pair)
    return Visitor(pair, guest, inside.get(True) if guest.is_current else None)


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
