"""Choosers in a form that show a row which came along already."""

from django.forms import BaseModelForm, BoundField
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel


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
