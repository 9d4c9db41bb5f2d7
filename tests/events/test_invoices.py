"""Invoices and credit notes: complete, without gaps, to the cent (L7, L7b, L7c)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from events.invoices.pdf import document_pdf
from events.invoices.rules import divide
from events.invoices.services import issue_credit_note, issue_invoice
from events.models import CreditNote, Invoice, Payment
from events.payments.refunds import owe_refund
from home.pages.details import SiteDetails
from tests.factories.events import make_paid_order, make_ticket
from tests.factories.home import make_site
from tests.factories.payments import make_placed_order, settle_last

EUROS = st.decimals("0.01", "5000", places=2)


def text_of(document) -> str:
    [page] = PdfReader(BytesIO(document_pdf(document))).pages
    return " ".join(page.extract_text().split())


def make_payment(order, now, **fields) -> Payment:
    values = {"amount": order.total, "params": {}, "status": "paid"} | fields
    return Payment.objects.create(
        order=order, expires_at=now, created_at=now, settled_at=now, **values
    )


def bill(now, *, pairs=1) -> Invoice:
    order = make_paid_order(pairs=pairs)
    payment = make_payment(order, now)
    return issue_invoice(order=order, payment_id=payment.pk, now=now)


@pytest.mark.django_db
@pytest.mark.parametrize("rate", ["21.00", "9.00", "0.00", None])
@pytest.mark.parametrize("price", ["0.51", "2.55", "39.95", "99.95", "149.01"])
def test_every_price_can_be_billed_and_credited(now, price, rate):
    """Where a database reckons in binary, one price in four did not add up."""
    vat = {"vat_rate": rate and Decimal(rate), "vat_text": "artikel 11 Wet OB"}
    ticket = make_ticket(price=Decimal(price), **vat)
    for pairs in range(1, 6):
        order = make_paid_order(pairs=pairs, ticket=ticket)
        payment = make_payment(order, now)
        issue_invoice(order=order, payment_id=payment.pk, now=now)
        owe_refund(payment=payment, reason="late", now=now)

    assert (Invoice.objects.count(), CreditNote.objects.count()) == (5, 5)


@pytest.mark.django_db
def test_a_payment_is_billed_in_the_transaction_that_books_it(stripe, now):
    order = make_placed_order(now, pairs=2)
    stripe.pay(stripe.last_session)

    settle_last(order, now)

    invoice = Invoice.objects.get()
    assert (invoice.name, invoice.payment.order) == ("F2026-0001", order)
    assert (invoice.net, invoice.vat, invoice.total) == (
        Decimal("246.28"),
        Decimal("51.72"),
        Decimal("298.00"),
    )


@pytest.mark.django_db
def test_the_paper_says_all_that_the_law_asks(now, time_machine):
    time_machine.move_to(now, tick=False)
    make_site()
    invoice = bill(now, pairs=2)

    text = text_of(invoice)

    for words in (
        "Factuur",
        "F2026-0001",
        "25 november 2026",
        "Stichting Een Nieuw Geluid",
        "Seinpad 5",
        "KvK 01234567",
        "Btw-id NL001234567B01",
        "Iris de Wit",
        "Duoticket voor 2 personen",
        "€ 123,14",
        "€ 246,28",
        "Btw 21%",
        "€ 51,72",
        "€ 298,00",
        "10 maart 2027",
    ):
        assert words in text


@pytest.mark.django_db
def test_a_refund_gets_a_credit_note_that_refers_to_its_invoice(now):
    invoice = bill(now, pairs=2)

    owe_refund(payment=invoice.payment, reason="late", now=now)

    note = CreditNote.objects.get()
    text = text_of(note)
    assert (note.name, note.total) == ("C2026-0001", Decimal("-298.00"))
    assert "Creditnota" in text
    assert "F2026-0001 van 25 november 2026" in text


@pytest.mark.django_db
def test_credit_notes_of_parts_add_up_to_the_invoice(now):
    invoice = bill(now)

    owe_refund(payment=invoice.payment, reason="late", now=now, amount=Decimal("33.33"))
    owe_refund(payment=invoice.payment, reason="duplicate", now=now)

    notes = CreditNote.objects.all()
    assert sum(note.net for note in notes) == -invoice.net
    assert sum(note.vat for note in notes) == -invoice.vat


@pytest.mark.django_db
def test_the_paper_of_long_ago_does_not_change_with_the_order(now):
    make_site()
    invoice = bill(now)
    before = text_of(invoice)

    type(invoice.order).objects.update(buyer_name="Iemand Anders")
    SiteDetails.objects.update(kvk="87654321")
    note = owe_refund(payment=invoice.payment, reason="late", now=now).credit_note

    assert text_of(Invoice.objects.get()) == before
    assert (note.buyer, note.seller) == (invoice.buyer, invoice.seller)


@pytest.mark.django_db
def test_a_rollback_gives_the_number_back(now):
    order = make_paid_order()
    payment = make_payment(order, now)

    with transaction.atomic():
        issue_invoice(order=order, payment_id=payment.pk, now=now)
        transaction.set_rollback(True)
    invoice = issue_invoice(order=order, payment_id=payment.pk, now=now)

    assert invoice.name == "F2026-0001"


@pytest.mark.django_db
def test_the_same_payment_is_billed_once(now):
    invoice = bill(now)

    again = issue_invoice(order=invoice.order, payment_id=invoice.payment_id, now=now)

    assert again == invoice


@pytest.mark.django_db
def test_the_same_refund_is_credited_once(now):
    invoice = bill(now)
    refund = owe_refund(payment=invoice.payment, reason="late", now=now)
    about = {"refund_id": refund.pk, "amount": refund.amount, "why": "Nog eens"}

    again = issue_credit_note(invoice=invoice, now=now, **about)

    assert again == CreditNote.objects.get() == refund.credit_note


@pytest.mark.django_db
def test_every_year_begins_with_one(now):
    bill(now)

    invoice = bill(now + timedelta(days=60))

    assert invoice.name == "F2027-0001"


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twenty_invoices_at_one_instant_are_numbered_without_a_gap(now):
    payments = []
    for _ in range(20):
        order = make_paid_order()
        payments.append((order, make_payment(order, now)))

    def issue(pair):
        order, payment = pair
        try:
            return issue_invoice(order=order, payment_id=payment.pk, now=now).number
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as clerks:
        numbers = sorted(clerks.map(issue, payments))

    assert numbers == list(range(1, 21))


@given(
    left=st.dictionaries(
        st.sampled_from([Decimal(0), Decimal(9), Decimal(21)]),
        st.tuples(EUROS, st.decimals("0", "1000", places=2)),
        min_size=1,
    ),
    share=st.decimals("0.001", "1", places=3),
)
def test_a_refund_is_divided_to_the_cent(left, share):
    whole = sum(net + vat for net, vat in left.values())
    amount = max(Decimal("0.01"), (whole * share).quantize(Decimal("0.01")))

    parts = divide(amount, left)

    assert sum(net + vat for _, net, vat in parts) == amount
    if amount == whole:
        assert {rate: (net, vat) for rate, net, vat in parts} == left


def test_more_than_is_left_is_not_divided():
    with pytest.raises(ValueError, match="149"):
        divide(Decimal(149), {Decimal(21): (Decimal("123.14"), Decimal("25.85"))})


@pytest.mark.django_db
def test_the_buyer_finds_the_invoice_on_the_order_page(client, stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    address = f"/tickets/bestelling/{order.reference}/{order.token}/"
    theirs = bill(now)

    page = client.get(address)
    paper = client.get(f"{address}papier/F2026-0001.pdf")
    other = client.get(f"{address}papier/{theirs.name}.pdf")

    assert "Factuur F2026-0001 (pdf)" in page.text
    assert paper["Content-Type"] == "application/pdf"
    assert other.status_code == 404


@pytest.mark.django_db
def test_an_exempt_ticket_is_billed_without_vat_and_with_the_words_of_the_law(now):
    words = "Vrijgesteld, artikel 11, lid 1, letter o Wet OB"
    ticket = make_ticket(vat_rate=None, vat_text=words)
    order = make_paid_order(ticket=ticket)
    payment = make_payment(order, now)

    invoice = issue_invoice(order=order, payment_id=payment.pk, now=now)
    note = owe_refund(payment=payment, reason="late", now=now).credit_note

    assert (invoice.net, invoice.vat) == (Decimal("149.00"), 0)
    assert "Vrijgesteld van btw € 0,00" in text_of(invoice)
    assert words in text_of(invoice)
    assert words in text_of(note)
