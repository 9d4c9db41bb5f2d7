"""The StreamField blocks that every kind of page may use."""

from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

INLINE = ["bold", "italic", "link"]


class TextBlock(blocks.RichTextBlock):
    """Running text; h2 and h3 only, so that the outline stays sound."""

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "features",
            ["h2", "h3", "bold", "italic", "link", "document-link", "ol", "ul"],
        )
        super().__init__(**kwargs)

    class Meta:
        label = "Tekst"
        icon = "pilcrow"
        description = "Gewone tekst, met tussenkoppen en lijstjes"
        preview_value = (
            "<h2>Wie vooraan zit</h2><p>Een planner ziet een week vooruit hoe druk het "
            "wordt. Vraag haar dus ook <b>waarom</b>.</p>"
        )

    def render_basic(self, value, context=None):
        """No template: a story has a dozen of these, and there is one tag around it.

        The page fills in the links, of all its blocks at once ({% with_links %})."""
        # what the editor wrote, cleaned when it was saved
        return format_html('<div class="rich">{}</div>', mark_safe(value.source))  # noqa: S308


class PictureBlock(ImageBlock):
    """Wagtail's, whose chooser is called "Image" in every language."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.child_blocks["image"].label = "Afbeelding"


class PhotoBlock(blocks.StructBlock):
    """A photo; its credit and note come along by themselves."""

    photo = PictureBlock(label="Foto")
    caption = blocks.CharBlock(
        label="Bijschrift",
        max_length=200,
        required=False,
        help_text="Wat we zien. Wie de foto maakte, komt er vanzelf bij.",
    )

    class Meta:
        label = "Foto"
        icon = "image"
        description = "Een foto met bijschrift; ‘Beeld: …’ komt er vanzelf onder"
        template = "blocks/photo.html"


class QuoteBlock(blocks.StructBlock):
    """A sentence of the story, said louder."""

    text = blocks.TextBlock(label="Citaat", max_length=300)
    source = blocks.CharBlock(
        label="Wie zei het",
        max_length=120,
        required=False,
        help_text="Naam, en zo nodig functie.",
    )

    class Meta:
        label = "Citaat"
        icon = "openquote"
        description = "Eén zin uit het verhaal, groot gezet"
        preview_value = {
            "text": "Wie ons belt, zit vast.",
            "source": "Naam Achternaam, teamleider",
        }
        template = "blocks/quote.html"


class FactBlock(blocks.StructBlock):
    """One line of facts & figures."""

    label = blocks.CharBlock(label="Wat", max_length=60)
    value = blocks.CharBlock(label="Hoeveel, waar of sinds wanneer", max_length=120)

    class Meta:
        label = "Feit"
        icon = "list-ul"


class FactsBlock(blocks.StructBlock):
    """Facts & figures beside the text."""

    title = blocks.CharBlock(
        label="Kop", max_length=60, default="Feiten en cijfers", required=False
    )
    facts = blocks.ListBlock(FactBlock(), label="Feiten", min_num=1, max_num=12)

    class Meta:
        label = "Feiten en cijfers"
        icon = "table"
        description = "Een lijstje naast de tekst: waar, hoeveel, sinds wanneer"
        preview_value = {
            "title": "Feiten en cijfers",
            "facts": [
                {"label": "Waar", "value": "Amersfoort, vijfde verdieping"},
                {"label": "Mensen", "value": "200"},
            ],
        }
        template = "blocks/facts.html"


class QuestionBlock(blocks.StructBlock):
    """A question, heavy, and its answer, in the reading letter."""

    question = blocks.TextBlock(label="Vraag", max_length=300, rows=2)
    answer = blocks.RichTextBlock(label="Antwoord", features=[*INLINE, "ol", "ul"])

    class Meta:
        label = "Vraag en antwoord"
        icon = "help"
        description = "Voor een interview: de vraag van ons, het antwoord van de ander"
        preview_value = {
            "question": "Wat is daarvan gebleven?",
            "answer": "<p>‘Eén vraag: wat had je nodig en kreeg je niet?’</p>",
        }
        template = "blocks/question.html"


class SeatBlock(blocks.StructBlock):
    """Somebody at the table."""

    name = blocks.CharBlock(label="Naam", max_length=120)
    about = blocks.CharBlock(
        label="Functie en organisatie", max_length=160, required=False
    )

    class Meta:
        label = "Deelnemer"
        icon = "user"


class TableBlock(blocks.StructBlock):
    """Who sat at the table."""

    title = blocks.CharBlock(
        label="Kop", max_length=60, default="Aan tafel", required=False
    )
    people = blocks.ListBlock(SeatBlock(), label="Deelnemers", min_num=1, max_num=20)

    class Meta:
        label = "Aan tafel"
        icon = "group"
        description = "Wie er meepraatten, met functie"
        preview_value = {
            "title": "Aan tafel",
            "people": [{"name": "Naam Achternaam", "about": "planner"}],
        }
        template = "blocks/table.html"


class NoteBlock(blocks.StructBlock):
    """A word of the editors about the story itself."""

    text = blocks.RichTextBlock(label="Noot", features=INLINE)

    class Meta:
        label = "Noot van de redactie"
        icon = "info-circle"
        description = "Hoe het verhaal tot stand kwam, wie vooraf meelas"
        preview_value = {"text": "<p>Dit gesprek is gevoerd op kantoor.</p>"}
        template = "blocks/note.html"


class Unfetched:
    """A chooser that reads a number only: the page fetches all it names at once."""

    model_class: type[Model]

    def to_python(self, value):
        return value

    def bulk_to_python(self, values):
        return values

    def get_prep_value(self, value):
        return number_of(value)

    def extract_references(self, value):
        if value is not None:
            yield self.model_class, str(number_of(value)), "", ""


def number_of(chosen):
    """Read from the database it is a number; from a form, the thing itself."""
    return getattr(chosen, "pk", chosen)


class PageNumberBlock(Unfetched, blocks.PageChooserBlock):
    """A page of this site."""


class StoryBlocks(blocks.StreamBlock):
    """All that a story may be made of."""

    text = TextBlock()
    question = QuestionBlock()
    photo = PhotoBlock()
    quote = QuoteBlock()
    facts = FactsBlock()
    table = TableBlock()
    note = NoteBlock()


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
