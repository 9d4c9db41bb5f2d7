"""An invoice or a credit note as a PDF, from the row and nothing else."""

from decimal import Decimal
from pathlib import Path

from django.conf import settings

from events.invoices.models import CreditNote, Document, Invoice
from events.invoices.rules import rate_of, written
from home import dutch
from home.typesetting import drawable, pdf

SOURCE = Path(__file__).with_name("invoice.typ")


def document_pdf(document: Invoice | CreditNote) -> bytes:
    """The same row gives the same paper, also in seven years."""
    is_credit = isinstance(document, CreditNote)
    original = document.invoice if isinstance(document, CreditNote) else document
    data = {
        "site": settings.SITE_NAME,
        "title": "Creditnota" if is_credit else "Factuur",
        "name": document.name,
        "issued": dutch.day_short(document.issued_on),
        "original": f"{original.name} van {dutch.day_short(original.issued_on)}"
        if is_credit
        else "",
        "order": original.order.reference,
        "supplied": dutch.day_short(original.order.event.first_day),
        "seller": _seller(document),
        "buyer": _buyer(document),
        "purchase_order": drawable(document.buyer["purchase_order"])
        if document.buyer["purchase_order"]
        else "",
        "lines": [_line(line) for line in document.lines],
        "net": dutch.euro(document.net),
        "vat": _vat(document),
        "vat_texts": [drawable(text) for text in _vat_texts(document)],
        "total": dutch.euro(document.total),
        "settled": "Dit bedrag boeken we terug naar de rekening waarmee is betaald."
        if is_credit
        else "Betaald. Je hoeft niets meer over te maken.",
    }
    return pdf(SOURCE, data)


def _line(line: dict) -> dict[str, str]:
    return {
        "description": drawable(line["description"]),
        "quantity": str(line["quantity"]),
        "unit": _euro(line["unit_net"]),
        "rate": dutch.vat(rate_of(line)).removeprefix("btw ").removesuffix(" van btw"),
        "net": _euro(line["net"]),
    }


def _vat(document: Document) -> list[dict[str, str]]:
    """One amount per rate (art. 35a Wet OB)."""
    return [
        {"name": dutch.vat(rate).capitalize(), "amount": dutch.euro(vat)}
        for rate, (_net, vat) in written(document.lines).items()
    ]


def _vat_texts(document: Document) -> list[str]:
    """What the law wants said beside a rate, each once; older rows have none."""
    return list(
        dict.fromkeys(filter(None, (line.get("vat_text") for line in document.lines)))
    )


def _seller(document: Document) -> list[str]:
    """Name, address and numbers, as art. 35a Wet OB and art. 27 Hrw ask."""
    seller = document.seller
    rows = [
        seller["name"],
        seller["street"],
        f"{seller['postal_code']} {seller['city']}",
        f"KvK {seller['kvk']}" if seller["kvk"] else "",
        f"Btw-id {seller['vat_id']}" if seller["vat_id"] else "",
        seller["email"],
        seller["phone"],
    ]
    return [drawable(row) for row in rows if row.strip()]


def _buyer(document: Document) -> list[str]:
    buyer = document.buyer
    rows = [
        buyer["organisation"],
        buyer["name"],
        buyer["street"],
        f"{buyer['postal_code']} {buyer['city']}",
        f"Btw-id {buyer['vat_id']}" if buyer["vat_id"] else "",
    ]
    return [drawable(row) for row in rows if row.strip()]


def _euro(amount: str) -> str:
    return dutch.euro(Decimal(amount))
