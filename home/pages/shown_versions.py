"""A saved version that somebody was shown is not written over.

Saving by itself writes over the version that it wrote before: what somebody was asked
to read, or what goes out tomorrow, would change after the fact."""

from django.db.models import Model
from wagtail.models import Revision

_shown: list[type[Model]] = []


def shows_a_version[M: Model](model: type[M]) -> type[M]:
    """Register a model, of a floor above, whose field `revision` says which."""
    _shown.append(model)
    return model


def unless_shown(revision: Revision | None) -> Revision | None:
    """The version that may be written over; for none a new one is made."""
    rows = (model._default_manager.filter(revision=revision) for model in _shown)
    return (
        None if revision is None or any(found.exists() for found in rows) else revision
    )
