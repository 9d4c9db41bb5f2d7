"""Ask every keeper about one person, and let each of them erase."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.db.models.fields.files import FieldFile

from events.guests.models import Guest
from events.guests.person import orders_with
from events.orders.models import Order, Pair
from events.organiser.reports import MAILS
from events.payments.models import Payment
from home import dutch
from home.mail.models import OwedMail
from home.mail.registry import kind_of
from home.privacy.keepers import Rows, keepers


def about(email: str) -> dict[str, Rows]:
    """All there is, under headings; a heading without rows is left out."""
    found: dict[str, Rows] = {}
    for keeper in keepers():
        found |= keeper.about(email)
    found["Mails die we stuurden"] = _mails(email)
    return {
        heading: [{label: _said(value) for label, value in row.items()} for row in rows]
        for heading, rows in found.items()
        if rows
    }


def files_of(email: str) -> Iterator[FieldFile]:
    """What they sent along and we still have."""
    for keeper in keepers():
        yield from keeper.files(email)


@transaction.atomic
def erase(*, email: str, now: datetime, words_stay: bool = False) -> int:
    """All or nothing; what a keeper refuses is its own exception.

    `words_stay`: what others read stays, without a name. Backwards: the order, which
    tells whose a row is, is emptied after the rest."""
    _lock(email)
    whose: Any = {"email": email, "now": now, "words_stay": words_stay}
    return sum(keeper.take_out(**whose) for keeper in reversed(keepers()))


def _lock(email: str) -> None:
    """Payments and orders, before a keeper takes an event or a pair of theirs."""
    orders = orders_with(email)
    asked = Q(order__in=orders) | Q(params__customer_email__iexact=email)
    payments = Payment.objects.filter(asked).order_by("pk")
    list(payments.select_for_update(of=("self",), no_key=True))
    list(orders.select_for_update(of=("self",), no_key=True).order_by("pk"))


def _mails(email: str) -> Rows:
    """Of the order, the place or the invitation that this address stands on."""
    about_whom = {
        Order: Order.objects.filter(buyer_email__iexact=email),
        Pair: Pair.objects.filter(host_email__iexact=email),
        Guest: Guest.objects.filter(email__iexact=email),
    }
    rows: Rows = []
    for model, theirs in about_whom.items():
        kinds = [kind for kind in MAILS if kind_of(kind).model is model]
        mails = OwedMail.objects.filter(
            kind__in=kinds, about_id__in=theirs.values("pk"), sent_at__isnull=False
        )
        rows += [
            {"mail": MAILS[each.kind], "verstuurd op": each.sent_at}
            for each in mails.order_by("sent_at", "pk")
        ]
    return rows


def _said(value: Any) -> str:
    """As we write it everywhere."""
    match value:
        case None:
            return ""
        case datetime():
            return dutch.moment(value)
        case date():
            return dutch.day_short(value)
        case Decimal():
            return dutch.euro(value)
    return str(value)
