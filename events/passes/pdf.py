"""One half as a PDF: A4, one page."""

from pathlib import Path

from django.conf import settings

from events.passes import qr
from events.passes.halves import Half
from home.covers.waveform import loudness
from home.typesetting import drawable, pdf

SOURCE = Path(__file__).with_name("ticket.typ")


def ticket_pdf(half: Half) -> bytes:
    """What one of the two shows at the door, and nothing of the other one."""
    size, path = qr.drawing(half.code)
    data = {
        "site": settings.SITE_NAME,
        "side": half.side,
        "event": drawable(half.event.name),
        "role": drawable(half.role),
        "name": drawable(half.name),
        "memo": loudness(half.name, 26),
        "qr": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path d="{path}"/></svg>',
        "when": half.when,
        "venue": drawable(half.event.venue),
        "address": drawable(half.event.address),
        "reference": half.reference,
        "note": half.note,
    }
    return pdf(SOURCE, data)
