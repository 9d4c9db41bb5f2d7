"""Handing on a selection."""

from datetime import datetime

from django.db import transaction

from stories.pages.story_page import StoryPage
from stories.reading_list.models import SharedList, SharedStory
from stories.reading_list.rules import Entry


@transaction.atomic
def hand_on(entries: list[Entry], *, now: datetime) -> SharedList:
    """A copy of what everybody may read; the selection itself stays one's own."""
    numbers = [entry.story for entry in entries]
    readable = set(
        StoryPage.objects.open().filter(pk__in=numbers).values_list("pk", flat=True)
    )
    shared = SharedList.objects.create(made_at=now)
    SharedStory.objects.bulk_create(
        SharedStory(shared=shared, story_id=pk, note=note, position=position)
        for position, (pk, note) in enumerate(entries)
        if pk in readable
    )
    return shared
