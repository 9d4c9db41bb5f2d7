"""The StreamField blocks that every kind of page may use."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from home.pages.chosen import row_of
from home.pages.references import PERSON, number_of, referred

INLINE = ["bold", "italic", "link"]


class Unfetched:
    """A chooser that reads a number only: the page looks up all it names at once."""

    model_class: type[Model]

    def to_python(self, value):
        return value

    def bulk_to_python(self, values):
        return values

    def get_prep_value(self, value):
        return number_of(value)

    def render_basic(self, value, context=None):
        """Where versions are compared, which knows no page around it."""
        return (
            self.model_class._default_manager.filter(pk=number_of(value)).first() or ""
        )

    def get_form_state(self, value):
        row = row_of(self.model_class, value)
        return super().get_form_state(row)  # type: ignore[misc]  # of a chooser

    def extract_references(self, value):
        if value is not None:
            yield self.model_class, str(number_of(value)), "", ""


class PageNumberBlock(Unfetched, blocks.PageChooserBlock):
    """A page of this site."""


class DocumentNumberBlock(Unfetched, DocumentChooserBlock):
    """A file to keep."""


class PersonNumberBlock(Unfetched, SnippetChooserBlock):
    """Somebody of the registry."""

    def __init__(self, **kwargs):
        kwargs.setdefault("target_model", "home.Person")
        super().__init__(**kwargs)


class TermNumberBlock(Unfetched, SnippetChooserBlock):
    """A word of the list."""

    def __init__(self, **kwargs):
        kwargs.setdefault("target_model", "home.Term")
        super().__init__(**kwargs)


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

    def get_preview_value(self):
        newest = get_image_model().objects.order_by("-pk").first()
        photo = {"image": newest and newest.pk, "decorative": True, "alt_text": ""}
        return self.to_python({"photo": photo, "caption": "Wat we zien"})


class QuoteBlock(blocks.StructBlock):
    """A sentence of the story, said louder."""

    text = blocks.TextBlock(label="Citaat", max_length=300)
    person = PersonNumberBlock(
        label="Wie zei het",
        required=False,
        help_text="Staat die niet in de lijst, typ de naam dan hieronder.",
    )
    source = blocks.CharBlock(
        label="Naam of functie",
        max_length=120,
        required=False,
        help_text="Bij een gekozen persoon: de functie van toen. Anders: naam, en zo "
        "nodig functie.",
    )

    class Meta:
        label = "Citaat"
        icon = "openquote"
        description = "Eén zin uit het verhaal, groot gezet"
        preview_value = {
            "text": "Wie ons belt, zit vast.",
            "person": None,
            "source": "Naam Achternaam, teamleider",
        }
        template = "blocks/quote.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        person = referred(parent_context, PERSON, value["person"])
        said = [person.name if person else "", value["source"]]
        return context | {"source": ", ".join(filter(None, said))}


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

    person = PersonNumberBlock(label="Persoon", required=False)
    name = blocks.CharBlock(
        label="Of een naam",
        max_length=120,
        required=False,
        help_text="Van wie niet in de lijst van personen staat.",
    )
    about = blocks.CharBlock(
        label="Functie en organisatie",
        max_length=160,
        required=False,
        help_text="Van die dag: dit blijft zo staan als iemand iets anders gaat doen.",
    )

    class Meta:
        label = "Deelnemer"
        icon = "user"

    def clean(self, value):
        cleaned = super().clean(value)
        is_named = cleaned["person"] or cleaned["name"]
        if not is_named and not self.is_deferred_validation:
            error = "Kies een persoon of typ een naam."
            raise StructBlockValidationError(
                block_errors={"name": ValidationError(error)}
            )
        return cleaned


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
            "people": [{"person": None, "name": "Naam Achternaam", "about": "planner"}],
        }
        template = "blocks/table.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["people"] = people = []
        for seat in value["people"]:
            person = referred(parent_context, PERSON, seat["person"])
            name = person.name if person else seat["name"]
            people.append({"name": name, "about": seat["about"]})
        return context


class NoteBlock(blocks.StructBlock):
    """A word of the editors about the story itself."""

    text = blocks.RichTextBlock(label="Noot", features=INLINE)

    class Meta:
        label = "Noot van de redactie"
        icon = "info-circle"
        description = "Hoe het verhaal tot stand kwam, wie vooraf meelas"
        preview_value = {"text": "<p>Dit gesprek is gevoerd op kantoor.</p>"}
        template = "blocks/note.html"


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
