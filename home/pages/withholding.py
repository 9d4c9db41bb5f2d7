"""Photos that may not be shown (any more): their files go where no address leads."""

import logging
import secrets
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from home.pages.photo import Photo

logger = logging.getLogger(__name__)

AWAY, BACK = "teruggehouden", "original_images"


def follow_consent(*, now: datetime) -> int:
    """For `tick`: consent that ended takes a photo away, a new one brings it back.

    The pages look at the consent itself; this is about the file and its sizes."""
    today = timezone.localdate(now)
    is_away = {"file__startswith": f"{AWAY}/"}
    going = list(Photo.objects.withheld(today).exclude(**is_away))
    returning = list(Photo.objects.shown(today).filter(**is_away))
    # a folder that nobody guesses, where a web server serves all there is
    moves = [(photo, f"{AWAY}/{secrets.token_hex(8)}") for photo in going]
    moves += [(photo, BACK) for photo in returning]
    return _moved(moves)


def _moved(moves: Iterable[tuple[Photo, str]]) -> int:
    """How many could be; the next round tries the others again."""
    number = 0
    for photo, folder in moves:
        try:
            _move(photo, folder)
        except Exception:  # one file that does not move may not keep others in sight
            logger.exception("a photo does not move", extra={"photo": photo.pk})
        else:
            number += 1
    return number


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
