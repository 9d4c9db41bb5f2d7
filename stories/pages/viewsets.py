"""Stories, themes and topics in the back office."""

from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.dutch import day_short
from stories.pages.index_page import StoryIndexPage
from stories.pages.story_page import StoryPage
from stories.pages.themes import Theme, Topic


def _day(story) -> str:
    """The date itself: "6 dagen geleden" says little in a list that is planned by."""
    return day_short(story.date)


class ForWriters(MenuItem):
    """For who may write stories; a lead or an organiser has other work."""

    def is_shown(self, request):
        index = StoryIndexPage.objects.first()
        return bool(
            index and index.permissions_for_user(request.user).can_add_subpage()
        )


class StoryListing(PageListingViewSet):
    """All stories, drafts too, with what an editor looks for."""

    model = StoryPage
    icon = "doc-full-inverse"
    menu_label = "Verhalen"
    menu_order = 100
    name = "verhalen"
    add_to_admin_menu = True
    menu_item_class = ForWriters
    columns = [
        *PageListingViewSet.columns[:2],
        Column("kind", label="Soort", accessor="get_kind_display", sort_key="kind"),
        Column("theme", label="Thema", sort_key="theme__position"),
        Column("series", label="Reeks", sort_key="series__title"),
        Column("date", label="Datum", accessor=_day, sort_key="date"),
        *PageListingViewSet.columns[-1:],
    ]


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
