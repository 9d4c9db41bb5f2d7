"""Handing on a selection."""

from datetime import datetime

from django.db import transaction

from stories.reading_list.models import SharedList, SharedStory
from stories.reading_list.rules import Entry
from stories.reading_list.selection import still_open


@transaction.atomic
def hand_on(entries: list[Entry], *, now: datetime) -> SharedList:
    """A copy of what everybody may read; the selection itself stays one's own."""
    shared = SharedList.objects.create(made_at=now)
    SharedStory.objects.bulk_create(
        SharedStory(shared=shared, story_id=pk, note=note, position=position)
        for position, (pk, note) in enumerate(still_open(entries))
    )
    return shared
