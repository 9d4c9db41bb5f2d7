"""How Django sees this app."""

from functools import partial
from importlib import import_module

from django.apps import AppConfig
from django.db import transaction
from wagtail.signals import page_published


class StoriesConfig(AppConfig):
    name = "stories"
    verbose_name = "Verhalen"

    def ready(self):
        import_module("stories.calls.services")
        import_module("stories.calls.retention")
        import_module("stories.checks.mail")
        import_module("stories.checks.retention")
        import_module("stories.newsletter.services")
        import_module("stories.newsletter.retention")
        import_module("stories.photos.mail")
        import_module("stories.pages.known_names")
        import_module("stories.pages.by_name")
        import_module("stories.reading_list.retention")
        import_module("stories.reactions.services")
        import_module("stories.reactions.mail")
        import_module("stories.reactions.retention")
        import_module("stories.field_tests.services")
        import_module("stories.field_tests.mail")
        import_module("stories.field_tests.retention")
        import_module("stories.review.mail")
        import_module("stories.following.registered")
        import_module("stories.contributions.services")
        import_module("stories.contributions.mail")
        import_module("stories.contributions.retention")
        import_module("stories.figures")
        import_module("stories.topics.searched")
        from stories.pages.story_page import StoryPage  # noqa: PLC0415  # needs the apps

        page_published.connect(_follow_up, sender=StoryPage)


def _follow_up(instance, **kwargs):
    """By Wagtail's signal: a page is published in its code, by hand and by schedule."""
    from stories.tasks import follow_up  # noqa: PLC0415  # needs the apps

    transaction.on_commit(partial(follow_up.enqueue, instance.pk), robust=True)
