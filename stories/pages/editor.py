"""The page on which a story is edited: what it shows comes along with its row."""

from typing import Any

from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from stories.pages.story_page import StoryPage

CHOSEN = ("photo", "theme", "series", "organisation")
VERSIONS = ("live_revision", "latest_revision")
# Wagtail asked them of the row, and forgets them of a draft
ASKED = ("_current_workflow_states", "scheduled_revision")


class StoryEditView(EditView):
    """Wagtail's, which reads the row of a draft three times over."""

    page: StoryPage

    def get_object(self) -> Any:
        record = self.real_page_record
        if self.request.method != "GET":
            return super().get_object()
        saved_by = [f"{version}__user" for version in VERSIONS]
        row = StoryPage.objects.select_related(*CHOSEN, *saved_by).get(pk=record.pk)
        record.specific = row
        if self.latest_revision:
            self.latest_revision.content_object = row
        story = super().get_object()
        for name in ASKED:
            vars(row)[name] = vars(story)[name] = getattr(record, name)
        _bring(story, row)
        return story


def _bring(story: StoryPage, row: StoryPage) -> None:
    """A draft may have chosen something else: that is left to the chooser."""
    for name in (*CHOSEN, *VERSIONS):
        if getattr(row, f"{name}_id") == getattr(story, f"{name}_id"):
            setattr(story, name, getattr(row, name))
    if (series := story.series) and story.is_sibling_of(series):
        series._cached_parent_obj = story.get_parent()


class StoryViewSet(PageViewSet):
    """How the tree of pages opens a story."""

    model = StoryPage
    edit_view_class = StoryEditView
