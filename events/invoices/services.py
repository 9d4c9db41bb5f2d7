"""Issue an invoice with a payment, and a credit note with a refund."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import BigIntegerField, CharField, IntegerField, QuerySet
from django.utils import timezone

from events.invoices.models import CreditNote, Invoice, NumberSeries
from events.invoices.rules import (
    ByRate,
    Line,
    divide,
    lines_of,
    of_this_pair,
    rate_of,
    written,
)
from events.orders.models import Order, Pair
from events.orders.services import bring_pairs
from home.pages.details import SiteDetails
from home.statements import Blank, Rows
from home.transactions import whole


@whole
def issue_invoice(*, order: Order, payment_id: int, now: datetime) -> Invoice:
    """Of what was paid, in the caller's transaction: a rollback returns the number."""
    there = OF_PAYMENT.one(payment=payment_id)
    if there is not None:
        return there
    bring_pairs(order)
    lines = lines_of(order.pairs.all(), event_name=order.event.name)
    day = timezone.localdate(now)
    net, vat = _sums(lines)
    invoice = Invoice(
        order=order,
        payment_id=payment_id,
        year=day.year,
        issued_on=day,
        seller=_seller(),
        buyer=_buyer(order),
        lines=[line.as_json() for line in lines],
        net=net,
        vat=vat,
        total=net + vat,
    )
    invoice.number = _next_number(NumberSeries.Kind.INVOICE, day)
    invoice.save(force_insert=True)
    return invoice


PAYMENT = Blank("payment", BigIntegerField())
OF_PAYMENT = Rows(lambda: Invoice.objects.filter(payment=PAYMENT))


@transaction.atomic
def issue_credit_note(
    *, invoice: Invoice, refund_id: int, amount: Decimal, why: str, now: datetime
) -> CreditNote:
    """As much off the invoice as goes back; names and texts are the invoice's."""
    there = CreditNote.objects.filter(refund=refund_id).first()
    if there is not None:
        return there
    invoice = Invoice.objects.select_for_update().get(pk=invoice.pk)
    texts: dict[Decimal | None, str] = {}
    for line in invoice.lines:
        texts[rate_of(line)] = texts.get(rate_of(line)) or line.get("vat_text", "")
    lines = [
        Line(f"{why}, factuur {invoice.name}", 1, -net, rate, -net, -vat, texts[rate])
        for rate, net, vat in divide(amount, _taken_from(invoice, refund_id))
    ]
    day = timezone.localdate(now)
    net, vat = _sums(lines)
    return CreditNote.objects.create(
        invoice=invoice,
        refund_id=refund_id,
        year=day.year,
        number=_next_number(NumberSeries.Kind.CREDIT_NOTE, day),
        issued_on=day,
        seller=invoice.seller,
        buyer=invoice.buyer,
        lines=[line.as_json() for line in lines],
        net=net,
        vat=vat,
        total=net + vat,
    )


def _next_number(kind: str, day: date) -> int:
    """One more than the last, under the lock of the series (L7b)."""
    series = SERIES.one(kind=kind, year=day.year)
    if series is None:  # the first of a year
        locked = NumberSeries.objects.select_for_update()
        series, _is_new = locked.get_or_create(kind=kind, year=day.year)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series.last_number


def _series() -> QuerySet[NumberSeries]:
    kind, year = Blank("kind", CharField()), Blank("year", IntegerField())
    return NumberSeries.objects.select_for_update().filter(kind=kind, year=year)


SERIES = Rows(_series)


def _taken_from(invoice: Invoice, refund_id: int) -> ByRate:
    """Of a pair that was cancelled its own rates, so that exactly it is taken out."""
    left = _left_of(invoice)
    pair = Pair.objects.filter(cancellation__refunds=refund_id).first()
    return (pair and of_this_pair(pair, left)) or left


def _left_of(invoice: Invoice) -> ByRate:
    """Net and VAT per rate that no credit note has taken off yet."""
    documents = (invoice, *invoice.credit_notes.all())
    left = written(line for document in documents for line in document.lines)
    return {rate: (net, vat) for rate, (net, vat) in left.items() if net + vat > 0}


def _sums(lines: list[Line]) -> tuple[Decimal, Decimal]:
    net = sum((line.net for line in lines), Decimal(0))
    return net, sum((line.vat for line in lines), Decimal(0))


DETAILS = Rows(lambda: SiteDetails.objects.order_by("pk")[:1])


def _seller() -> dict[str, str]:
    details = DETAILS.one() or SiteDetails()
    names = ("street", "postal_code", "city", "kvk", "vat_id", "iban", "email", "phone")
    return {"name": details.seller} | {name: getattr(details, name) for name in names}


def _buyer(order: Order) -> dict[str, str]:
    return {
        "name": order.buyer_name,
        "organisation": order.organisation,
        "street": order.street,
        "postal_code": order.postal_code,
        "city": order.city,
        "vat_id": order.vat_id,
        "purchase_order": order.purchase_order,
    }
