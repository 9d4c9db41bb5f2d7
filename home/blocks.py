"""The StreamField blocks that every kind of page may use."""

from wagtail import blocks


class TextBlock(blocks.RichTextBlock):
    """Running text; h2 and h3 only, so that the outline stays sound."""

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "features", ["h2", "h3", "bold", "italic", "link", "document-link", "ol", "ul"]
        )
        super().__init__(**kwargs)

    class Meta:
        label = "Tekst"
        icon = "pilcrow"
        template = "blocks/text.html"


class FigureNumberBlock(blocks.StructBlock):
    """One number and what it counts."""

    number = blocks.CharBlock(label="Getal", max_length=12)
    share = blocks.IntegerBlock(
        label="Lengte van de balk in procenten", min_value=2, max_value=100
    )
    label = blocks.CharBlock(label="Wat het telt", max_length=80)

    class Meta:
        label = "Getal"
        icon = "order"
