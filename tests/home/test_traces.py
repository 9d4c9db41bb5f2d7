"""What a camera wrote beside a photo does not reach the site."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

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
