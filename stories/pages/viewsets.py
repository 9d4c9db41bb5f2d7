"""Themes and topics in the back office."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from stories.pages.themes import Theme, Topic


class ThemeViewSet(SnippetViewSet):
    """Three of them; the address is also the colour, so it is not for editing."""

    model = Theme
    icon = "tag"
    menu_label = "Thema’s"
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
    menu_label = "Thema’s en onderwerpen"
    menu_icon = "tag"
    menu_order = 260
