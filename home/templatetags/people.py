"""What stands beside one name on a page of one thing."""

from django import template
from django.utils import timezone

from home.models import Interest, Person

register = template.Library()


@register.simple_tag
def interests_of(person: Person) -> str:
    """What they declare today; of a list of names `declared_by` is a column."""
    today = Interest.objects.filter(person=person).on(timezone.localdate())
    return "; ".join(map(str, today.newest_first()))
