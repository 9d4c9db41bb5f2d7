"""The search index, which is off while a test saves what nobody looks for."""

from contextlib import contextmanager

from django.conf import settings
from django.db.models.signals import post_save
from django.test import override_settings
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler


def let_nothing_be_indexed() -> None:
    """Not even fetched again after each save, to learn that nobody wants it."""
    for model in index.get_indexed_models():
        post_save.disconnect(post_save_signal_handler, sender=model)


@contextmanager
def indexing():
    """What is saved can be found, as on a real site."""
    backend = {**settings.WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": True}
    for model in index.get_indexed_models():
        post_save.connect(post_save_signal_handler, sender=model)
    with override_settings(WAGTAILSEARCH_BACKENDS={"default": backend}):
        yield
    let_nothing_be_indexed()
