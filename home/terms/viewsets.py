"""The list of words of the trade in the back office."""

from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from home.terms.forms import TermForm
from home.terms.models import Term


class TermViewSet(SnippetViewSet):
    """Explained once, for every story."""

    model = Term
    icon = "info-circle"
    menu_label = "Begrippen"
    menu_order = 255
    add_to_admin_menu = True
    list_display = ["word", "meaning"]
    ordering = ["word"]
    edit_handler = ObjectList(["word", "meaning"], base_form_class=TermForm)
