"""The paper that goes along with a mail about money."""

from django.core.mail import EmailMessage

from events.invoices.models import CreditNote, Invoice
from events.invoices.pdf import document_pdf
from home.typesetting import CONTENT_TYPE


def attach_document(message: EmailMessage, document: Invoice | CreditNote) -> None:
    """The invoice or credit note as a PDF, under its number."""
    word = "creditnota" if isinstance(document, CreditNote) else "factuur"
    message.attach(f"{word}-{document.name}.pdf", document_pdf(document), CONTENT_TYPE)
