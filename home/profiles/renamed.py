"""What is found by somebody's name, and must be found by another from now on."""

from collections.abc import Callable

from django.db.models import QuerySet
from wagtail.search import index

from home.people.models import Person

type Naming = Callable[[Person], QuerySet]
_naming: list[Naming] = []


def names(found: Naming) -> Naming:
    """Register what carries the name of a person in the search index."""
    _naming.append(found)
    return found


def index_again(person: Person) -> None:
    """A name that somebody took away is not found by it a day longer."""
    for found in _naming:
        for each in found(person):
            index.insert_or_update_object(each)
