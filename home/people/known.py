"""Who has a page: those of whom something can be read.

What can be read stands on the floors above. They say here by what a person or an
organisation is known, so that no page is empty and no link leads to one."""

from collections.abc import Callable

from django.db import models
from django.db.models import Q

Condition = Callable[[], Q]  # about a row of the model
_known_by: dict[str, list[Condition]] = {}


def known_by(model: str) -> Callable[[Condition], Condition]:
    """`person` or `organisation`; asked when there is a question, so models exist."""

    def register(condition: Condition) -> Condition:
        _known_by.setdefault(model, []).append(condition)
        return condition

    return register


class KnownQuerySet(models.QuerySet):
    """Each method finishes the sentence `the persons …`."""

    def known(self):
        """Who have a page."""
        return self.of_whom_something_can_be_read()

    def of_whom_something_can_be_read(self):
        by_anything = Q(pk__in=())
        for condition in _known_by[self.model.__name__.lower()]:
            by_anything |= condition()
        return self.filter(by_anything)
