"""How a field looks, once: label, hint, errors and control, tied together.

In Python: a form of seventeen fields took nineteen thousand steps through templates."""

from collections.abc import Callable

from django.forms import BoundField
from django.forms.renderers import TemplatesSetting
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from home.templatetags.site import attributes

CHOICES = {"radioselect", "radio", "checkboxselectmultiple"}
INPUTS = "checkbox", "date", "email", "hidden", "number", "password", "text", "url"


class Renderer(TemplatesSetting):
    """Draws fields and inputs itself, all else with its template."""

    def render(self, template_name, context, request=None) -> str:
        if draw := DRAWN.get(template_name):
            return draw(context)
        return super().render(template_name, context, request)


def _field(context: dict) -> SafeString:
    """A field that is required in some case only says so itself (`needed`)."""
    field = context["field"]
    if field.is_hidden:
        return field.as_widget()
    kind, hint, wrong = field.widget_type, _hint(field), _errors(field)
    if kind == "checkbox":
        return format_html(
            '<div class="field wide"><label class="choice" for="{}">'
            "{}<span><b>{}</b>{}</span></label>{}</div>",
            *(field.id_for_label, field.as_widget(), field.label, hint, wrong),
        )
    label = format_html("{}{}", field.label, _optional(field))
    if kind in CHOICES:
        return _group("field choices", field, label, hint, wrong, _choices(field))
    control = field.as_widget()
    if field.use_fieldset:
        return _group("field", field, label, hint, control, wrong)
    return format_html(
        '<div class="field"><label for="{}">{}</label>{}{}{}</div>',
        *(field.id_for_label, label, hint, control, wrong),
    )


def _group(name: str, field: BoundField, legend: str, *parts: str) -> SafeString:
    tied = {"aria-describedby": field.aria_describedby or False}
    return format_html(
        '<fieldset class="{}"{}><legend>{}</legend>{}{}{}</fieldset>',
        *(name, attributes(tied), legend, *parts),
    )


def _choices(field: BoundField) -> SafeString:
    """The first line of a choice is what it is, the second says more."""
    each = '<label class="choice" for="{}">{}<span><b>{}</b>{}</span></label>'
    drawn = (
        (option.id_for_label, _input({"widget": option.data}), *_lines(option.data))
        for option in field.subwidgets
    )
    return format_html_join("", each, drawn)


def _lines(option: dict) -> tuple[str, str]:
    what, _, more = str(option["label"]).partition("\n")
    return what, format_html("<span>{}</span>", more) if more else ""


def _hint(field: BoundField) -> str:
    """Under the id that Django ties it by; our own words, and links."""
    if not field.help_text:
        return ""
    words = mark_safe(field.help_text)  # noqa: S308  # written in our own forms
    return format_html(
        '<span class="hint" id="{}_helptext">{}</span>', field.auto_id, words
    )


def _errors(field: BoundField) -> str:
    """Seldom there, so it may cost what a template costs."""
    if not field.errors:
        return ""
    return render_to_string("components/field_errors.html", {"field": field})


def _optional(field: BoundField) -> str:
    if field.field.required or getattr(field.field, "needed", False):
        return ""
    return SafeString(' <span class="optional">(niet verplicht)</span>')


def _input(context: dict) -> SafeString:
    widget = context["widget"]
    named = {"type": widget["type"], "name": widget["name"]}
    if widget["value"] is not None:
        named["value"] = widget["value"]
    return format_html("<input{}>", attributes(named | widget["attrs"]))


DRAWN: dict[str, Callable[[dict], SafeString]] = {
    "django/forms/field.html": _field,
    **{f"django/forms/widgets/{kind}.html": _input for kind in INPUTS},
}
