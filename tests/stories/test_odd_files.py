"""Files that are no photo, or too much of one: a clear sentence, and nothing lost."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from pillow_heif import register_heif_opener

from home.models import Photo

pytestmark = pytest.mark.django_db

SCRIPT = b"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
<script>alert(1)</script></svg>"""
OTHER_KIND = "Sla de foto op als JPG of PNG"
NO_PHOTO = "Upload een geldige afbeelding."
LIES = "maar het is een"


def drawn(kind: str, size: tuple[int, int] = (60, 40)) -> bytes:
    file = BytesIO()
    Image.new("L" if kind == "JPEG" else "RGB", size).save(file, kind)
    return file.getvalue()


def heic() -> bytes:
    register_heif_opener()
    return drawn("HEIF")


def of_4_gigapixels() -> bytes:
    """It says so itself, in a few hundred bytes."""
    plain = drawn("JPEG")
    at = plain.index(b"\xff\xc0") + 5
    return plain[:at] + b"\xff\x00" * 2 + plain[at + 4 :]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("foto.heic", heic, OTHER_KIND),
        ("foto.svg", lambda: SCRIPT, OTHER_KIND),
        ("foto.jpg", lambda: SCRIPT, LIES),
        ("foto.jpg", lambda: drawn("PNG"), LIES),
        ("foto.png", lambda: b"%PDF-1.7", NO_PHOTO),
        ("foto.jpg", lambda: b"", "leeg"),
        ("foto.png", lambda: drawn("PNG")[:60], NO_PHOTO),
        ("foto.jpg", of_4_gigapixels, "teveel pixels"),
    ],
)
def test_what_is_no_photo_is_refused_with_a_sentence(
    client, editor, name, content, said
):
    given = {"title": "Aan tafel", "credit": "Fleur", "note": "Vóór de verhuizing"}
    file = SimpleUploadedFile(name, content())

    response = client.post(reverse("wagtailimages:add"), {**given, "file": file})

    form = response.context["form"]
    [sentence] = form.errors["file"]
    assert said in sentence
    assert form["note"].value() == "Vóór de verhuizing"
    assert Photo.objects.exists() is False


@pytest.mark.parametrize(
    "name", ["wagtailimages:add_multiple", "wagtailimages_chooser:create"]
)
def test_every_way_to_upload_refuses_it(client, editor, name):
    given = {
        "files[]": SimpleUploadedFile("foto.svg", SCRIPT),
        "image-chooser-upload-file": SimpleUploadedFile("foto.svg", SCRIPT),
        "image-chooser-upload-title": "x",
        "image-chooser-upload-credit": "x",
    }

    response = client.post(
        reverse(name), given, headers={"x-requested-with": "XMLHttpRequest"}
    )

    assert response.status_code == 200
    assert OTHER_KIND in response.content.decode()
    assert Photo.objects.exists() is False


def test_a_photo_of_40_megapixels_is_taken_in(client, editor):
    file = SimpleUploadedFile("groot.jpg", drawn("JPEG", (8000, 5000)))

    client.post(
        reverse("wagtailimages:add"), {"title": "Groot", "credit": "x", "file": file}
    )

    photo = Photo.objects.get()
    assert (photo.width, photo.height) == (8000, 5000)
    assert photo.renditions.count() == 0  # nobody waits for its sizes


def test_a_photo_of_more_than_60_megapixels_is_too_many(client, editor):
    file = SimpleUploadedFile("groot.jpg", drawn("JPEG", (8000, 7501)))

    response = client.post(
        reverse("wagtailimages:add"), {"title": "Groot", "credit": "x", "file": file}
    )

    [sentence] = response.context["form"].errors["file"]
    assert "teveel pixels" in sentence
