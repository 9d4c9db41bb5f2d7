"""What every template may use: Dutch amounts and days, icons, the two voices."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django import template
from django.conf import settings
from django.forms import BaseForm, Field
from django.forms.formsets import BaseFormSet
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from home import dutch
from home.covers import small, social, waveform
from home.icons import ICONS

register = template.Library()

PLAIN = {"str", "SafeString", "int", "bool", "NoneType"}


def _dutch(write):
    """A filter that keeps quiet when there is nothing to write."""
    return lambda value: "" if value in (None, "") else write(value)


for _name in ("euro", "euro_short", "day", "day_short", "moment", "clock"):
    register.filter(_name, _dutch(getattr(dutch, _name)))
register.filter("vat_name", dutch.vat)  # no rate has a name too


@register.filter
def attributes(attrs: dict) -> SafeString:
    """Of a form field, as Django's template writes them in ten times the steps."""
    # the names are our own, the values are escaped here
    return mark_safe(  # noqa: S308
        "".join(
            f" {name}" if value is True else f' {name}="{_escaped(value)}"'
            for name, value in attrs.items()
            if value is not False
        )
    )


def _escaped(value: object) -> str:
    """As `conditional_escape`, which asks first whether it is a translation."""
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


@register.simple_tag
def component(name: str, **takes) -> SafeString:
    """An include with `only` that is drawn once for the same words and numbers.

    Takes no models: what is in them may have changed (docs/decisions/0024)."""
    if settings.DEBUG:  # a template that is being written
        return render_to_string(name, takes)
    # a safe string equals an unsafe one, and 1 equals True
    return _drawn(name, tuple((key, type(each), each) for key, each in takes.items()))


@lru_cache(maxsize=2000)
def _drawn(name: str, takes: tuple[tuple[str, type, object], ...]) -> SafeString:
    if odd := {kind.__name__ for _, kind, _ in takes} - PLAIN:
        raise TypeError(f"{name} takes {', '.join(odd)}: use an include")
    return render_to_string(name, {key: each for key, _, each in takes})


@register.simple_tag
def icon(name: str) -> SafeString:
    """Drawn in place: no sprite to fetch, and a wrong name fails in the test run."""
    # our own constant, no input
    return mark_safe(  # noqa: S308
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{ICONS[name]}</svg>'
    )


@register.simple_tag
def current(section: str, path: str) -> SafeString:
    """Marks a link of the main menu: on its own page, and on the pages below it."""
    if path == section:
        return SafeString(' aria-current="page"')
    return SafeString(' aria-current="true"' if path.startswith(section) else "")


@register.simple_tag(takes_context=True)
def is_logged_in(context) -> bool:
    """Asks the database nothing about who has no session; most pages have nobody.

    Nor where a personal link is all that counts."""
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    if getattr(request, "is_by_link", False):
        return False
    return getattr(request, "user", None) is not None and request.user.is_authenticated


@register.simple_tag
def cover(title: str, theme: str = "") -> SafeString:
    """The title, spoken, in place of a photo; inline, so that it costs no request.

    Colours come from the style sheet (`.cover`), so it follows the scheme."""
    # coordinates and class names only, nothing of the title itself
    return mark_safe(waveform.cover_svg(title, theme or ""))  # noqa: S308


@register.simple_tag
def seam(text: str, variant: str = "") -> SafeString:
    """A conversation across the page; variants: line, short, small, dark, themed."""
    drawing = mark_safe(small.seam_svg(text, small="small" in variant))  # noqa: S308
    return format_html('<div class="seam {}">{}</div>', variant, drawing)


@register.simple_tag
def memo(name: str) -> SafeString:
    """A name as a voice message, on a ticket."""
    return mark_safe(small.memo_svg(name))  # noqa: S308


@register.simple_tag
def voice_print(name: str) -> SafeString:
    """A small portrait of somebody without a photo."""
    return mark_safe(small.voice_print_svg(name))  # noqa: S308


@register.simple_tag
def teeth(left: int, total: int) -> SafeString:
    """One tooth per place, the free ones in colour."""
    return mark_safe(small.places_svg(left, total))  # noqa: S308


@register.simple_tag
def social_picture(page) -> str:
    """The complete address of the picture that is shown where a page is shared."""
    if not getattr(page, "pk", None) or not getattr(page, "title", ""):
        return ""
    return settings.SITE_URL + social.address(page)


# what could end the script element, or be read as its start
_NOT_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@register.simple_tag
def json_ld(page) -> SafeString:
    """What a page tells search engines, where it has something to tell."""
    describe = getattr(page, "json_ld", None)
    data = describe() if describe else None
    if not data:
        return SafeString("")
    text = json.dumps(data, ensure_ascii=False, default=str).translate(_NOT_IN_SCRIPT)
    # escaped above for where it stands
    return mark_safe(  # noqa: S308
        f'<script type="application/ld+json">{text}</script>'
    )


class Problem(NamedTuple):
    """One line of an error summary."""

    message: str
    href: str


@register.filter
def problems(forms: BaseForm | BaseFormSet | Iterable | None) -> list[Problem]:
    """All that is wrong in a form, a formset, or a list of them, in reading order.

    A sentence that stands there more than once says of which field it is."""
    found = list(_problems(forms))
    times = Counter(problem.message for _, problem in found)
    return [
        problem._replace(
            message=f"{label}: {problem.message[0].lower()}{problem.message[1:]}"
        )
        if label and times[problem.message] > 1
        else problem
        for label, problem in found
    ]


def _problems(forms) -> Iterator[tuple[str, Problem]]:
    """Each with the label of its field."""
    if isinstance(forms, BaseForm):
        yield from _of_form(forms)
    elif isinstance(forms, BaseFormSet):
        if forms.is_bound:
            yield from (
                ("", Problem(str(text), "")) for text in forms.non_form_errors()
            )
            for form in forms.forms:
                yield from _of_form(form)
    else:
        for part in forms or ():
            yield from _problems(part)


def _of_form(form: BaseForm) -> Iterator[tuple[str, Problem]]:
    for text in form.non_field_errors():
        yield "", Problem(str(text), "")
    for field in form:
        # a group of choices has no id of its own: go to its first choice
        target = field.id_for_label or f"{field.auto_id}_0"
        for text in field.errors:
            label = str(field.label)
            if text == Field.default_error_messages["required"]:
                # at the field this is clear; in a list it needs its name
                label, text = "", f"{field.label}: dit moet je nog invullen"
            # what holds a link of its own leads on by itself
            is_led = field.is_hidden or isinstance(text, SafeString)
            yield label, Problem(str(text), "" if is_led else f"#{target}")
