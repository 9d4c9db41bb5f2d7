"""What the privacy page shows of `home.privacy`."""

from django import template

from home.privacy.keepers import Promise, promises

register = template.Library()


@register.simple_tag
def kept_of_people() -> list[Promise]:
    """The same list that `forget_people` carries out."""
    return promises()
