"""What a camera wrote beside a photo does not reach the site."""

from io import BytesIO, StringIO

import pytest
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from PIL import Image
from wagtail.utils.file import hash_filelike

from home.models import Photo
from home.pages.photo_form import PhotoFile
from home.pages.traces import ORIENTATION, without_traces

PLACE = "thuis"


def taken(*, turned: int = 6) -> bytes:
    told = Image.Exif()
    told[ORIENTATION], told[0x010E] = turned, PLACE
    file, picture = BytesIO(), Image.radial_gradient("L")
    picture.save(file, "JPEG", exif=told, comment=PLACE.encode())
    return file.getvalue()


@pytest.mark.parametrize("turned", [1, 6])
def test_only_how_a_photo_is_turned_stays(turned):
    sent = taken(turned=turned)

    kept = PhotoFile().clean(SimpleUploadedFile("foto.jpg", sent)).read()

    before, after = (Image.open(BytesIO(each)) for each in (sent, kept))
    assert (PLACE.encode() in sent, PLACE.encode() in kept) == (True, False)
    assert after.getexif().get(ORIENTATION, 1) == turned
    assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize(
    "sent", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff", b"\x89PNG", taken()[:40]]
)
def test_what_is_no_whole_photo_is_left_to_who_reads_it(sent):
    assert without_traces(sent)[:2] == sent[:2]


def read(row) -> bytes:
    with row.file.open() as file:
        return file.read()


@pytest.mark.django_db
def test_photos_from_before_lose_their_traces_once(django_capture_on_commit_callbacks):
    file = ImageFile(BytesIO(taken()), "thuis.jpg")
    photo = Photo.objects.create(title="Thuis", credit="Fleur Adema", file=file)
    size, said = photo.get_rendition("width-100|format-jpeg"), StringIO()
    told_before = PLACE.encode() in read(size)

    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            call_command("clean_photos", stdout=said)

    cleaned = Photo.objects.get()
    kept = read(cleaned)
    assert said.getvalue().split("\n")[:2] == [
        "Schoongemaakt: 1 foto’s.",
        "Schoongemaakt: 0 foto’s.",
    ]
    assert told_before
    assert PLACE.encode() not in kept
    assert cleaned.file_size == len(kept)
    assert cleaned.file_hash == hash_filelike(BytesIO(kept))
    for gone in (photo.file, size.file):
        assert not gone.storage.exists(gone.name)
