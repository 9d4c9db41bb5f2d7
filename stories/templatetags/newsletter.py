"""What somebody says yes to, wherever there is a form to join by."""

from django import template

from stories.newsletter import consent

register = template.Library()


@register.simple_tag
def consent_text() -> str:
    return consent.TEXTS[consent.VERSION]
