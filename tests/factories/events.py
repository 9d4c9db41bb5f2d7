"""Events with tickets, and orders in every state, made by the real services."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

from django.utils import timezone

from events import foundations
from events.models import (
    DuoTicket,
    Event,
    EventIndexPage,
    EventPage,
    Guest,
    Order,
    Pair,
    Place,
    Tier,
    Voucher,
)
from events.tickets.services import add_places
from events.vouchers.services import save_voucher
from tests.factories.home import make_sector, make_site

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_number = count(1)


def make_event(*, capacity: int = 60, **fields) -> Event:
    """The hackathon in Amersfoort, on a Wednesday that is still to come."""
    starts_at = fields.pop("starts_at", None) or _half_past_nine()
    number = next(_number)
    values = {
        "name": "Hackathon Een Nieuw Geluid",
        "slug": f"hackathon-{number}",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=8),
        "venue": "Het Seinhuis",
        "address": "Seinpad 5, 3812 AA Amersfoort",
        "city": "Amersfoort",
        "changes_until": starts_at - timedelta(days=5),
        "capacity": capacity,
    } | fields
    if "home_sector" not in values:
        values["home_sector"] = make_sector()
    event = Event.objects.create(**values)
    add_places(event=event)
    return event


def _half_past_nine() -> datetime:
    """Of 10 March 2027; once that is near, of a Wednesday some years later."""
    starts_at = datetime(2027, 3, 10, 9, 30, tzinfo=AMSTERDAM)
    while starts_at - timedelta(days=30) < timezone.now():
        starts_at += timedelta(weeks=52)
    return starts_at


def make_ticket(*, event: Event | None = None, **fields) -> DuoTicket:
    """€ 149 for two, with 21% VAT."""
    values = {"name": "Duoticket", "price": Decimal("149.00")} | fields
    return DuoTicket.objects.create(event=event or make_event(), **values)


def with_lunch(part: str = "30.00", **fields) -> dict:
    """So much of the price is at 9%; for `make_ticket`."""
    words = {"part_name": "Eten en drinken", "part_rate": Decimal(9)}
    return words | {"part_price": Decimal(part)} | fields


def make_tier(ticket: DuoTicket, price: str, **ends) -> Tier:
    """An early price: `until` a moment, or for the `first` so many pairs."""
    return Tier.objects.create(ticket=ticket, price=Decimal(price), **ends)


def make_voucher(event: Event, now: datetime, **fields) -> Voucher:
    """ZOMER: 10% off, for five pairs."""
    values = {"code": "ZOMER", "kind": "percent", "value": Decimal(10), "most": 5}
    return save_voucher(voucher=Voucher(event=event, **values | fields), now=now)


def make_agenda() -> EventIndexPage:
    """The page at /agenda/, and the group that works below it."""
    make_site()
    return EventIndexPage.objects.first() or foundations.lay()


def make_event_page(*, event: Event | None = None, **fields) -> EventPage:
    """A published page at /agenda/<slug of the event>/."""
    event = event or make_event()
    values = {
        "title": event.name,
        "slug": event.slug,
        "slogan": "Kom niet alleen.",
        "lead": "Eén dag, drie lastige vragen, zestig duo’s.",
    } | fields
    return make_agenda().add_child(instance=EventPage(event=event, **values))


def make_paid_order(
    *, pairs: int = 1, ticket: DuoTicket | None = None, **fields
) -> Order:
    """Bought by Iris de Wit, who hosts the first pair; the others have no host yet."""
    ticket = ticket or make_ticket()
    paid_at = fields.pop("paid_at", datetime(2026, 11, 20, 10, 0, tzinfo=AMSTERDAM))
    values = {
        "buyer_name": "Iris de Wit",
        "buyer_email": "iris@voorbeeld.example",
        "held_until": paid_at,
        "created_at": paid_at,
        "paid_at": paid_at,
        "status": Order.Status.PAID,
    } | fields
    order = Order.objects.create(event=ticket.event, **values)
    places = Place.objects.filter(event=ticket.event, pair=None).order_by("number")
    for number, place in enumerate(places[:pairs], start=1):
        mine = number == 1
        pair = Pair(
            order=order,
            number=number,
            ticket=ticket,
            place=place,
            state=Pair.State.SOLD,
            price=ticket.price,
            vat_rate=ticket.vat_rate,
            host_name=order.buyer_name if mine else "",
            host_email=order.buyer_email if mine else "",
        )
        pair.take_part_of(ticket)
        pair.save()
    return order


def make_guest(*, pair: Pair | None = None, admitted: bool = False, **fields) -> Guest:
    """Daan Okafor, invited; `admitted` because he works in another sector."""
    pair = pair or make_paid_order().pairs.get()
    moment = datetime(2026, 11, 22, 14, 11, tzinfo=AMSTERDAM)
    values = {
        "name": "Daan Okafor",
        "email": "daan@voorbeeld.example",
        "created_at": moment,
        "invited_at": moment,
    } | fields
    if admitted:
        values = {
            "ground": Guest.Ground.SECTOR,
            "sector": make_sector("Zorg"),
            "judged_for": pair.order.event.first_day,
            "admitted_at": moment,
        } | values
    return Guest.objects.create(pair=pair, **values)
