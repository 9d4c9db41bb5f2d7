"""Persons, organisations and sectors in the back office."""

from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.cms.choosers import ChooserViewSet
from home.merging.views import PersonListView
from home.models import Organisation, Person, Role, Sector
from home.people.forms import AddressedForm, NamedForm, PersonForm

ADDRESS = FieldPanel(
    "slug",
    help_text=(
        "Het laatste stuk van het adres van de pagina. Leeg: het volgt uit de naam. "
        "Verander je het later, dan komt wie het oude adres heeft op het nieuwe uit."
    ),
)


class PersonChooser(ChooserViewSet):
    """Choose somebody, or enter somebody new while writing a byline."""

    creation_form_class = PersonForm


class PersonViewSet(SnippetViewSet):
    """Who writes, is interviewed, leads or takes part."""

    model = Person
    icon = "user"
    menu_label = "Personen"
    list_display = ["name", "function", "organisation"]
    list_filter = ["organisation"]
    chooser_viewset_class = PersonChooser
    index_view_class = PersonListView
    edit_handler = ObjectList(
        ["name", "function", "organisation", "role", "photo", "about", ADDRESS],
        base_form_class=AddressedForm,
    )


class OrganisationViewSet(SnippetViewSet):
    """Whom stories are about, and where people work."""

    model = Organisation
    chooser_viewset_class = ChooserViewSet
    icon = "home"
    menu_label = "Organisaties"
    list_display = ["name", "kind", "place", "sector"]
    list_filter = ["kind", "sector"]
    edit_handler = ObjectList(
        [
            *("name", "kind", "sector", "place", "staff", "founded"),
            *("website", "about", ADDRESS),
        ],
        base_form_class=AddressedForm,
    )


class SectorViewSet(SnippetViewSet):
    """What a guest chooses from (rule 2)."""

    model = Sector
    chooser_viewset_class = ChooserViewSet
    icon = "list-ul"
    menu_label = "Sectoren"
    list_display = ["name", "position"]
    ordering = ["position", "name"]
    sort_order_field = "position"
    edit_handler = ObjectList(["name"], base_form_class=NamedForm)


class RoleViewSet(SnippetViewSet):
    """What people do in the trade; the meter of a group counts by it."""

    model = Role
    chooser_viewset_class = ChooserViewSet
    icon = "tag"
    menu_label = "Rollen in het vak"
    list_display = ["name", "position"]
    ordering = ["position", "name"]
    sort_order_field = "position"
    edit_handler = ObjectList(["name", "plural"], base_form_class=NamedForm)


class PeopleGroup(SnippetViewSetGroup):
    """One place in the menu for who and where."""

    items = (PersonViewSet, OrganisationViewSet, SectorViewSet, RoleViewSet)
    menu_label = "Mensen"
    menu_icon = "group"
    menu_order = 250
