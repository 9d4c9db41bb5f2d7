"""Name, invite, admit and let go: what happens to the two people of a pair."""

from datetime import date, datetime, timedelta
from enum import Enum

from django.db import transaction
from django.db.models import QuerySet

from events.guests.mail_domains import share_a_domain
from events.guests.models import FormerHost, Guest
from events.guests.rules import ground_for
from events.orders.models import Order, Pair, new_code, new_secret
from events.tickets.models import Event
from home.mail.services import Debt, owe_mail
from home.people.models import Sector
from home.statements import ORDER, Statement
from home.transactions import whole

PATIENCE = timedelta(minutes=10)  # between two mails with the same link


class By(Enum):
    """Who changes a pair; the others of that pair hear of it."""

    BUYER = "buyer"
    HOST = "host"
    ORGANISER = "organiser"


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


class SamePerson(Exception):
    """The address of who stands there already: nobody is replaced by themselves."""


class AlreadyConfirmed(Exception):
    """This guest has a ticket already."""


class TooSoon(Exception):
    """The same link went out a few minutes ago."""


@transaction.atomic
def invite(
    *, pair: Pair, name: str, email: str, now: datetime, by: By = By.BUYER
) -> Guest:
    """Name the guest of a pair that was sold, and owe the personal link."""
    pair = _lock(pair)
    if not pair.is_sold:
        raise NotCurrent
    _refuse_when_late(pair, by, now)
    if pair.guests.current().exists():
        raise AlreadyNamed
    guest = Guest.objects.create(pair=pair, name=name, email=email, created_at=now)
    _owe_invitation(guest, now)
    return guest


@transaction.atomic
def replace_guest(*, pair: Pair, name: str, email: str, by: By, now: datetime) -> Guest:
    """Somebody else comes along: link and code of the first one die here and now.

    It needs no free place. A second click finds the new guest and changes nothing."""
    old = _guest_to_change(pair, by, now)
    if _same(old.email, email):
        if old.name == name:
            return old
        raise SamePerson
    guest = _in_the_place_of(old, name=name, email=email, now=now)
    if old.invited_at:
        owe_mail(kind="events.guest_replaced", about=old, now=now)
    _tell_the_others("new_guest", guest, by, now)
    return guest


@transaction.atomic
def correct_address(*, pair: Pair, email: str, by: By, now: datetime) -> Guest:
    """The same guest, reached elsewhere: the link that went astray dies.

    We forget the wrong address at once: its owner has nothing to do with this."""
    old = _guest_to_change(pair, by, now)
    if old.is_valid_for(pair.order.event.first_day):
        raise AlreadyConfirmed
    if _same(old.email, email):
        return old
    guest = _in_the_place_of(old, name=old.name, email=email, now=now)
    old.name = old.email = ""
    old.save(update_fields=["name", "email"])
    return guest


@transaction.atomic
def invite_again(*, pair: Pair, now: datetime) -> Guest:
    """The same link once more; a guest may confirm until the event ends (rule 5)."""
    guest = _current_guest(_lock(pair))
    event = guest.pair.order.event
    if guest.is_valid_for(event.first_day):
        raise AlreadyConfirmed
    if event.ends_at <= now:
        raise EventOver
    last = guest.sent_again_at or guest.invited_at
    if last and now < last + PATIENCE:
        raise TooSoon
    guest.sent_again_at = now
    guest.save(update_fields=["sent_again_at"])
    owe_mail(
        kind="events.invitation",
        about=guest,
        now=now,
        occasion=f"opnieuw {now.isoformat()}",
    )
    return guest


@whole
def invitations(*, order: Order, now: datetime) -> list[Debt]:
    """After the payment every guest who was named before it is invited: owe these."""
    guests = [guest for (guest,) in TO_INVITE.rows(order=order.pk)]
    Guest.objects.filter(pk__in=guests).update(invited_at=now)
    return [Debt("events.invitation", guest) for guest in guests]


def _to_invite() -> QuerySet:
    waiting = Guest.objects.current().filter(
        pair__order=ORDER, pair__state=Pair.State.SOLD, invited_at=None
    )
    return waiting.exclude(email="").order_by("pk").values_list("pk")


TO_INVITE = Statement(_to_invite)


def note_opened(*, guest: Guest, now: datetime) -> None:
    """Somebody began to answer: a person, for the scanners of mail only read."""
    unopened = Guest.objects.current().filter(opened_at=None, admitted_at=None)
    unopened.filter(pk=guest.pk).update(opened_at=now)


@transaction.atomic
def name_host(
    *, pair: Pair, name: str, email: str, now: datetime, by: By = By.BUYER
) -> Pair:
    """Say who hosts a pair that was bought without one (rule 6)."""
    pair = _lock(pair)
    if not pair.is_sold:
        raise NotCurrent
    _refuse_when_late(pair, by, now)
    if pair.has_a_host:
        raise AlreadyNamed
    pair.host_name, pair.host_email = name, email
    pair.save(update_fields=["host_name", "host_email"])
    occasion = f"genoemd {now.isoformat()}"  # a host before this one may be erased
    owe_mail(kind="events.host_ticket", about=pair, now=now, occasion=occasion)
    return pair


