"""The QR code of one half: it holds the random code and nothing else."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString


def svg(code: str, label: str) -> SafeString:
    """For a page: no style attribute, and black on white in every colour scheme."""
    size, path = drawing(code)
    return format_html(
        '<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" '
        'role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path fill="#000" d="{2}"/></svg>',
        size,
        label,
        path,
    )


# An encoder may weigh eight patterns against each other, to break up what a text makes
# of itself. Our codes are random already, and that would be most of the work.
MASK = 3


def drawing(code: str) -> tuple[int, str]:
    """How many modules wide, and the dark ones as one path, run by run."""
    rows = segno.make(code, error="m", micro=False, mask=MASK).matrix
    runs = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            width = _run(row, x)
            if width:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width or 1
    return len(rows), "".join(runs)


def _run(row: bytearray, start: int) -> int:
    """How many modules are dark from here on."""
    end = start
    while end < len(row) and row[end]:
        end += 1
    return end - start
