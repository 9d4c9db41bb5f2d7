"""The StreamField blocks that only a story uses."""

from datetime import date

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.models import Document
from wagtail.models import Page

from home.blocks import (
    INLINE,
    DocumentNumberBlock,
    FactsBlock,
    NoteBlock,
    PageNumberBlock,
    PhotoBlock,
    QuestionBlock,
    QuoteBlock,
    TableBlock,
    TermNumberBlock,
    TextBlock,
)
from home.embeds import HOSTS, NotAPlayer, player_for
from home.pages.chosen import AtOnce
from home.pages.references import DOCUMENT, PAGE, TERM, referred
from home.terms.models import Term

MOST_PAGES = 4


class WorkedBlock(blocks.StructBlock):
    """Honest on both sides: without the second list it is an advertisement."""

    worked = blocks.ListBlock(
        blocks.CharBlock(label="Punt", max_length=200),
        label="Wat werkte",
        min_num=1,
        max_num=8,
    )
    failed = blocks.ListBlock(
        blocks.CharBlock(label="Punt", max_length=200),
        label="Wat niet werkte",
        min_num=1,
        max_num=8,
        help_text="Hier leert een ander het meest van.",
    )

    class Meta:
        label = "Wat werkte / wat niet"
        icon = "check"
        description = "Twee lijstjes: wat een ander kan overnemen, en wat niet hielp"
        preview_value = {
            "worked": ["Een schrift bij de telefoon", "Eén dag per week meedenken"],
            "failed": ["Een bot zonder iemand die de telefoon opneemt"],
        }
        template = "blocks/worked.html"


class ReplyBlock(blocks.StructBlock):
    """Wederhoor: that somebody was asked, also when no answer came."""

    who = blocks.CharBlock(
        label="Wie is gevraagd",
        max_length=160,
        help_text="Naam en functie, of de organisatie.",
    )
    asked_on = blocks.DateBlock(label="Gevraagd op")
    answer = blocks.RichTextBlock(
        label="Antwoord",
        features=INLINE,
        required=False,
        help_text="Leeg als er geen antwoord kwam. Dat staat er dan.",
    )

    class Meta:
        label = "Wederhoor"
        icon = "comment"
        description = "Wie om een reactie is gevraagd, wanneer, en wat die zei"
        preview_value = {
            "who": "De leverancier",
            "asked_on": date(2026, 11, 2),
            "answer": "<p>‘We herkennen dit, en bouwen het nu anders.’</p>",
        }
        template = "blocks/reply.html"


class EmbedBlock(blocks.StructBlock):
    """A film elsewhere: nothing is asked of the other site before a reader clicks."""

    url = blocks.URLBlock(
        label="Adres", help_text=f"Van een film bij {' of '.join(HOSTS)}."
    )
    title = blocks.CharBlock(
        label="Titel",
        max_length=120,
        help_text="Wat er te zien is. Wie de film niet ziet, hoort dit.",
    )
    text = blocks.CharBlock(
        label="Bijschrift",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: met ondertiteling, 12 minuten.",
    )

    class Meta:
        label = "Film of opname"
        icon = "media"
        description = "Een film van YouTube of Vimeo; laadt pas als een lezer klikt"
        preview_value = {
            "url": "https://vimeo.com/76979871",
            "title": "Een ochtend bij de nachtlijn",
            "text": "Met ondertiteling, 4 minuten",
        }
        template = "blocks/embed.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        try:
            player_for(cleaned["url"])
        except NotAPlayer:
            error = f"Plak het adres van één film bij {' of '.join(HOSTS)}."
            raise StructBlockValidationError(
                block_errors={"url": ValidationError(error)}
            ) from None
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        try:
            context["player"] = player_for(value["url"])
        except NotAPlayer:  # half a draft, being looked at
            context["player"] = None
        return context


