"""The text of an outcome in numbered paragraphs."""

from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.text import Truncator

from community.working_groups.prose import as_html, as_text

A_PASSAGE = 160


class Paragraph(NamedTuple):
    """One of them; the first is 1."""

    number: int
    html: str

    @property
    def passage(self) -> str:
        """How it begins, without marks."""
        spaced = self.html.replace("<br/>", " ").replace(".</li>", ". ")
        spaced = spaced.replace("</li>", "; ")
        return Truncator(strip_tags(spaced).strip("; ")).chars(A_PASSAGE)


def paragraphs(html: str) -> list[Paragraph]:
    blocks = [block for block in as_text(html).split("\n\n") if block.strip()]
    return [Paragraph(n, as_html(block)) for n, block in enumerate(blocks, start=1)]
