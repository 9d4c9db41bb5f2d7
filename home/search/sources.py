"""What can be found beside pages; the floors above add theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model, QuerySet
from django.urls import reverse

from home.people.models import Organisation, Person
from home.terms.models import Term


@dataclass(frozen=True)
class Result:
    """One line of the list."""

    title: str
    url: str
    kind: str
    summary: str
    theme: str = ""
    theme_slug: str = ""


@dataclass(frozen=True)
class Source:
    """Rows with an address of their own; `rows` are those that everybody may see."""

    value: str  # in the address
    label: str
    rows: Callable[[], QuerySet]
    shown: tuple[str, ...]  # what a result takes of a row, and of rows beside it
    result: Callable[..., Result]
    inflected: bool = False  # sentences; a name is looked for as it is written

    @cached_property
    def model(self) -> type[Model]:
        return self.rows().model


def _person(name: str, function: str, works_for: str, slug: str) -> Result:
    told = ", ".join(filter(None, [function, works_for]))
    return Result(name, reverse("person", args=[slug]), "persoon", told)


def _organisation(name: str, kind: str, place: str, slug: str) -> Result:
    told = ", ".join(filter(None, [Organisation.Kind(kind).label, place]))
    return Result(name, reverse("organisation", args=[slug]), "organisatie", told)


def _term(word: str, slug: str, meaning: str) -> Result:
    return Result(word, f"{reverse('terms')}#{slug}", "begrip", meaning)


SOURCES = [
    Source(
        "mensen",
        "Mensen",
        Person.objects.known,
        ("name", "function", "organisation__name", "slug"),
        _person,
    ),
    Source(
        "organisaties",
        "Organisaties",
        Organisation.objects.known,
        ("name", "kind", "place", "slug"),
        _organisation,
    ),
    Source(
        "begrippen", "Begrippen", Term.objects.all, ("word", "slug", "meaning"), _term
    ),
]