class CallBlock(blocks.StructBlock):
    """What a reader may do next, said once and large."""

    text = blocks.CharBlock(
        label="Zin",
        max_length=120,
        help_text="Bijvoorbeeld: Zelf meepraten?",
    )
    button = blocks.CharBlock(
        label="Op de knop", max_length=40, help_text="Wat er gebeurt: ‘Doe mee’."
    )
    page = PageNumberBlock(label="Naar een pagina van ons", required=False)
    url = blocks.URLBlock(label="Of naar een adres elders", required=False)

    class Meta:
        label = "Oproep"
        icon = "pick"
        description = "Eén zin en een knop: lees verder, doe mee, meld je aan"
        preview_value = {
            "text": "Zelf meepraten over de norm?",
            "button": "Doe mee",
            "page": None,
            "url": "https://voorbeeld.example/",
        }
        template = "blocks/call.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = referred(parent_context, PAGE, value["page"])
        here = page.url if page and page.is_open else ""
        return context | {"address": here or value["url"]}

    def clean(self, value):
        cleaned = super().clean(value)
        is_one = bool(cleaned["page"]) != bool(cleaned["url"])
        if not is_one and not self.is_deferred_validation:
            error = "Kies een pagina of vul een adres in: precies één van de twee."
            raise StructBlockValidationError(
                block_errors={"url": ValidationError(error)}
            )
        return cleaned


class ReadAlsoBlock(blocks.StructBlock):
    """Pages of ours, in the middle of a story; what is not open is left out."""

    title = blocks.CharBlock(
        label="Kop", max_length=60, default="Lees ook", required=False
    )
    pages = blocks.ListBlock(
        PageNumberBlock(label="Pagina"),
        label="Pagina’s",
        min_num=1,
        max_num=MOST_PAGES,
    )

    class Meta:
        label = "Lees ook"
        icon = "doc-full"
        description = f"Hoogstens {MOST_PAGES} pagina’s van deze site"
        template = "blocks/read_also.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        found = [referred(parent_context, PAGE, page) for page in value["pages"]]
        return context | {"pages": [page for page in found if page and page.is_open]}

    def get_preview_value(self):
        newest = Page.objects.live().filter(depth__gt=3).order_by("-pk")[:2]
        return self.to_python({"title": "Lees ook", "pages": [p.pk for p in newest]})


class FileBlock(blocks.StructBlock):
    """A document; readers see beforehand what it is and how big."""

    document = DocumentNumberBlock(label="Bestand")
    text = blocks.CharBlock(label="Wat erin staat", max_length=200, required=False)

    class Meta:
        label = "Bestand"
        icon = "doc-full-inverse"
        description = "Een document om te bewaren, met soort en grootte erbij"
        template = "blocks/file.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | {"file": referred(parent_context, DOCUMENT, value["document"])}

    def get_preview_value(self):
        newest = Document.objects.order_by("-pk").first()
        return self.to_python({"document": newest and newest.pk, "text": "12 pagina’s"})


class TermBlock(blocks.StructBlock):
    """A word of the trade, explained where the story needs it."""

    term = TermNumberBlock(label="Begrip")

    class Meta:
        label = "Begrip"
        icon = "info-circle"
        description = "De uitleg van een vakwoord, uit de begrippenlijst"
        template = "blocks/term.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | {"term": referred(parent_context, TERM, value["term"])}

    def get_preview_value(self):
        first = Term.objects.order_by("word").first()
        return self.to_python({"term": first and first.pk})


class StoryBlocks(AtOnce):
    """All that a story may be made of."""

    text = TextBlock()
    question = QuestionBlock()
    photo = PhotoBlock()
    quote = QuoteBlock()
    facts = FactsBlock()
    table = TableBlock()
    worked = WorkedBlock()
    reply = ReplyBlock()
    embed = EmbedBlock()
    read_also = ReadAlsoBlock()
    call = CallBlock()
    file = FileBlock()
    term = TermBlock()
    note = NoteBlock()
