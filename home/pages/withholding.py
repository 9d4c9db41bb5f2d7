"""Photos that may not be shown (any more): their files go where no address leads."""

import secrets
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from home.pages.photo import Photo

AWAY, BACK = "teruggehouden", "original_images"


def follow_consent(*, now: datetime) -> int:
    """For `tick`: consent that ended takes a photo away, a new one brings it back.

    The pages look at the consent itself; this is about the file and its sizes."""
    today = timezone.localdate(now)
    is_away = {"file__startswith": f"{AWAY}/"}
    for photo in (moved := list(Photo.objects.withheld(today).exclude(**is_away))):
        # a folder that nobody guesses, where a web server serves all there is
        _move(photo, f"{AWAY}/{secrets.token_hex(8)}")
    for photo in (returned := list(Photo.objects.shown(today).filter(**is_away))):
        _move(photo, BACK)
    return len(moved) + len(returned)


def _move(photo: Photo, folder: str) -> None:
    """The sizes are thrown away, and made again when the photo comes back."""
    storage, old = photo.file.storage, photo.file.name
    new = f"{folder}/{PurePosixPath(old).name}"
    if storage.exists(old):  # else there is nothing to be seen, and only the name moves
        with storage.open(old) as file:
            new = storage.save(new, file, max_length=Photo.file.field.max_length)
    with transaction.atomic():
        for rendition in photo.renditions.all():
            rendition.delete()  # its file goes along
        Photo.objects.filter(pk=photo.pk).update(file=new)
        transaction.on_commit(partial(storage.delete, old))


@task
def follow_consent_now() -> None:
    """After an editor took a photo back: not a minute later, but now."""
    follow_consent(now=timezone.now())
