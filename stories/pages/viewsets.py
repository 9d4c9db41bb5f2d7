"""Stories, themes and topics in the back office."""

from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from stories.pages.listing import COLUMNS, StoryFilters, StoryIndexView, may_write
from stories.pages.story_page import StoryPage
from stories.pages.themes import Theme, Topic


class ForWriters(MenuItem):
    """For who may write stories."""

    def is_shown(self, request):
        return may_write(request.user)


class StoryListing(PageListingViewSet):
    """All stories, drafts too, with what an editor looks for."""

    model = StoryPage
    index_view_class = StoryIndexView
    icon = "doc-full-inverse"
    menu_label = "Verhalen"
    menu_order = 100
    name = "verhalen"
    add_to_admin_menu = True
    menu_item_class = ForWriters
    columns = COLUMNS
    filterset_class = StoryFilters


class ThemeViewSet(SnippetViewSet):
    """Three of them; the address is also the colour, so it is not for editing."""

    model = Theme
    icon = "tag"
    menu_label = "De drie thema’s"
    list_display = ["name", "line"]
    ordering = ["position", "name"]
    sort_order_field = "position"
    panels = ["name", "line"]


class TopicViewSet(SnippetViewSet):
    """The words that a story may be filed under."""

    model = Topic
    icon = "tag"
    menu_label = "Onderwerpen"
    list_display = ["name", "theme"]
    list_filter = ["theme"]
    panels = ["name", "theme"]


class SubjectsGroup(SnippetViewSetGroup):
    """One place in the menu for what stories are about."""

    items = (ThemeViewSet, TopicViewSet)
    menu_label = "Thema’s"
    menu_icon = "tag"
    menu_order = 260
