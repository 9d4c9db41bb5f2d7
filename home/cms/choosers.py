"""Choosers in a form: of a row that came along already, and of what is no row."""

from django.forms import BaseModelForm, BoundField
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser


class BoundRow(BoundField):
    """Hands a chooser the row; Django makes a number of it, to be asked for again."""

    form: BaseModelForm

    def value(self):
        value = super().value()
        row = self.form.instance._state.fields_cache.get(self.name)
        return row if row is not None and row.pk == value else value


class FormWithRows(WagtailAdminModelForm):
    """Of a model whose rows are brought before it is drawn."""

    bound_field_class = BoundRow


class InlineRows(InlinePanel):
    """Rows of its own, whose choosers show what was brought."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = FormWithRows
        return options


class RowChooser(AdminSnippetChooser):
    """What is no number shows as nothing chosen; the field says what is wrong."""

    def get_instance(self, value):
        try:
            return super().get_instance(value)
        except ValueError:
            return None


class ChooserViewSet(SnippetChooserViewSet):
    """Wagtail's, with this chooser in the forms."""

    base_widget_class = RowChooser
