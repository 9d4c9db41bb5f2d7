"""The working groups, for the front page."""

from django import template

from community.models import WorkingGroupPage

register = template.Library()


@register.simple_tag
def working_groups() -> list[WorkingGroupPage]:
    """Each with its theme and `latest_outcome` (or None), in 2 queries."""
    return WorkingGroupPage.objects.as_cards()
