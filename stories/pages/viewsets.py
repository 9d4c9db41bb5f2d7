"""Stories, themes and topics in the back office."""

from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.dutch import day_short
from stories.pages.index_page import StoryIndexPage
from stories.pages.story_page import StoryPage
from stories.pages.themes import Theme, Topic


def _day(story) -> str:
    """The date itself: "6 dagen geleden" says little in a list that is planned by."""
    return day_short(story.date)


def _may_write(user) -> bool:
    """A lead or an organiser has other work."""
    index = StoryIndexPage.objects.first()
    return bool(index and index.permissions_for_user(user).can_add_subpage())


class ForWriters(MenuItem):
    """For who may write stories."""

    def is_shown(self, request):
        return _may_write(request.user)


class StoryIndexView(IndexView):
    """Offers a new story to who may write one, and the list to everybody."""

    def get_add_url(self):
        return super().get_add_url() if _may_write(self.request.user) else None


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
