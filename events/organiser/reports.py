"""What the lists of the organiser show, each in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Model, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from events.cancellations.models import Cancellation
from events.door.models import CheckIn
from events.guests.models import FormerBuyer, FormerHost, Guest
from events.invoices.models import CreditNote
from events.orders.models import Order, Pair
from events.orders.resales import Resale
from events.organiser.messages.models import Addressee
from events.organiser.models import Act
from events.organiser.moving.models import Choice
from events.payments.models import Payment, Refund
from events.tickets.models import DuoTicket, Event
from events.tickets.rules import rates_not_on
from events.waiting_list.models import WaitingEntry
from home.mail.models import OwedMail
from home.mail.registry import kind_of

SEARCHED = [
    "reference",
    "buyer_name",
    "buyer_email",
    "organisation",
    "pairs__host_name",
    "pairs__host_email",
    "pairs__guests__name",
    "pairs__guests__email",
]
LONGEST_SEARCH = 100  # a longer pattern is an error for SQLite

MAILS = {
    "events.confirmation": "bevestiging, aan de koper",
    "events.buyer_changed": "gegevens gewijzigd, aan het vorige adres van de koper",
    "events.late_payment": "te laat betaald, aan de koper",
    "events.moved": "verzet: komen of geld terug, aan de koper",
    "events.moved_to_host": "verzet, aan de gastheer",
    "events.moved_to_guest": "verzet, aan de gast",
    "events.message": "bericht van de organisatie",
    "events.payment_processing": "betaling wordt verwerkt, aan de koper",
    "events.payment_failed": "betaling niet gelukt, aan de koper",
    "events.refund": "terugbetaling, aan de koper",
    "events.refund_failed": "terugbetaling mislukt, aan de organisatoren",
    "events.money_waits": "geld om te bekijken, aan de boekhouding",
    "events.own_money_waits": "geld om te bekijken, aan een organisator",
    "events.disputed": "betaling betwist, aan de organisatoren",
    "events.cancelled": "geannuleerd, aan de koper",
    "events.cancelled_to_host": "geannuleerd, aan de gastheer",
    "events.cancelled_to_guest": "geannuleerd, aan de gast",
    "events.put_back": "duo teruggezet in de verkoop, aan de koper",
    "events.unsold": "teruggezet duo niet verkocht, aan de koper",
    "events.host_ticket": "kaartje, aan de gastheer",
    "events.handed_over": "plaats overgedragen, aan de vorige gastheer",
    "events.handed_over_to_buyer": "plaats overgedragen, aan de koper",
    "events.invitation": "uitnodiging, aan de gast",
    "events.reminder": "herinnering, aan de gast",
    "events.guest_silent": "gast antwoordt niet, aan de gastheer",
    "events.guest_silent_to_buyer": "gast antwoordt niet, aan de koper",
    "events.no_guest": "nog geen gast genoemd, aan de gastheer of de koper",
    "events.guest_replaced": "er gaat iemand anders mee, aan de vorige gast",
    "events.new_guest": "er is een andere gast, aan de gastheer",
    "events.new_guest_to_buyer": "er is een andere gast, aan de koper",
    "events.guest_ticket": "kaartje, aan de gast",
    "events.links": "links opnieuw gestuurd, aan wie erom vroeg",
    "events.waiting": "op de wachtlijst, aan wie wacht",
    "events.offer": "plaats aangeboden, aan wie wacht",
    "events.offer_lapsed": "aanbod verlopen, aan wie wachtte",
    "events.waiting_off": "gaat niet door, aan wie wachtte",
    "events.guest_confirmed": "gast heeft bevestigd, aan de gastheer",
    "events.guest_confirmed_to_buyer": "gast heeft bevestigd, aan de koper",
    "events.guest_declined": "gast heeft afgezegd, aan de gastheer",
    "events.guest_declined_to_buyer": "gast heeft afgezegd, aan de koper",
}


@dataclass(frozen=True)
class Mail:
    """One mail about an order, a pair or a guest, and what became of it."""

    what: str
    owed_at: datetime
    sent_at: datetime | None
    dropped_at: datetime | None


def with_sales(events: QuerySet[Event]) -> QuerySet[Event]:
    """Each with the pairs that are sold and held, and how many wait for one."""
    pairs = "orders__pairs"
    line = WaitingEntry.objects.filter(
        event=OuterRef("pk"), state=WaitingEntry.State.WAITING
    )
    waiting = line.values("event").annotate(number=Count("pk")).values("number")
    # who is buying a pair that was put back holds no place of the event
    held = {f"{pairs}__state": Pair.State.HELD, f"{pairs}__instead_of": None}
    return events.annotate(
        waiting_number=Coalesce(Subquery(waiting), 0),
        sold=Count(pairs, filter=Q(**{f"{pairs}__state": Pair.State.SOLD})),
        held=Count(pairs, filter=Q(**held)),
    )


def tickets_with_sales(tickets: QuerySet[DuoTicket]) -> QuerySet[DuoTicket]:
    """Each with its event and the pairs that are sold."""
    sold = Count("pairs", filter=Q(pairs__state=Pair.State.SOLD))
    return tickets.select_related("event").annotate(sold=sold)


def for_list(orders: QuerySet[Order]) -> QuerySet[Order]:
    """Each with its event, its pairs and their guests."""
    pairs = Pair.objects.order_by("number").prefetch_related("guests")
    return orders.select_related("event").prefetch_related(Prefetch("pairs", pairs))


def search_orders(orders: QuerySet[Order], words: str) -> QuerySet[Order]:
    """Those with these words in a name, a mail address or the reference."""
    words = " ".join(words.split())[:LONGEST_SEARCH]
    found = Q()
    for field in SEARCHED:
        found |= Q(**{f"{field}__icontains": words})
    # a subquery, since an order with two pairs would be found twice
    return orders.filter(pk__in=Order.objects.filter(found).values("pk"))


def guests_confirmed(order: Order) -> str:
    """How many pairs have a guest that may come in, of how many: "2 van 3"."""
    first_day = order.event.first_day
    pairs = [pair for pair in order.pairs.all() if pair.place_id]
    confirmed = sum(
        any(guest.is_valid_for(first_day) for guest in pair.guests.all())
        for pair in pairs
    )
    return f"{confirmed} van {len(pairs)}"


def with_history(orders: QuerySet[Order]) -> QuerySet[Order]:
    """With all that the page of one of them shows; no token and no code."""
    guests = Guest.objects.select_related("sector").order_by("created_at", "pk")
    pairs = Pair.objects.select_related("ticket", "cancellation__by").order_by("number")
    formers = FormerHost.objects.order_by("pk")
    resales = Resale.objects.select_related("claim__order").order_by("pk")
    seen = CheckIn.objects.select_related("by").order_by("at", "pk")
    notes = Prefetch("credit_note", CreditNote.objects.all())
    refunds = (
        Refund.objects.select_related("by")
        .order_by("created_at", "pk")
        .prefetch_related(notes)
    )
    payments = Payment.objects.order_by("created_at", "pk").select_related(
        "invoice", "by"
    )
    acts = Act.objects.select_related("by", "pair").order_by("at", "pk")
    return orders.select_related("event").prefetch_related(
        Prefetch(
            "pairs",
            pairs.prefetch_related(
                Prefetch("guests", guests),
                Prefetch("former_hosts", formers),
                Prefetch("check_ins", seen),
                Prefetch("resales", resales),
            ),
        ),
        Prefetch(
            "payments",
            payments.prefetch_related(Prefetch("refunds", refunds), "disputes"),
        ),
        Prefetch("former_buyers", FormerBuyer.objects.order_by("pk")),
        Prefetch("acts", acts),
    )


def mails_of(order: Order) -> list[Mail]:
    """What was mailed about this order, oldest first; uses what was fetched with it."""
    pairs = list(order.pairs.all())
    about: dict[type[Model], list[int] | QuerySet] = {
        Order: [order.pk],
        Pair: [pair.pk for pair in pairs],
        Cancellation: [
            pair.cancellation.pk for pair in pairs if hasattr(pair, "cancellation")
        ],
        Choice: Choice.objects.filter(order=order).values("pk"),
        Addressee: Addressee.objects.filter(pair__order=order).values("pk"),
        Resale: [sale.pk for pair in pairs for sale in pair.resales.all()],
        FormerHost: [host.pk for pair in pairs for host in pair.former_hosts.all()],
        FormerBuyer: [former.pk for former in order.former_buyers.all()],
        Guest: [guest.pk for pair in pairs for guest in pair.guests.all()],
        Payment: [payment.pk for payment in order.payments.all()],
        Refund: [
            refund.pk
            for payment in order.payments.all()
            for refund in payment.refunds.all()
        ],
    }
    wanted = Q(pk=None)
    for model, numbers in about.items():
        kinds = [kind for kind in MAILS if kind_of(kind).model is model]
        wanted |= Q(kind__in=kinds, about_id__in=numbers)
    return [
        Mail(MAILS[mail.kind], mail.owed_at, mail.sent_at, mail.dropped_at)
        for mail in OwedMail.objects.filter(wanted).order_by("owed_at", "pk")
    ]


def types_at_another_rate(event: Event) -> list[DuoTicket]:
    """With a rate of VAT that does not hold on the day of the event: it has moved."""
    tickets = DuoTicket.objects.filter(event=event).in_order()
    return [ticket for ticket in tickets if rates_not_on(event.first_day, ticket)]
