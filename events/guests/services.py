"""Name, invite, admit and let go: what happens to the two people of a pair."""

from datetime import date, datetime

from django.db import transaction

from events.guests.models import Guest
from events.guests.rules import ground_for
from events.orders.models import Order, Pair
from events.tickets.models import Event
from home.mail.services import owe_mail
from home.people.models import Sector


class TooLate(Exception):
    """The deadline of the event has passed (rule 5)."""


class AlreadyNamed(Exception):
    """Somebody stands there already, and was told so."""


class NotEligible(Exception):
    """Neither young enough nor from another sector (rule 2)."""


class EventOver(Exception):
    """A guest may confirm until the event ends (rule 5)."""


class NotCurrent(Exception):
    """Replaced, declined, or the pair has no place: this link is dead."""


@transaction.atomic
def invite(*, pair: Pair, name: str, email: str, now: datetime) -> Guest:
    """Name the guest of a pair that was sold, and owe the personal link."""
    pair = _lock(pair)
    if not pair.is_sold:
        raise NotCurrent
    if not pair.order.event.takes_changes_at(now):
        raise TooLate
    if pair.guests.current().exists():
        raise AlreadyNamed
    guest = Guest.objects.create(pair=pair, name=name, email=email, created_at=now)
    _owe_invitation(guest, now)
    return guest


@transaction.atomic
def owe_invitations(*, order: Order, now: datetime) -> None:
    """After the payment: every guest who was named before it is invited now."""
    waiting = Guest.objects.current().filter(
        pair__order=order, pair__state=Pair.State.SOLD, invited_at=None
    )
    for guest in waiting.exclude(email="").order_by("pk"):
        _owe_invitation(guest, now)


@transaction.atomic
def name_host(*, pair: Pair, name: str, email: str, now: datetime) -> Pair:
    """Say who hosts a pair that was bought without one (rule 6)."""
    pair = _lock(pair)
    if not pair.is_sold:
        raise NotCurrent
    if not pair.order.event.takes_changes_at(now):
        raise TooLate
    if pair.has_a_host:
        raise AlreadyNamed
    pair.host_name, pair.host_email = name, email
    pair.save(update_fields=["host_name", "host_email"])
    owe_mail(kind="events.host_ticket", about=pair, now=now)
    return pair


@transaction.atomic
def admit(
    *,
    guest: Guest,
    name: str,
    email: str,
    born: date | None,
    sector: Sector | None,
    now: datetime,
) -> Guest:
    """Decide on the date of birth and forget it: ground, day and moment stay (rule 4).

    A second click finds the guest admitted and changes nothing."""
    # of the event only: its order comes first, for whoever locks both
    events = Event.objects.select_for_update(of=("self",))
    event = events.get(orders__pairs=guest.pair_id)
    guest = _current(guest)
    if guest.is_valid_for(event.first_day):
        return guest
    if event.ends_at <= now:
        raise EventOver
    ground = ground_for(event, born=born, sector=sector)
    if ground is None:
        raise NotEligible
    guest.name, guest.email, guest.ground = name, email, ground
    guest.sector = sector
    guest.judged_for, guest.admitted_at = event.first_day, now
    guest.save()
    day = event.first_day.isoformat()
    owe_mail(kind="events.guest_ticket", about=guest, now=now, occasion=day)
    _tell("guest_confirmed", guest, now)
    return guest


@transaction.atomic
def decline(*, guest: Guest, now: datetime) -> Guest:
    """Delete what we know of this guest and tell who invited them (L11)."""
    guest = _current(guest)
    guest.name = guest.email = guest.ground = ""
    guest.sector = guest.judged_for = guest.admitted_at = None
    guest.declined_at = now
    guest.save()
    if now < guest.pair.order.event.ends_at:
        _tell("guest_declined", guest, now)
    return guest


def _lock(pair: Pair) -> Pair:
    """Naming, admitting and letting go of one pair wait for each other here."""
    pairs = Pair.objects.select_for_update(of=("self",))
    return pairs.select_related("order__event").get(pk=pair.pk)


def _current(guest: Guest) -> Guest:
    """The guest as it stands under the lock of its pair."""
    pair = _lock(guest.pair)
    guest = Guest.objects.get(pk=guest.pk)
    guest.pair = pair
    if not (guest.is_current and pair.is_sold):
        raise NotCurrent
    return guest


def _owe_invitation(guest: Guest, now: datetime) -> None:
    guest.invited_at = now
    guest.save(update_fields=["invited_at"])
    owe_mail(kind="events.invitation", about=guest, now=now)


def _tell(what: str, guest: Guest, now: datetime) -> None:
    """The host, and the buyer too where that is somebody else."""
    pair = guest.pair
    if pair.has_a_host:
        owe_mail(kind=f"events.{what}", about=guest, now=now)
    if not pair.is_hosted_by_the_buyer:
        owe_mail(kind=f"events.{what}_to_buyer", about=guest, now=now)
