"""The form with which a story is written in the CMS."""

from django.db.models import prefetch_related_objects

from home.cms.addresses import PageForm
from home.cms.choosers import FormWithRows
from stories.pages.rules import TOGETHER, missing


class StoryForm(FormWithRows, PageForm):
    """What is asked of a story once it is handed over; a draft may hold anything."""

    def __init__(self, data=None, files=None, *args, instance=None, **kwargs):
        if data is None and instance and instance.pk:
            _bring(instance)
        super().__init__(data, files, *args, instance=instance, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            given = {name: cleaned.get(name) or "" for name in TOGETHER}
            for name, sentence in missing(**given).items():
                self.add_error(name, sentence)
        return cleaned


def _bring(story) -> None:
    """Who and what it names, of all its rows at once."""
    named = story.credits.get_object_list()
    prefetch_related_objects(named, "person", "organisation")
    prefetch_related_objects(story.story_topics.get_object_list(), "tag")