@transaction.atomic
def hand_over(*, pair: Pair, name: str, email: str, by: By, now: datetime) -> Pair:
    """Somebody else hosts: link and code of the first one die here; the guest stays.

    A second click finds the new host and changes nothing."""
    pair = _lock(pair)
    _refuse_when_late(pair, by, now)
    if not (pair.is_sold and pair.has_a_host):
        raise NotCurrent
    if _same(pair.host_email, email):
        if pair.host_name == name:
            return pair
        raise SamePerson
    former = FormerHost.objects.create(
        pair=pair,
        name=pair.host_name,
        email=pair.host_email,
        token=pair.host_token,
        code=pair.host_code,
        by_host=by is By.HOST,
        handed_over_at=now,
    )
    pair.host_name, pair.host_email = name, email
    pair.host_token, pair.host_code = new_secret(), new_code()
    pair.save(update_fields=["host_name", "host_email", "host_token", "host_code"])
    owe_mail(kind="events.handed_over", about=former, now=now)
    occasion = f"na gastheer {former.pk}"
    owe_mail(kind="events.host_ticket", about=pair, now=now, occasion=occasion)
    buyer = pair.order.buyer_email
    if not (_same(buyer, former.email) or _same(buyer, email)):
        owe_mail(kind="events.handed_over_to_buyer", about=former, now=now)
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
    _mark_same_domain(guest, {guest.email, email}, ground, now)
    guest.name, guest.email, guest.ground = name, email, ground
    guest.sector = sector
    guest.judged_for, guest.admitted_at = event.first_day, now
    guest.save()
    occasion = now.isoformat()  # an event may move, and come back to its day
    owe_mail(kind="events.guest_ticket", about=guest, now=now, occasion=occasion)
    _tell("guest_confirmed", guest, now, occasion=occasion)
    return guest


@transaction.atomic
def decline(*, guest: Guest, now: datetime) -> Guest:
    """Delete what we know of this guest and tell who invited them (L11)."""
    guest = _current(guest)
    guest.name = guest.email = guest.ground = ""
    guest.sector = guest.judged_for = guest.admitted_at = None
    guest.same_domain_at = guest.same_domain_seen_at = None
    guest.declined_at = now
    guest.save()
    if now < guest.pair.order.event.ends_at:
        _tell("guest_declined", guest, now)
    return guest


def _refuse_when_late(pair: Pair, by: By, now: datetime) -> None:
    """The deadline binds all but the organiser (rule 5)."""
    if by is not By.ORGANISER and not pair.order.event.takes_changes_at(now):
        raise TooLate


def _mark_same_domain(
    guest: Guest, addresses: set[str], ground: Guest.Ground, now: datetime
) -> None:
    """Another sector from one office: for a person to look at, never in the way."""
    pair = guest.pair
    others = (pair.order.buyer_email, pair.host_email)
    is_marked = ground == Guest.Ground.SECTOR and share_a_domain(addresses, others)
    guest.same_domain_at = now if is_marked else None
    guest.same_domain_seen_at = None


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


def _guest_to_change(pair: Pair, by: By, now: datetime) -> Guest:
    """The guest, under the lock of its pair."""
    pair = _lock(pair)
    _refuse_when_late(pair, by, now)
    return _current_guest(pair)


def _current_guest(pair: Pair) -> Guest:
    """Of a pair that is locked."""
    guest = pair.guests.current().first()
    if guest is None or not pair.is_sold:
        raise NotCurrent
    guest.pair = pair
    return guest


def _in_the_place_of(old: Guest, *, name: str, email: str, now: datetime) -> Guest:
    """A new row has a new link and a new code; the old ones open nothing any more."""
    old.replaced_at = now
    old.save(update_fields=["replaced_at"])
    guest = Guest.objects.create(pair=old.pair, name=name, email=email, created_at=now)
    _owe_invitation(guest, now)
    return guest


def _same(one: str, other: str) -> bool:
    """Mail addresses, as people type them."""
    return one.casefold() == other.casefold()


def _owe_invitation(guest: Guest, now: datetime) -> None:
    guest.invited_at = now
    guest.save(update_fields=["invited_at"])
    owe_mail(kind="events.invitation", about=guest, now=now)


def _tell(what: str, guest: Guest, now: datetime, *, occasion: str = "") -> None:
    """The host, and the buyer too where that is somebody else."""
    pair = guest.pair
    if pair.has_a_host:
        owe_mail(kind=f"events.{what}", about=guest, now=now, occasion=occasion)
    if not pair.is_hosted_by_the_buyer:
        kind = f"events.{what}_to_buyer"
        owe_mail(kind=kind, about=guest, now=now, occasion=occasion)


def _tell_the_others(what: str, guest: Guest, by: By, now: datetime) -> None:
    """As `_tell`, but for who did it; a buyer who hosts is one person."""
    pair = guest.pair
    if pair.is_hosted_by_the_buyer:
        if by is By.ORGANISER:
            owe_mail(kind=f"events.{what}", about=guest, now=now)
        return
    if pair.has_a_host and by is not By.HOST:
        owe_mail(kind=f"events.{what}", about=guest, now=now)
    if by is not By.BUYER:
        owe_mail(kind=f"events.{what}_to_buyer", about=guest, now=now)
