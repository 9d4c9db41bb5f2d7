"""Blocks that only an event page uses: programme, questions, accessibility."""

from wagtail import blocks


class PartBlock(blocks.StructBlock):
    """One part of the day."""

    time = blocks.TimeBlock(label="Begint om", format="%H:%M")
    title = blocks.CharBlock(label="Wat", max_length=80)
    text = blocks.TextBlock(label="Toelichting", max_length=300, required=False, rows=2)

    class Meta:
        label = "Onderdeel"
        icon = "time"
        label_format = "{time} {title}"


class QuestionBlock(blocks.StructBlock):
    """What people ask before they buy, and a straight answer."""

    question = blocks.CharBlock(label="Vraag", max_length=120)
    answer = blocks.TextBlock(label="Antwoord", max_length=800, rows=3)

    class Meta:
        label = "Vraag en antwoord"
        icon = "help"
        label_format = "{question}"


class AccessBlock(blocks.StructBlock):
    """What makes it possible for everybody to take part."""

    title = blocks.CharBlock(
        label="Wat", max_length=60, help_text="Bijvoorbeeld: binnenkomen, horen, rust."
    )
    text = blocks.TextBlock(label="Hoe het geregeld is", max_length=400, rows=3)

    class Meta:
        label = "Toegankelijkheid"
        icon = "group"
        label_format = "{title}"
