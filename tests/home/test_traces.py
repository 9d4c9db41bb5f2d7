"""What a camera wrote beside a photo does not reach the site."""

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from PIL import Image
from wagtail.utils.file import hash_filelike

from home.models import Photo
from home.pages.originals import clean
from home.pages.photo_form import PhotoFile
from home.pages.traces import ORIENTATION, without_traces

PLACE = "thuis"


def taken(*, turned: int = 6) -> bytes:
    told = Image.Exif()
    told[ORIENTATION], told[0x010E] = turned, PLACE
    file, picture = BytesIO(), Image.radial_gradient("L")
    picture.save(file, "JPEG", exif=told, comment=PLACE.encode())
    return file.getvalue()


@pytest.mark.parametrize("turned", [1, 2, 6, 8])
def test_only_how_a_photo_is_turned_stays(turned):
    sent = taken(turned=turned)

    kept = PhotoFile().clean(SimpleUploadedFile("foto.jpg", sent)).read()

    before, after = (Image.open(BytesIO(each)) for each in (sent, kept))
    assert (PLACE.encode() in sent, PLACE.encode() in kept) == (True, False)
    assert after.getexif().get(ORIENTATION, 1) == turned
    assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize(
    ("marker", "begins"),
    [
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0"),  # XMP
        (0xED, b"Photoshop 3.0\x008BIM"),  # IPTC, with the town that an agency wrote
        (0xFE, b""),  # a remark
    ],
)
def test_what_a_program_wrote_beside_a_photo_goes_too(marker, begins):
    plain, told = taken(turned=1), begins + b"thuis in de Seinstraat"
    part = bytes([0xFF, marker]) + (len(told) + 2).to_bytes(2) + told
    sent = plain[:2] + part + plain[2:]

    kept = without_traces(sent)

    assert b"Seinstraat" not in kept
    assert kept == without_traces(plain)


@pytest.mark.parametrize(
    "sent", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff", b"\x89PNG", taken()[:40]]
)
def test_what_is_no_whole_photo_is_left_to_who_reads_it(sent):
    assert without_traces(sent)[:2] == sent[:2]


def of_before() -> Photo:
    """A photo from before anything was taken off."""
    file = ImageFile(BytesIO(taken()), "thuis.jpg")
    return Photo.objects.create(title="Thuis", credit="Fleur Adema", file=file)


def read(row) -> bytes:
    with row.file.open() as file:
        return file.read()


@pytest.mark.django_db
def test_photos_from_before_lose_their_traces_once(django_capture_on_commit_callbacks):
    photo = of_before()
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


@pytest.mark.django_db
def test_a_photo_that_lost_its_file_does_not_stop_the_cleaning():
    lost, photo = of_before(), of_before()
    lost.file.storage.delete(lost.file.name)

    assert clean(Photo.objects.all()) == 1
    assert Photo.objects.get(pk=photo.pk).file.name != photo.file.name


@pytest.mark.django_db
def test_a_cleaned_photo_with_a_long_name_keeps_one_that_fits():
    photo = of_before()
    longest = Photo._meta.get_field("file").max_length
    long = f"original_images/{'a' * (longest - 20)}.jpg"
    Path(photo.file.path).rename(photo.file.storage.path(long))
    Photo.objects.update(file=long)

    assert clean(Photo.objects.all()) == 1
    assert len(Photo.objects.get().file.name) <= longest


@pytest.mark.django_db
def test_the_file_of_before_stays_until_the_row_names_the_new_one():
    photo = of_before()

    with transaction.atomic():
        clean(Photo.objects.all())
        transaction.set_rollback(True)

    photo.refresh_from_db()
    assert PLACE.encode() in read(photo)
