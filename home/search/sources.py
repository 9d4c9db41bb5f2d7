"""What can be found beside pages; the floors above add theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet

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
    result: Callable[[Any], Result]
    shown_with: tuple[str, ...] = ()  # rows that a result names

    @cached_property
    def model(self) -> type[Model]:
        return self.rows().model


def _person(person: Person) -> Result:
    works_for = person.organisation.name if person.organisation else ""
    told = ", ".join(filter(None, [person.function, works_for]))
    return Result(person.name, person.get_absolute_url(), "persoon", told)


def _organisation(organisation: Organisation) -> Result:
    told = [organisation.get_kind_display(), organisation.place]
    address = organisation.get_absolute_url()
    return Result(
        organisation.name, address, "organisatie", ", ".join(filter(None, told))
    )


def _term(term: Term) -> Result:
    return Result(term.word, term.get_absolute_url(), "begrip", term.meaning)


SOURCES = [
    Source(
        "mensen",
        "Mensen",
        Person.objects.known,
        _person,
        ("organisation",),
    ),
    Source(
        "organisaties",
        "Organisaties",
        Organisation.objects.known,
        _organisation,
    ),
    Source("begrippen", "Begrippen", Term.objects.all, _term),
]
