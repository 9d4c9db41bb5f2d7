"""What follows on publishing; outside the request where there is a worker."""

import logging

from django.tasks import default_task_backend, task
from django.utils import timezone
from wagtail.images.models import SourceImageIOError
from wagtail.search.index import insert_or_update_object

from home.pages.pictures import make_renditions
from stories.contributions.programme import honour_writers
from stories.following.services import tell_of_story
from stories.pages.story_page import StoryPage

logger = logging.getLogger(__name__)


@task
def follow_up(story_pk: int) -> None:
    """Find it by its names and topics too, and pay what is owed of its photos.

    Wagtail indexes a page when its row is saved: before its credits and topics are."""
    story = StoryPage.objects.select_related("photo").filter(pk=story_pk).first()
    if story is None:
        return
    insert_or_update_object(story)
    honour_writers(now=timezone.now())
    tell_of_story(story, now=timezone.now())
    if not default_task_backend.supports_defer:
        return  # no worker: this is the editor's request, and `tick` makes them
    for photo in filter(None, [story.photo, *story.body_photos]):
        try:
            make_renditions(photo)
        except SourceImageIOError:
            logger.warning("a photo has no file", extra={"photo": photo.pk})
