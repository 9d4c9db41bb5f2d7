"""What somebody earned by writing along."""

from django import template
from django.utils import timezone

from home.models import Person
from stories.contributions.models import Reward

register = template.Library()


@register.inclusion_tag("stories/contributions/level.html")
def level_of(person: Person) -> dict[str, Reward | None]:
    """As long as the latest reward is valid; its code is nobody's business."""
    valid = Reward.objects.filter(person=person, valid_until__gte=timezone.localdate())
    return {"level": valid.order_by("-valid_until", "-pk").first()}
