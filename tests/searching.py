"""The search index, which is off while a test saves what nobody looks for."""

from contextlib import contextmanager

from django.conf import settings
from django.test import override_settings


@contextmanager
def indexing():
    """What is saved can be found, as on a real site."""
    backend = {**settings.WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": True}
    with override_settings(WAGTAILSEARCH_BACKENDS={"default": backend}):
        yield
