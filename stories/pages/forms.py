"""The form with which a story is written in the CMS."""

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

MOST_TOPICS = 3


class StoryForm(WagtailAdminPageForm):
    """What is asked of a story once it is handed over; a draft may hold anything."""

    def clean_topics(self):
        topics = self.cleaned_data["topics"]
        if len(topics) > MOST_TOPICS and not self.is_deferred_validation:
            raise forms.ValidationError(
                f"Kies er hoogstens {MOST_TOPICS}; nu zijn het er {len(topics)}."
            )
        return topics
