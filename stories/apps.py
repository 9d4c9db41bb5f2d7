"""How Django sees this app."""

from functools import partial

from django.apps import AppConfig
from django.db import transaction
from wagtail.signals import page_published


class StoriesConfig(AppConfig):
    name = "stories"
    verbose_name = "Verhalen"

    def ready(self):
        from stories.pages.story_page import StoryPage  # noqa: PLC0415  # needs the apps

        page_published.connect(_make_pictures, sender=StoryPage)


def _make_pictures(instance, **kwargs):
    """Wagtail's signal, since publishing happens in its code: by hand and by schedule."""
    from stories.tasks import make_pictures  # noqa: PLC0415  # needs the apps

    transaction.on_commit(partial(make_pictures.enqueue, instance.pk), robust=True)
