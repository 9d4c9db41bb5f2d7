"""What stories add to the back office."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from stories.pages.viewsets import StoryListing, SubjectsGroup

register_snippet(SubjectsGroup)


@hooks.register("register_admin_viewset")
def story_listing():
    """The menu item *Verhalen*, above the tree of pages."""
    return StoryListing()
