"""What stories add to the back office."""

from wagtail.snippets.models import register_snippet

from stories.pages.viewsets import SubjectsGroup

register_snippet(SubjectsGroup)
