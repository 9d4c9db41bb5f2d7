"""The form with which a story is written in the CMS."""

from django import forms
from django.db.models import prefetch_related_objects

from home.cms.addresses import PageForm
from home.cms.choosers import FormWithRows
from stories.pages.kinds import Kind

MOST_TOPICS = 3


class StoryForm(FormWithRows, PageForm):
    """What is asked of a story once it is handed over; a draft may hold anything."""

    def __init__(self, data=None, files=None, *args, instance=None, **kwargs):
        if data is None and instance and instance.pk:
            _bring(instance)
        super().__init__(data, files, *args, instance=instance, **kwargs)

    def clean(self):
        cleaned = super().clean()
        lacks = cleaned.get("kind") == Kind.PORTRAIT and not cleaned.get("organisation")
        if lacks and not self.is_deferred_validation:
            error = "Een portret gaat over een organisatie. Kies welke."
            self.add_error("organisation", error)
        unnamed = cleaned.get("source_url") and not cleaned.get("source")
        if unnamed and not self.is_deferred_validation:
            error = "Zeg ook bij wie het stond; het adres alleen zegt een lezer weinig."
            self.add_error("source", error)
        return cleaned

    def clean_topics(self):
        topics = self.cleaned_data["topics"]
        if len(topics) > MOST_TOPICS and not self.is_deferred_validation:
            raise forms.ValidationError(
                f"Kies er hoogstens {MOST_TOPICS}; nu zijn het er {len(topics)}."
            )
        return topics


def _bring(story) -> None:
    """Who and what it names, of all its rows at once."""
    named = story.credits.get_object_list()
    prefetch_related_objects(named, "person", "organisation")
    prefetch_related_objects(story.story_topics.get_object_list(), "tag")
