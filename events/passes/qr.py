"""The QR code of one half: it holds the random code and nothing else."""

import re

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
DARK = re.compile(rb"\x01+")


def drawing(code: str) -> tuple[int, str]:
    """How many modules wide, and the dark ones as one path, run by run."""
    rows = segno.make(code, error="m", micro=False, mask=MASK).matrix
    runs = [
        f"M{run.start()} {y}h{(width := run.end() - run.start())}v1h-{width}z"
        for y, row in enumerate(rows)
        for run in DARK.finditer(row)
    ]
    return len(rows), "".join(runs)
