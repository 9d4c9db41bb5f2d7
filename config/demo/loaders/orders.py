"""Orders in every state, made by the services that sell; only the forgetting is direct."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.text import slugify

from config.demo import sales
from config.demo.bank import Bank, open_bank
from config.demo.days import days_before
from config.demo.loaders.events import PLACES
from config.demo.occasions import HACKATHON, OPEN_DAY, TRIAL
from config.demo.sales import Sale
from events.cancellations.services import Back, cancel_pairs
from events.checkout.services import Buyer, Duo, place_order
from events.guests.services import admit, decline
from events.models import DuoTicket, Event, Guest, Order, Pair
from events.orders.capacity import set_capacity
from events.orders.services import hold_places
from events.payments.refunds import pay_owed_refunds
from events.payments.services import abandon, settle
from events.resales.services import put_back
from events.waiting_list.services import join, offer_places
from home.mail.models import OwedMail
from home.models import Sector

A_FEW_MINUTES = timedelta(minutes=4)
RECENT = timedelta(days=4)  # of what is older, the mails have long been sent


def load(now: datetime) -> dict[str, int]:
    """Only for events that nobody ordered for: what was bought is never touched."""
    before = Order.objects.count()
    with open_bank(now) as bank:
        for slug, sell in SELLS.items():
            event = Event.objects.get(slug=slug)
            if not event.orders.exists():
                sell(event.tickets.get(), bank, now)
    _call_old_mails_sent(now)
    return {"bestellingen": Order.objects.count() - before}


def _hackathon(ticket: DuoTicket, bank: Bank, now: datetime) -> None:
    for sale in sales.FIRST[:-1]:
        _sell(ticket, sale, bank, now)
    too_late = _held_too_short(ticket, sales.TOO_LATE, bank, now)
    _sell(ticket, sales.FIRST[-1], bank, now)
    _pay_too_late(too_late, bank, now)
    later = _moment(sales.TOO_LATE, now) + timedelta(hours=1)
    set_capacity(event=ticket.event, capacity=PLACES[HACKATHON.slug], now=later)
    ticket.event.refresh_from_db()
    offer_places(now=later)
    coming = [
        *sales.SINCE,
        sales.LEFT_HALFWAY,
        sales.TURNED_BACK,
        sales.CHANGED_MIND,
    ]
    for sale in sorted(coming, key=lambda sale: -sale.days_ago):
        if sale is sales.LEFT_HALFWAY:
            hold_places(ticket=ticket, pairs=len(sale.duos), now=_moment(sale, now))
        elif sale is sales.TURNED_BACK:
            order = _place(ticket, sale, bank, now)
            abandon(order=order, now=_moment(sale, now) + A_FEW_MINUTES)
        elif sale is sales.CHANGED_MIND:
            _cancel(_sell(ticket, sale, bank, now), bank, _moment(sale, now))
        else:
            _sell(ticket, sale, bank, now)
    hold_places(ticket=ticket, pairs=len(sales.FILLING_IN.duos), now=now)
    _place(ticket, sales.AT_THE_BANK, bank, now)


def _trial(ticket: DuoTicket, bank: Bank, now: datetime) -> None:
    """Long ago: the contact data of its guests has been forgotten since (rule 5)."""
    event = ticket.event
    ago = (timezone.localdate(now) - event.first_day).days
    for number, (buyer, organisation, pairs, on_age) in enumerate(sales.TRIAL):
        duos = [
            sales.Duo(f"Gast {pair}", sales.AGE if pair <= on_age else "anders")
            for pair in range(1, pairs + 1)
        ]
        _sell(ticket, Sale(ago + 20 - number, buyer, duos, organisation), bank, now)
    Guest.objects.of_event(event).update(name="", email="")


def _open_day(ticket: DuoTicket, bank: Bank, now: datetime) -> None:
    """Until the last place for everybody, and then a line; one pair was put back."""
    for sale in sales.OPEN_DAY:
        order = _sell(ticket, sale, bank, now)
    for days_ago, name in zip((5, 3, 2), sales.WAITING, strict=True):
        moment = days_before(now, days_ago, hour=11)
        join(
            event=ticket.event, ticket=None, name=name, email=_address(name), now=moment
        )
    put_back(order=order, number=2, now=days_before(now, 1, hour=11))


SELLS = {HACKATHON.slug: _hackathon, TRIAL.slug: _trial, OPEN_DAY.slug: _open_day}


def _sell(ticket: DuoTicket, sale: Sale, bank: Bank, now: datetime) -> Order:
    """Ordered, paid a few minutes later, and the guests say whether they come."""
    order = _place(ticket, sale, bank, now)
    paid_at = _moment(sale, now) + A_FEW_MINUTES
    bank.pay_last()
    settle(payment=order.payments.get(), now=paid_at)
    for pair, duo in zip(order.pairs.order_by("number"), sale.duos, strict=True):
        _answer(pair, duo, min(paid_at + timedelta(hours=5), now))
    return order


def _cancel(order: Order, bank: Bank, ordered_at: datetime) -> None:
    """A day later, in time to get all of it back."""
    moment = bank.today = ordered_at + timedelta(days=1)
    cancel_pairs(order=order, numbers=[1], reason="buyer", back=Back.ALL, now=moment)
    pay_owed_refunds(now=moment)


def _place(ticket: DuoTicket, sale: Sale, bank: Bank, now: datetime) -> Order:
    moment = bank.today = _moment(sale, now)
    order = hold_places(ticket=ticket, pairs=len(sale.duos), now=moment)
    buyer = Buyer(sale.buyer, _address(sale.buyer), sale.organisation)
    duos = [
        Duo(number, *_host(duo, number, buyer), duo.guest, _of_guest(duo))
        for number, duo in enumerate(sale.duos, start=1)
    ]
    place_order(order=order, buyer=buyer, duos=duos, now=moment)
    order.refresh_from_db()
    return order


def _host(duo: sales.Duo, number: int, buyer: Buyer) -> tuple[str, str]:
    """The buyer hosts the first pair, unless somebody else is named (rule 6)."""
    if number == 1 and not duo.host:
        return buyer.name, buyer.email
    return duo.host, _address(duo.host)


def _answer(pair: Pair, duo: sales.Duo, moment: datetime) -> None:
    """What the guest did with the personal link."""
    guest = pair.guests.current().first()
    if guest is None or duo.ends in {sales.INVITED, sales.LATER}:
        return
    if duo.ends == sales.DECLINED:
        decline(guest=guest, now=moment)
        return
    on_age = duo.ends == sales.AGE
    admit(
        guest=guest,
        name=guest.name,
        email=guest.email,
        born=date(moment.year - 24, 5, 17) if on_age else None,
        sector=None if on_age else Sector.objects.get(slug=duo.ends),
        now=moment,
    )


def _held_too_short(ticket: DuoTicket, sale: Sale, bank: Bank, now: datetime) -> Order:
    """At the bank when its places were freed: rare, and what rule 8 is for."""
    order = _place(ticket, sale, bank, now)
    # no service does this while Stripe may still call the payment paid
    order.pairs.update(state=Pair.State.RELEASED, place=None)
    Order.objects.filter(pk=order.pk).update(status=Order.Status.LAPSED)
    order.refresh_from_db()
    return order


def _pay_too_late(order: Order, bank: Bank, now: datetime) -> None:
    moment = bank.today = _moment(sales.TOO_LATE, now) + A_FEW_MINUTES
    payment = order.payments.get()
    bank.pay(payment.session_id or "")
    settle(payment=payment, now=moment)
    pay_owed_refunds(now=moment)


def _call_old_mails_sent(now: datetime) -> None:
    """Nobody gets a mail today about an order of weeks ago."""
    recent = Order.objects.filter(created_at__gte=now - RECENT)
    waiting = OwedMail.objects.open()
    orders = waiting.filter(
        kind="events.confirmation", about_id__in=recent.values("pk")
    )
    keep = set(orders.values_list("pk", flat=True))
    guests = Guest.objects.filter(pair__order__in=recent).values("pk")
    kinds = ["events.invitation", "events.guest_ticket", "events.guest_confirmed"]
    theirs = waiting.filter(kind__in=kinds, about_id__in=guests)
    keep |= set(theirs.values_list("pk", flat=True))
    waiting.exclude(pk__in=keep).update(sent_at=now)


def _of_guest(duo: sales.Duo) -> str:
    """A guest comes from elsewhere, but for who has the mail domain of the buyer."""
    at = "voorbeeld" if duo.same_domain else "gast"
    return _address(duo.guest).replace("@voorbeeld", f"@{at}")


def _moment(sale: Sale, now: datetime) -> datetime:
    """Late in the morning of that day; today is now."""
    return days_before(now, sale.days_ago, hour=11) if sale.days_ago else now


def _address(name: str) -> str:
    return f"{slugify(name).replace('-', '.')}@voorbeeld.example" if name else ""
