"""The rows of each export: one query each, read as it streams, however many there are.

A row is a dict with the heading of a column as its key."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from django.db.models import (
    Count,
    DecimalField,
    FilteredRelation,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.door.models import CheckIn
from events.guests.models import Guest
from events.orders.models import Order, Pair
from events.payments.models import Payment, Refund
from events.tickets.models import Event

CHUNK = 2000
CENT = Decimal("0.01")
MONEY = DecimalField(max_digits=10, decimal_places=2)
STATES = dict(Pair.State.choices)
GROUNDS = dict(Guest.Ground.choices)


def orders_of(event: Event) -> Iterator[dict]:
    """Each order that was paid, whatever became of it; amounts of what is sold now."""
    sold = Pair.objects.filter(order=OuterRef("pk"), state=Pair.State.SOLD)
    counted = sold.order_by().values("order")
    confirmed = Guest.objects.current().filter(
        Q(ground=Guest.Ground.SECTOR) | Q(judged_for=event.first_day),  # rule 4
        pair__order=OuterRef("pk"),
        pair__state=Pair.State.SOLD,
        admitted_at__isnull=False,
    )
    orders = (
        Order.objects.filter(event=event, paid_at__isnull=False)
        .annotate(
            sold=_number(counted.annotate(n=Count("pk"))),
            value=_number(counted.annotate(n=Sum("price")), MONEY),
            confirmed=_number(
                confirmed.order_by().values("pair__order").annotate(n=Count("pk"))
            ),
        )
        .order_by("paid_at", "pk")
    )
    for order in orders.iterator(CHUNK):
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
            "Duo’s": order.sold,
            "Gasten bevestigd": order.confirmed,
            "Bedrag": order.value.quantize(CENT),
        }


def pairs_of(event: Event) -> Iterator[dict]:
    """Each pair that was sold, with its host and the guest of this moment."""
    for pair in with_people(event).iterator(CHUNK):
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


def with_people(event: Event):
    """Sold and cancelled pairs with their current guest, as dicts, in one query."""
    seen = CheckIn.objects.standing().order_by("-at")
    return (
        Pair.objects.of_event(event)
        .filter(state__in=[Pair.State.SOLD, Pair.State.CANCELLED])
        .annotate(
            now=FilteredRelation(
                "guests",
                condition=Q(guests__replaced_at=None, guests__declined_at=None),
            ),
            host_in=Subquery(seen.filter(code=OuterRef("host_code")).values("at")[:1]),
            guest_in=Subquery(seen.filter(code=OuterRef("now__code")).values("at")[:1]),
        )
        .order_by("order__paid_at", "order", "number")
        .values(
            *("number", "state", "price", "ticket__name", "host_name", "host_email"),
            *("order__reference", "order__buyer_name", "order__organisation"),
            *("order__paid_at", "host_in", "guest_in"),
            *("now__pk", "now__name", "now__email", "now__ground", "now__judged_for"),
            *("now__admitted_at", "now__sector__name"),
        )
    )


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


def money_of(event: Event) -> Iterator[dict]:
    """What came in and what went back, each with its paper."""
    payments = Payment.objects.filter(order__event=event, status=Payment.Status.PAID)
    paid = payments.select_related("order", "invoice").order_by("settled_at", "pk")
    for payment in paid.iterator(CHUNK):
        paper = getattr(payment, "invoice", None)
        yield _line("betaling", payment.settled_at, payment.order, paper) | {
            "Bedrag": payment.amount,
            "Stand": payment.get_status_display(),
            "Stripe": "buiten Stripe om" if payment.is_outside else payment.intent_id,
        }
    refunds = Refund.objects.filter(payment__order__event=event)
    back = refunds.select_related("payment__order", "credit_note")
    for refund in back.order_by("created_at", "pk").iterator(CHUNK):
        paper = getattr(refund, "credit_note", None)
        order = refund.payment.order
        yield _line("terugbetaling", refund.created_at, order, paper) | {
            "Bedrag": -refund.amount,
            "Stand": refund.get_status_display(),
            "Reden": refund.get_reason_display(),
            "Stripe": refund.stripe_id or "",
        }


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
        "Stripe": "",
    }


def _number(counted, field=None):
    return Coalesce(Subquery(counted.values("n")), Value(0), output_field=field)


def _wall(moment: datetime | None) -> datetime | None:
    """What the clock in Amsterdam said: a spreadsheet has no zones."""
    if moment is None:
        return None
    return timezone.localtime(moment).replace(tzinfo=None, microsecond=0)


ROWS = {"bestellingen": orders_of, "duos": pairs_of, "geld": money_of}
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
        *("Reden", "Factuur of creditnota", "Zonder btw", "Btw", "Stripe"),
    ],
}
