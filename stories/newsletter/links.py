"""The personal addresses that stand in every mail."""

from django.urls import reverse

from stories.newsletter.models import Subscriber


def preferences(subscriber: Subscriber) -> str:
    return reverse("newsletter_preferences", args=[subscriber.token])
