"""The rows of each export, read as it streams, a few queries for each 2,000.

A row is a dict with the heading of a column as its key."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import batched, chain

from django.db.models import Prefetch
from django.utils import timezone

from events.door.models import CheckIn
from events.guests.models import Guest
from events.invoices.rules import written
from events.ledger.models import Movement
from events.orders.models import Order, Pair
from events.payments.models import Payment, Refund
from events.tickets.models import Event
from events.tickets.vat_rates import PERCENTAGES

CHUNK = 2000
CENT = Decimal("0.01")
STATES = dict(Pair.State.choices)
GROUNDS = dict(Guest.Ground.choices)


def orders_of(event: Event) -> Iterator[dict]:
    """Each order that was paid, whatever became of it; amounts of what is sold now."""
    sold: Counter[int] = Counter()
    confirmed: Counter[int] = Counter()
    value: dict[int, Decimal] = defaultdict(Decimal)
    for pair in with_people(event):
        if pair["state"] == Pair.State.SOLD:
            sold[pair["order"]] += 1
            value[pair["order"]] += pair["price"]
            confirmed[pair["order"]] += is_confirmed(pair, event)
    orders = Order.objects.filter(event=event, paid_at__isnull=False)
    for order in orders.order_by("paid_at", "pk").iterator(CHUNK):
        yield {
            "Bestelnummer": order.reference,
            "Stand": order.get_status_display(),
            "Betaald op": _wall(order.paid_at),
            "Koper": order.buyer_name,
            "E-mailadres": order.buyer_email,
            "Organisatie": order.organisation,
            "Straat": order.street,
            "Postcode": order.postal_code,
            "Plaats": order.city,
            "Btw-id": order.vat_id,
            "Kenmerk": order.purchase_order,
            "Duo’s": sold[order.pk],
            "Gasten bevestigd": confirmed[order.pk],
            "Bedrag": value[order.pk].quantize(CENT),
        }


def pairs_of(event: Event) -> Iterator[dict]:
    """Each pair that was sold, with its host and the guest of this moment."""
    for pair in with_people(event):
        yield {
            "Duo": f"{pair['order__reference']}-{pair['number']}",
            "Stand": STATES[pair["state"]],
            "Soort": pair["ticket__name"],
            "Prijs": pair["price"],
            "Gastheer": pair["host_name"],
            "E-mailadres gastheer": pair["host_email"],
            "Gastheer binnen": _wall(pair["host_in"]),
            "Gast": pair["now__name"] or "",
            "E-mailadres gast": pair["now__email"] or "",
            "Gast is": _state_of_guest(pair, event),
            "Grond": GROUNDS.get(pair["now__ground"], ""),
            "Sector": pair["now__sector__name"] or "",
            "Bevestigd op": _wall(pair["now__admitted_at"]),
            "Gast binnen": _wall(pair["guest_in"]),
            "Koper": pair["order__buyer_name"],
            "Organisatie": pair["order__organisation"],
        }


def with_people(event: Event) -> Iterator[dict]:
    """Sold and cancelled pairs with their current guest, and who is in.

    Guests and check-ins are asked by the numbers of their pairs. A join of these tables
    is planned as all times all where the database knows nothing yet of their sizes."""
    pairs = (
        Pair.objects.of_event(event)
        .filter(state__in=[Pair.State.SOLD, Pair.State.CANCELLED])
        .order_by("order__paid_at", "order", "number")
        .values(
            *("pk", "order", "number", "state", "price", "ticket__name"),
            *("host_name", "host_email", "host_code", "order__paid_at"),
            *("order__reference", "order__buyer_name", "order__organisation"),
        )
    )
    for some in batched(pairs.iterator(CHUNK), CHUNK):
        numbers = [pair["pk"] for pair in some]
        guests = Guest.objects.current().filter(pair__in=numbers)
        now = {guest["pair"]: guest for guest in guests.values(*OF_A_GUEST)}
        seen = CheckIn.objects.standing().filter(pair__in=numbers)
        inside = dict(seen.values_list("code", "at"))
        for pair in some:
            guest = now.get(pair["pk"], NO_GUEST)
            yield pair | {
                **{f"now__{name}": guest[name] for name in OF_A_GUEST},
                "host_in": inside.get(pair["host_code"]),
                "guest_in": inside.get(guest["code"]),
            }


OF_A_GUEST = [
    *("pk", "pair", "name", "email", "code", "ground", "judged_for"),
    *("admitted_at", "sector__name"),
]
NO_GUEST = dict.fromkeys(OF_A_GUEST)


def is_confirmed(pair: dict, event: Event) -> bool:
    """The guest of this row may come in (rule 4)."""
    by_sector = pair["now__ground"] == Guest.Ground.SECTOR
    return by_sector or (
        pair["now__ground"] == Guest.Ground.AGE
        and pair["now__judged_for"] == event.first_day
    )


def _state_of_guest(pair: dict, event: Event) -> str:
    if pair["now__pk"] is None:
        return "nog niet genoemd"
    if is_confirmed(pair, event):
        return "bevestigd"
    return "bevestigt opnieuw" if pair["now__ground"] else "nog niet bevestigd"


def line_of_payout(line: Movement) -> dict:
    """One line of Stripe's books, with our order beside it."""
    order = line.payment and line.payment.order
    return {
        "Wanneer": _wall(line.at),
        "Wat": line.get_kind_display(),
        "Bestelnummer": order.reference if order else "",
        "Evenement": order.event.name if order else "",
        "Bij Stripe": line.amount,
        "Kosten": line.fee,
        "Bij ons": line.ours,
        "Stripe": line.source,
    }


