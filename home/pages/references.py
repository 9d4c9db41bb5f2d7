"""What the texts of a page refer to, fetched in one statement whatever it is."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from django.db.models import (
    BigIntegerField,
    Case,
    F,
    Model,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.template.defaultfilters import filesizeformat
from wagtail.documents.models import Document
from wagtail.models import Page, Site
from wagtail.rich_text.rewriters import LinkRewriter

from home.pages.open_pages import is_private
from home.people.models import Person
from home.statements import Blank, Statement
from home.terms.models import Term

PAGE, DOCUMENT, PERSON, TERM = "page", "document", "person", "term"
KINDS = {Page: PAGE, Document: DOCUMENT, Person: PERSON, Term: TERM}
OPEN, CLOSED = "open", ""


def number_of(chosen):
    """Read from the database it is a number; from a form, the thing itself."""
    return getattr(chosen, "pk", chosen)


class Found(NamedTuple):
    """One thing that is referred to; what the words mean depends on its kind."""

    kind: str
    pk: int
    name: str
    more: str  # address of a page, file, function of a person, explanation of a term
    state: str = ""  # of a page: whether everybody may see it; of a file: its size

    @property
    def url(self) -> str:
        if self.kind == PAGE:
            return local_address(self.more)
        # its collection would be asked for, though the address does not show it
        return Document(pk=self.pk, file=self.more, collection_id=None).url

    @property
    def is_open(self) -> bool:
        return self.state == OPEN

    @property
    def file_type(self) -> str:
        """As people call it: pdf, docx."""
        return self.more.rpartition(".")[2].lower()

    @property
    def file_size(self) -> str:
        return filesizeformat(self.state or 0)


Shelf = dict[tuple[str, int], Found]
Others = Callable[[], QuerySet]


def local_address(url_path: str) -> str:
    """Where a page of this site is, from the path in its row."""
    roots = [site.root_path for site in Site.get_site_root_paths()]
    root = next(filter(url_path.startswith, roots), "/")
    return f"/{url_path.removeprefix(root)}"


def look_up(references: Iterable[tuple], *others: Others, **values) -> Shelf:
    """As `extract_references` of a stream block gives them.

    `others` ask for such rows, each with a Blank for what is one of the `values`."""
    wanted: dict[str, set[int]] = {}
    for model, number, *_ in references:
        if kind := _kind(model):
            wanted.setdefault(kind, set()).add(int(number))
    if not (wanted or others):
        return {}
    lengths = []
    for kind in sorted(wanted):  # the last may stand there more than once
        pks = [*wanted[kind]]
        length = 1 << (len(pks) - 1).bit_length()
        lengths.append((kind, length))
        pks += pks[-1:] * (length - len(pks))
        values |= {f"{kind}_{place}": pk for place, pk in enumerate(pks)}
    rows = _written(tuple(lengths), others).rows(**values)
    return {(kind, pk): Found(kind, pk, *said) for kind, pk, *said in rows}


@cache
def _written(lengths: tuple[tuple[str, int], ...], others: tuple[Others]) -> Statement:
    """For so many of each kind."""

    def ask() -> QuerySet:
        asked = [ROWS[kind](_blanks(kind, length)) for kind, length in lengths]
        first, *more = [*asked, *(other() for other in others)]
        return first.union(*more, all=True) if more else first

    return Statement(ask)


def _blanks(kind: str, length: int) -> list:
    number = BigIntegerField()
    return [Blank(f"{kind}_{place}", number) for place in range(length)]


def referred(context: dict | None, kind: str, chosen) -> Found | None:
    """What a block chose, for its template; alone on a page it asks for itself."""
    number = number_of(chosen)
    if number is None:
        return None
    shelf = (context or {}).get("shelf")
    if shelf is None:
        model = next(model for model, its in KINDS.items() if its == kind)
        shelf = look_up([(model, number)])
    return shelf.get((kind, number))


def _kind(model: type[Model]) -> str:
    return next((kind for known, kind in KINDS.items() if issubclass(model, known)), "")


def rows_of(rows: QuerySet, kind: str, *said) -> QuerySet:
    """Five columns of the same types, whatever they are of."""
    words = [Cast(each, TextField()) for each in said]
    rest = [Value("", TextField())] * (3 - len(words))
    kind_of_it = Value(kind, TextField())
    return rows.order_by().values_list(kind_of_it, F("pk"), *words, *rest)


def _pages(pks: list) -> QuerySet:
    state = Case(When(is_private(), then=Value(CLOSED)), default=Value(OPEN))
    live = Page.objects.live().filter(pk__in=pks)
    return rows_of(live, PAGE, "title", "url_path", state)


def _documents(pks: list) -> QuerySet:
    documents = Document.objects.filter(pk__in=pks)
    return rows_of(documents, DOCUMENT, "title", "file", "file_size")


def _people(pks: list) -> QuerySet:
    return rows_of(Person.objects.filter(pk__in=pks), PERSON, "name", "function")


def _terms(pks: list) -> QuerySet:
    return _explained(Term.objects.filter(pk__in=pks))


def all_terms() -> QuerySet:
    """The whole list: a text uses words without referring to them."""
    return _explained(Term.objects.all())


def _explained(terms: QuerySet) -> QuerySet:
    return rows_of(terms, TERM, "word", "meaning", "slug")


ROWS = {PAGE: _pages, DOCUMENT: _documents, PERSON: _people, TERM: _terms}


def fill_in_links(html: str, shelf: Shelf) -> str:
    """Of a link to what is not there only the words remain."""

    def opening(kind: str):
        def tag(attributes: dict) -> str:
            found = shelf.get((kind, int(attributes["id"])))
            return f'<a href="{found.url}">' if found else "<a>"

        return tag

    return LinkRewriter({kind: opening(kind) for kind in (PAGE, DOCUMENT)})(html)
