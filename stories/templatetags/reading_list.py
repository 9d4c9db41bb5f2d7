"""The button that puts a story aside."""

from django import template

from stories.reading_list.selection import selection_of

register = template.Library()


@register.simple_tag
def put_aside(request) -> list[int]:
    """The stories in the visitor's selection; who has no cookie costs no query."""
    session = getattr(request, "session", None)  # a preview has none
    return [entry.story for entry in selection_of(request)] if session else []


@register.filter
def among(number: int, kept: list[int] | None) -> bool:
    return number in (kept or ())
