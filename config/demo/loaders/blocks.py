"""From the blocks of the demo texts to those of a story."""

from datetime import date, timedelta
from functools import singledispatch

from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Page

from config.demo import writing
from config.demo.markup import line, rich
from home.models import Person, Term

Words = dict[str, str]


@singledispatch
def as_block(block, words: Words) -> tuple:
    """Kind and value, as a StreamField takes them."""
    raise TypeError(f"no block of a story: {block}")


@as_block.register
def _(block: writing.Text, words: Words) -> tuple:
    return "text", rich(block.words.format(**words))


@as_block.register
def _(block: writing.Quote, words: Words) -> tuple:
    """Of somebody in the registry it is their quote, else of a name."""
    person = _person(block.by)
    said = [block.role] if person else [block.by, block.role]
    source = ", ".join(filter(None, said))
    return "quote", {"text": block.words, "person": person, "source": source}


@as_block.register
def _(block: writing.Ask, words: Words) -> tuple:
    answer = rich(block.answer.format(**words))
    return "question", {"question": line(block.question), "answer": answer}


@as_block.register
def _(block: writing.Facts, words: Words) -> tuple:
    facts = [
        {"label": label.format(**words), "value": value.format(**words)}
        for label, value in block.rows
    ]
    return "facts", {"title": block.title, "facts": facts}


@as_block.register
def _(block: writing.AtTable, words: Words) -> tuple:
    seats = []
    for name, *about in block.guests:
        person = _person(name)
        function = ", ".join(filter(None, about))
        seats.append(
            {"person": person, "name": "" if person else name, "about": function}
        )
    return "table", {"title": block.title, "people": seats}


@as_block.register
def _(block: writing.Worked, words: Words) -> tuple:
    return "worked", {"worked": block.worked, "failed": block.failed}


@as_block.register
def _(block: writing.Reply, words: Words) -> tuple:
    asked_on = _days_ago(block.days_ago)
    answer = rich(block.answer) if block.answer else ""
    return "reply", {"who": block.who, "asked_on": asked_on, "answer": answer}


@as_block.register
def _(block: writing.Film, words: Words) -> tuple:
    return "embed", {"url": block.url, "title": block.title, "text": block.words}


@as_block.register
def _(block: writing.ReadAlso, words: Words) -> tuple:
    pages = list(Page.objects.filter(slug__in=block.slugs).order_by("pk"))
    return "read_also", {"title": "Lees ook", "pages": pages}


@as_block.register
def _(block: writing.Call, words: Words) -> tuple:
    page = Page.objects.get(slug=block.slug)
    value = {"text": block.words, "button": block.button, "page": page, "url": ""}
    return "call", value


@as_block.register
def _(block: writing.Explained, words: Words) -> tuple:
    return "term", {"term": Term.objects.get(word=block.word)}


@as_block.register
def _(block: writing.File, words: Words) -> tuple:
    document = Document.objects.get(title=block.title)
    return "file", {"document": document, "text": block.words}


@as_block.register
def _(block: writing.Note, words: Words) -> tuple:
    return "note", {"text": rich(block.words)}


def _person(name: str) -> Person | None:
    return Person.objects.filter(name=name).first()


def _days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)
