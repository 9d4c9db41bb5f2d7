"""Words of the trade in a story, with the way to what they mean."""

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from home.pages.references import TERM
from stories.pages.glossary import Word, explained

register = template.Library()


@register.simple_block_tag(takes_context=True)
def with_terms(context: dict, content: SafeString) -> SafeString:
    """The page looked the words up together with what its blocks refer to."""
    place = reverse("terms")
    words = [
        Word(found.name, found.more, f"{place}#{found.state}")
        for (kind, _), found in (context.get("shelf") or {}).items()
        if kind == TERM
    ]
    # rendered by our own templates; a link is all that is added
    return mark_safe(explained(content, words))  # noqa: S308
