"""Add up what the pages noted."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.db.models import F

from home.page_cache.readings import taken
from stories.pages.story_page import StoryPage
from stories.readership.models import Readership


def add_readings(*, now: datetime) -> None:
    """Of all stories at once: a statement for each different number of readings."""
    with taken() as read, transaction.atomic():
        stories = StoryPage.objects.filter(pk__in=read).values_list("pk", flat=True)
        alike = defaultdict(list)
        for story in stories:
            alike[read[story]].append(story)
        Readership.objects.bulk_create(
            [Readership(story_id=story) for story in stories], ignore_conflicts=True
        )
        for times, of_them in alike.items():
            rows = Readership.objects.filter(story__in=of_them)
            rows.update(number=F("number") + times)