def money_of(event: Event) -> Iterator[dict]:
    """What came in and what went back, each with its paper."""
    payments = Payment.objects.filter(order__event=event, status=Payment.Status.PAID)
    paid = payments.select_related("order", "invoice").order_by("settled_at", "pk")
    lines = Movement.objects.select_related("payout").order_by("at", "pk")
    for payment in paid.prefetch_related(Prefetch("movements", lines)).iterator(CHUNK):
        paper = getattr(payment, "invoice", None)
        yield _line("betaling", payment.settled_at, payment.order, paper) | {
            "Bedrag": payment.amount,
            "Stand": payment.get_status_display(),
            "Stripe": "buiten Stripe om" if payment.is_outside else payment.intent_id,
            "Uitbetaald op": _paid_out(payment, kind="charge"),
        }
    refunds = Refund.objects.filter(payment__order__event=event)
    back = refunds.select_related("payment__order", "credit_note")
    back = back.order_by("created_at", "pk")
    its_lines = Prefetch("payment__movements", lines)
    for refund in back.prefetch_related(its_lines).iterator(CHUNK):
        paper = getattr(refund, "credit_note", None)
        order = refund.payment.order
        yield _line("terugbetaling", refund.created_at, order, paper) | {
            "Bedrag": -refund.amount,
            "Stand": refund.get_status_display(),
            "Reden": refund.get_reason_display(),
            "Stripe": refund.stripe_id or "",
            "Uitbetaald op": _paid_out(refund.payment, source=refund.stripe_id),
        }


def _paid_out(payment: Payment, **wanted: str | None) -> date | None:
    """When the payout with this line of the payment came to our bank."""
    for line in payment.movements.all():
        if line.payout and all(getattr(line, k) == v for k, v in wanted.items()):
            return line.payout.arrives_on
    return None


def _line(what: str, at: datetime | None, order: Order, paper) -> dict:
    """In this order for both kinds; what a kind has not is empty."""
    return {
        "Wanneer": _wall(at),
        "Wat": what,
        "Bestelnummer": order.reference,
        "Koper": order.buyer_name,
        "Organisatie": order.organisation,
        "Bedrag": None,
        "Stand": "",
        "Reden": "",
        "Factuur of creditnota": paper.name if paper else "",
        "Zonder btw": paper.net if paper else None,
        "Btw": paper.vat if paper else None,
        **_per_rate(paper),
        "Stripe": "",
        "Uitbetaald op": None,
    }


def _per_rate(paper) -> dict[str, Decimal | None]:
    """As a VAT return asks it; what is left of the net is at no rate or exempt."""
    sums = written(paper.lines) if paper else {}
    columns: dict[str, Decimal | None] = {}
    for rate, names in RATES.items():
        columns |= zip(names, sums.get(rate, (None, None)), strict=True)
    return columns


def _wall(moment: datetime | None) -> datetime | None:
    """What the clock in Amsterdam said: a spreadsheet has no zones."""
    if moment is None:
        return None
    return timezone.localtime(moment).replace(tzinfo=None, microsecond=0)


RATES = {
    rate: (f"Zonder btw bij {rate:.0f}%", f"Btw {rate:.0f}%")
    for rate in PERCENTAGES
    if rate
}
ROWS = {"bestellingen": orders_of, "duos": pairs_of, "geld": money_of}
SHEETS = {
    "bestellingen": "Bestellingen",
    "duos": "Duo’s",
    "geld": "Geld",
    "uitbetaling": "Uitbetaling",
}
HEADINGS = {
    "bestellingen": [
        *("Bestelnummer", "Stand", "Betaald op", "Koper", "E-mailadres"),
        *("Organisatie", "Straat", "Postcode", "Plaats", "Btw-id", "Kenmerk"),
        *("Duo’s", "Gasten bevestigd", "Bedrag"),
    ],
    "duos": [
        *("Duo", "Stand", "Soort", "Prijs", "Gastheer", "E-mailadres gastheer"),
        *("Gastheer binnen", "Gast", "E-mailadres gast", "Gast is", "Grond", "Sector"),
        *("Bevestigd op", "Gast binnen", "Koper", "Organisatie"),
    ],
    "geld": [
        *("Wanneer", "Wat", "Bestelnummer", "Koper", "Organisatie", "Bedrag", "Stand"),
        *("Reden", "Factuur of creditnota", "Zonder btw", "Btw"),
        *chain.from_iterable(RATES.values()),
        *("Stripe", "Uitbetaald op"),
    ],
    "uitbetaling": [
        *("Wanneer", "Wat", "Bestelnummer", "Evenement", "Bij Stripe", "Kosten"),
        *("Bij ons", "Stripe"),
    ],
}
