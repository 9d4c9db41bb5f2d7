"""Persons, organisations and sectors in the back office."""

from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import Organisation, Person, Sector
from home.people.forms import NamedForm, PersonForm


class PersonChooser(SnippetChooserViewSet):
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
    edit_handler = ObjectList(
        ["name", "function", "organisation", "photo", "about"],
        base_form_class=NamedForm,
    )


class OrganisationViewSet(SnippetViewSet):
    """Whom stories are about, and where people work."""

    model = Organisation
    icon = "home"
    menu_label = "Organisaties"
    list_display = ["name", "kind", "place", "sector"]
    list_filter = ["kind", "sector"]
    edit_handler = ObjectList(
        ["name", "kind", "sector", "place", "website", "about"],
        base_form_class=NamedForm,
    )


class SectorViewSet(SnippetViewSet):
    """What a guest chooses from (rule 2)."""

    model = Sector
    icon = "list-ul"
    menu_label = "Sectoren"
    list_display = ["name", "position"]
    ordering = ["position", "name"]
    sort_order_field = "position"
    edit_handler = ObjectList(["name"], base_form_class=NamedForm)


class PeopleGroup(SnippetViewSetGroup):
    """One place in the menu for who and where."""

    items = (PersonViewSet, OrganisationViewSet, SectorViewSet)
    menu_label = "Mensen"
    menu_icon = "group"
    menu_order = 250
