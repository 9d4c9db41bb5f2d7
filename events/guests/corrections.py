"""The same person, written right: by the buyer, or by the organiser for who calls.

Where the address changes, the link and the code that went to the wrong one die, as they
do with a replacement: whoever got them has nothing to do with this pair."""

from datetime import datetime

from django.db import transaction

from events.guests.models import FormerBuyer, Guest
from events.guests.services import By, NotCurrent, TooLate, correct_address
from events.orders.models import Order, Pair, new_code, new_secret
from events.orders.services import lock_order
from home.mail.services import owe_mail

INVOICE_FIELDS = (
    "organisation",
    "street",
    "postal_code",
    "city",
    "vat_id",
    "purchase_order",
)


class IsTheBuyer(Exception):
    """This host is the buyer: one person, one address, so change that."""


@transaction.atomic
def correct_buyer(
    *, order: Order, name: str, email: str, now: datetime, **invoice: str
) -> Order:
    """Who bought; papers that were issued keep what stood on them.

    Pairs that the buyer hosts go along. A new address gets all of it again."""
    order = lock_order(order)
    if not order.is_paid:
        raise NotCurrent
    old_name, old_email = order.buyer_name, order.buyer_email
    moved = not _same(old_email, email)
    pairs = order.pairs.select_for_update().filter(host_email__iexact=old_email)
    for pair in pairs.order_by("pk"):  # as everybody who locks more than one
        if pair.host_name == old_name:
            pair.host_name = name
        _reach(pair, email)
        pair.save()
    order.buyer_name, order.buyer_email = name, email
    for field in INVOICE_FIELDS:
        setattr(order, field, invoice[field])
    if moved:
        order.token = new_secret()
    order.save()
    if moved:
        owe_mail(
            kind="events.confirmation",
            about=order,
            now=now,
            occasion=_corrected(now),
        )
    return order


@transaction.atomic
def change_own(*, order: Order, name: str, email: str, now: datetime) -> Order:
    """Name and address, by the buyer, until the deadline (rule 5).

    Who reads the old address hears of it: whoever has the link can do this. A second
    click finds it done."""
    order = lock_order(order)
    if not order.event.takes_changes_at(now):
        raise TooLate
    if (order.buyer_name, order.buyer_email) == (name, email):
        return order
    moved = not _same(order.buyer_email, email)
    former = FormerBuyer.objects.create(
        order=order,
        name=order.buyer_name,
        email=order.buyer_email,
        token=order.token if moved else "",
        changed_at=now,
    )
    if moved:
        owe_mail(kind="events.buyer_changed", about=former, now=now)
    invoice = {field: getattr(order, field) for field in INVOICE_FIELDS}
    return correct_buyer(order=order, name=name, email=email, now=now, **invoice)


@transaction.atomic
def correct_host(*, pair: Pair, name: str, email: str, now: datetime) -> Pair:
    """A host who is not the buyer, under another spelling or at another address."""
    pairs = Pair.objects.select_for_update(of=("self",)).select_related("order")
    pair = pairs.get(pk=pair.pk)
    if not (pair.is_sold and pair.has_a_host):
        raise NotCurrent
    if pair.is_hosted_by_the_buyer:
        raise IsTheBuyer
    moved = not _same(pair.host_email, email)
    pair.host_name = name
    _reach(pair, email)
    pair.save()
    if moved:
        owe_mail(
            kind="events.host_ticket", about=pair, now=now, occasion=_corrected(now)
        )
    return pair


@transaction.atomic
def correct_guest(*, pair: Pair, name: str, email: str, now: datetime) -> Guest:
    """Who confirmed keeps the verdict; who did not is invited at the right address."""
    pairs = Pair.objects.select_for_update(of=("self",)).select_related("order__event")
    pair = pairs.get(pk=pair.pk)
    guest = pair.guests.current().first()
    if guest is None or not pair.is_sold:
        raise NotCurrent
    moved = not _same(guest.email, email)
    is_valid = guest.is_valid_for(pair.order.event.first_day)
    guest.name = name
    if moved and is_valid:
        guest.email = email
        guest.token, guest.code = new_secret(), new_code()
        owe_mail(
            kind="events.guest_ticket", about=guest, now=now, occasion=_corrected(now)
        )
    guest.save()
    if moved and not is_valid:
        return correct_address(pair=pair, email=email, by=By.ORGANISER, now=now)
    return guest


def _reach(pair: Pair, email: str) -> None:
    """Another address than before gets a link and a code of its own."""
    if not _same(pair.host_email, email):
        pair.host_token, pair.host_code = new_secret(), new_code()
    pair.host_email = email


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _corrected(now: datetime) -> str:
    return f"verbeterd {now.isoformat()}"
