"""Photos that came before the site took off what a camera writes beside a picture."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet

from home.pages.photo import Photo
from home.pages.traces import without_traces


def clean(photos: QuerySet) -> int:
    """Of these rows with a `file`; how many lost something. Again, it is none."""
    return sum(_is_cleaned(photo) for photo in photos.order_by("pk").iterator())


def _is_cleaned(photo) -> bool:
    """At another address: browsers keep what they have of one."""
    storage, old = photo.file.storage, photo.file.name
    if not storage.exists(old):
        return False
    with storage.open(old) as file:
        was = file.read()
    if (kept := without_traces(was)) == was:
        return False
    longest = photo.file.field.max_length
    photo.file = storage.save(old, ContentFile(kept), max_length=longest)
    with transaction.atomic():
        _keep(photo)
        transaction.on_commit(partial(storage.delete, old))
    return True


def _keep(photo) -> None:
    """The sizes have the same traces; `tick` makes them again."""
    fields = ["file"]
    if isinstance(photo, Photo):
        photo._set_image_file_metadata()
        photo.file.close()
        fields += ["file_size", "file_hash"]
        for rendition in photo.renditions.all():
            rendition.delete()  # its file goes along
    photo.save(update_fields=fields)
