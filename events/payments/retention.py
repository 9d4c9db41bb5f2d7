"""How long we remember Stripe’s messages, and who stands on an invoice."""

from datetime import datetime, timedelta

from django.db.models import Model

from events.invoices.models import CreditNote, Invoice
from events.payments.models import Payment, StripeEvent
from home.privacy.keepers import Keeper, Promise, Rows, books_begin, keeps

ON_AN_INVOICE = [
    "name",
    "organisation",
    "street",
    "postal_code",
    "city",
    "vat_id",
    "purchase_order",
]
ASKED = timedelta(days=14)  # as long as an order that was never paid
KEPT = timedelta(days=90)  # Stripe repeats for three days, and lists thirty


def forget(*, now: datetime) -> int:
    """Stripe’s numbers, and the names on invoices when the law is done with them."""
    gone, _ = StripeEvent.objects.filter(received_at__lte=now - KEPT).delete()
    asked = _addresses_that_stripe_was_given(now)
    return gone + asked + _names_on_papers_of_long_ago(now)


def _addresses_that_stripe_was_given(now: datetime) -> int:
    """An attempt that is over is never asked again, so what was asked may go."""
    over = Payment.objects.filter(settled_at__lte=now - ASKED)
    return over.exclude(params={}).update(params={})


def erase(*, email: str, now: datetime) -> int:
    """Of attempts that are over; invoices stay."""
    asked = Payment.objects.filter(params__customer_email__iexact=email)
    return asked.filter(settled_at__lte=now).update(params={})


def _names_on_papers_of_long_ago(now: datetime) -> int:
    """Numbers and sums stay, so that a series has no gaps."""
    nobody = dict.fromkeys(ON_AN_INVOICE, "")
    return sum(
        papers.objects.filter(issued_on__lt=books_begin(now).date())
        .exclude(buyer__name="")
        .update(buyer=nobody)
        for papers in (Invoice, CreditNote)
    )


def about(email: str) -> dict[str, Rows]:
    """Payments and invoices of who bought; nothing of a card or an account is here."""
    mine = {"order__buyer_email__iexact": email}
    payments = Payment.objects.filter(**mine).order_by("created_at", "pk")
    invoices = Invoice.objects.filter(**mine).order_by("year", "number")
    return {
        "Betalingen": [
            {
                "bedrag": each.amount,
                "stand": each.get_status_display(),
                "begonnen op": each.created_at,
            }
            for each in payments
        ],
        "Facturen": [
            {
                "nummer": each.name,
                "datum": each.issued_on,
                "totaal": each.total,
                "op naam van": ", ".join(filter(None, each.buyer.values())),
            }
            for each in invoices
        ],
    }


PROMISES = [
    Promise(
        "Facturen en creditnota’s: naam, organisatie en adres, zoals ze erop staan",
        "7 jaar, omdat de wet dat vraagt (artikel 52 AWR); ook als je ons vraagt je "
        "te vergeten",
    ),
    Promise(
        "Betalingen: het nummer, het bedrag en de uitkomst. Je rekening en je kaart "
        "zien wij niet, die ziet Stripe",
        "7 jaar, bij de factuur",
    ),
    Promise("Berichten van Stripe: alleen hun nummer", f"{KEPT.days} dagen"),
]
FIELDS: dict[type[Model], list[str]] = {
    Invoice: ["buyer"],
    CreditNote: ["buyer"],
    Payment: ["params"],
}
KEEPER = keeps(Keeper(PROMISES, forget, about, erase, FIELDS))
