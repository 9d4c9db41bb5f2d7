"""What was wrong in a story after it was published, and when we put it right."""

from datetime import date
from typing import NamedTuple

from wagtail import blocks


class Correction(NamedTuple):
    """As it stands under the story."""

    day: date
    text: str


class CorrectionBlock(blocks.StructBlock):
    """Public, and kept with the story: who reads it again sees what changed."""

    day = blocks.DateBlock(label="Gecorrigeerd op")
    text = blocks.TextBlock(
        label="Wat er anders is",
        max_length=600,
        rows=2,
        help_text="Wat stond er, en wat klopt? ‘Er stond 12.000 mensen; het zijn er "
        "1.200.’",
    )

    class Meta:
        label = "Correctie"
        icon = "edit"
        label_format = "{day}: {text}"
