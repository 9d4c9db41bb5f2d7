"""A look at an event without its lock: enough to say no, never to say yes.

In a rush three of four go away without a place: they wait for nobody."""

from datetime import datetime
from typing import NoReturn

from django.db.models import CharField, Exists, OuterRef, QuerySet

from events.orders.models import Order
from events.orders.places import SoldOut, check_number, on_sale
from events.orders.resales import Resale
from events.tickets.models import Event, Place
from events.vouchers.services import NeedsCode
from home.statements import NOW, Blank, Rows


def look_at(slug: str, now: datetime) -> Event | None:
    """What a refusal tells of it, and whether it `is_full`."""
    return BY_SLUG.one(slug=slug, now=now)


def _by_slug() -> QuerySet[Event]:
    """Full: nobody could be given a place at this moment, whatever the type."""
    empty = Place.objects.filter(event=OuterRef("pk"), pair=None, pool=0)
    late = Order.objects.lapsed_at(NOW).filter(event=OuterRef("pk"))
    put_back = Resale.objects.for_sale(NOW).filter(pair__order__event=OuterRef("pk"))
    events = Event.objects.filter(slug=Blank("slug", CharField()))
    return events.select_related("page").annotate(
        is_full=~(Exists(empty) | Exists(late) | Exists(put_back))
    )


BY_SLUG = Rows(_by_slug)


def refuse(event: Event, ticket: int, pairs: int, now: datetime) -> NoReturn:
    """As `hold_places` refuses without a code when the event is full.

    Raises NotOnSale, TooMany, NeedsCode, or else SoldOut."""
    wanted = on_sale(event, ticket, now)
    check_number(wanted, pairs)
    if wanted.only_with_code:
        raise NeedsCode
    raise SoldOut(0)
