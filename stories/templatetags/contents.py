"""The headings of a long story, listed before it."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from stories.pages.contents import anchored, is_worth_a_list

register = template.Library()


@register.simple_block_tag(takes_context=True)
def with_contents(context: dict, content: SafeString) -> SafeString:
    """Anchors in every story, so that a part of it can be sent to somebody."""
    html, headings = anchored(content)
    if is_worth_a_list(context["page"].reading_time, headings):
        words = {"headings": headings}
        html = render_to_string("stories/contents.html", words) + html
    # rendered by our own templates; an anchor is all that is added
    return mark_safe(html)  # noqa: S308
