"""What happens after an editor publishes, outside the request where there is a worker."""

import logging

from django.tasks import task
from wagtail.images.models import SourceImageIOError

from home.pages.pictures import make_renditions
from stories.pages.story_page import StoryPage

logger = logging.getLogger(__name__)


@task
def make_pictures(story_pk: int) -> None:
    """Every size of every photo, so that the first reader does not wait for them."""
    story = StoryPage.objects.select_related("photo").filter(pk=story_pk).first()
    if story is None:
        return
    for photo in filter(None, [story.photo, *story.body_photos]):
        try:
            make_renditions(photo)
        except SourceImageIOError:
            logger.warning("a photo has no file", extra={"photo": photo.pk})
