"""Where else a story is spoken of: an editor read it there, and put it down."""

from wagtail import blocks


class MentionBlock(blocks.StructBlock):
    """Never by itself: who links to us may have something to sell."""

    name = blocks.CharBlock(
        label="Bij wie", max_length=120, help_text="Het medium, of wie het schreef."
    )
    url = blocks.URLBlock(label="Adres daar")

    class Meta:
        label = "Genoemd door"
        icon = "link"
        label_format = "{name}"
