"""What was looked for, marked in what was found."""

from django import template
from django.utils.safestring import SafeString

from home.search.hits import Hits

register = template.Library()


@register.filter
def marked(text: str, hits: Hits) -> SafeString:
    return hits.marked(text)
