"""Who takes part, in the back office: to look at, and to take a name off the list."""

from wagtail.snippets.views.snippets import SnippetViewSet

from stories.calls.models import Answer


class AnswerViewSet(SnippetViewSet):
    """Nobody is added here: an address confirms for itself."""

    model = Answer
    icon = "group"
    menu_label = "Wie meedoet"
    menu_order = 265
    add_to_admin_menu = True
    list_display = ["__str__", "role", "story", "joined_at"]
    list_filter = ["story", "role"]
    search_fields = ["name"]
    ordering = ["-joined_at"]
    panels = ["name"]

    def get_queryset(self, request):
        return Answer.objects.counted().select_related("role", "story")
