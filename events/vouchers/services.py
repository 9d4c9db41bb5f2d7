"""Find a code and what is left of it; keep places apart and let them go again."""

import logging
from datetime import datetime

from django.apps import apps
from django.db import transaction
from django.db.models import Q

from events.tickets.models import DuoTicket, Event, Place
from events.tickets.services import lock
from events.vouchers.models import Voucher, VoucherUse
from events.vouchers.rules import is_over_at, is_valid_at, plain

logger = logging.getLogger(__name__)


class VoucherRefused(Exception):
    """This code takes nothing off this order; each kind says why."""


class NoSuchCode(VoucherRefused):
    """Unknown, or of another event."""


class NotValidNow(VoucherRefused):
    """Before its first moment, or after its last."""


class OtherType(VoucherRefused):
    """Good for other ticket types."""


class NeedsCode(VoucherRefused):
    """A type that is ordered with a code of its own, or not at all."""


class UsedUp(VoucherRefused):
    """Good for fewer pairs than are ordered; `left` says how many."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class UsesTaken(Exception):
    """More pairs use the code than its new number; `taken` says how many."""

    def __init__(self, taken: int) -> None:
        super().__init__(taken)
        self.taken = taken


class NoRoom(Exception):
    """Fewer places are free than are to be kept apart; `left` says how many.

    So many others are empty, and `offered` to who waits."""

    def __init__(self, left: int, offered: int) -> None:
        super().__init__(left, offered)
        self.left, self.offered = left, offered


def find_voucher(event: Event, code: str, ticket: DuoTicket, now: datetime) -> Voucher:
    """Raises VoucherRefused; whether it is used up is only known under the lock."""
    voucher = _by_code(event, code)
    check_voucher(voucher, ticket, now)
    return voucher


def check_voucher(voucher: Voucher, ticket: DuoTicket, now: datetime) -> None:
    if not is_valid_at(voucher, now):
        raise NotValidNow
    types = set(voucher.tickets.values_list("pk", flat=True))
    if ticket.pk not in types and (types or ticket.only_with_code):
        raise OtherType


def types_of(event: Event, code: str, now: datetime) -> list[DuoTicket]:
    """What this code is good for, on sale or not. Raises VoucherRefused."""
    voucher = _by_code(event, code)
    if not is_valid_at(voucher, now):
        raise NotValidNow
    for_all = event.tickets.filter(only_with_code=False)
    own = voucher.tickets.order_by("position", "pk")
    return list(own or for_all.order_by("position", "pk"))


def free_uses(voucher: Voucher, pairs: int) -> list[VoucherUse]:
    """For all of these pairs, or UsedUp; the event is locked."""
    uses = list(voucher.uses.filter(pair=None).order_by("number")[:pairs])
    if len(uses) < pairs:
        raise UsedUp(len(uses))
    return uses


@transaction.atomic
def save_voucher(*, voucher: Voucher, now: datetime) -> Voucher:
    """Write it with as many uses as it is good for, and keep or free its places."""
    event = lock(voucher.event)
    voucher.code = plain(voucher.code)
    voucher.save()
    there = set(voucher.uses.values_list("number", flat=True))
    taken = voucher.uses.filter(pair__isnull=False).count()
    if voucher.most < taken:
        raise UsesTaken(taken)
    spare = len(there) - voucher.most
    if spare > 0:
        gone = voucher.uses.filter(pair=None).order_by("-number")[:spare]
        VoucherUse.objects.filter(pk__in=[use.pk for use in gone]).delete()
    numbers = [n for n in range(1, len(there) + voucher.most + 1) if n not in there]
    VoucherUse.objects.bulk_create(
        VoucherUse(voucher=voucher, number=number)
        for number in numbers[: max(0, -spare)]
    )
    keep = voucher.keeps_places and not is_over_at(voucher, now)
    _keep_apart(event, voucher, voucher.most - taken if keep else 0, now)
    return voucher


@transaction.atomic
def remove_voucher(*, voucher: Voucher) -> None:
    """Its places are for everybody again. An order that used it keeps it (PROTECT)."""
    event = lock(voucher.event)
    Place.objects.filter(event=event, pool=voucher.pk, pair=None).update(pool=0)
    voucher.delete()


def free_kept_places(*, now: datetime) -> int:
    """For `tick`: what a code that is over kept apart is for everybody again."""
    over = Voucher.objects.filter(Q(keeps_places=False) | Q(valid_until__lte=now))
    kept = Place.objects.filter(pool__in=over.values("pk"), pair=None)
    freed = 0
    for event in Event.objects.filter(pk__in=kept.values("event")).order_by("pk"):
        try:
            with transaction.atomic():
                lock(event)
                freed += kept.filter(event=event).update(pool=0)
        except Exception:  # one event that fails may not stop those behind it
            logger.exception("places not freed", extra={"event": event.pk})
    return freed


def _by_code(event: Event, code: str) -> Voucher:
    voucher = Voucher.objects.filter(event=event, code=plain(code)).first()
    if voucher is None:
        raise NoSuchCode
    return voucher


def _keep_apart(event: Event, voucher: Voucher, wanted: int, now: datetime) -> None:
    """So many places that nobody has yet, or NoRoom; the event is locked.

    A place that was offered is promised, also while no order holds it."""
    mine = Place.objects.filter(event=event, pool=voucher.pk, pair=None)
    kept = list(mine.order_by("-number").values_list("pk", flat=True))
    more = wanted - len(kept)
    if more <= 0:
        Place.objects.filter(pk__in=kept[: len(kept) - wanted]).update(pool=0)
        return
    public = Place.objects.filter(event=event, pool=0, pair=None).order_by("-number")
    offers = apps.get_model("events.WaitingEntry").objects.offered().claiming(now)
    promised = offers.filter(event=event, order__pairs__isnull=False).count()
    free = list(public.values_list("pk", flat=True))
    numbers = free[promised : promised + more]
    if len(numbers) < more:
        raise NoRoom(len(kept) + len(numbers), min(promised, len(free)))
    Place.objects.filter(pk__in=numbers).update(pool=voucher.pk)
