"""The pictures of the demo: drawn here, and good for every rendition."""

import io

import pytest
from PIL import Image

from config.demo import pictures
from config.settings import base


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_every_picture_is_as_wide_as_a_photo_and_not_too_heavy(name, settings):
    settings.DEMO_PHOTO_WIDTH = base.DEMO_PHOTO_WIDTH

    data = pictures.jpeg(name)

    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.size) == ("JPEG", (2400, 1600))
    assert 50_000 < len(data) < 900_000


def test_every_picture_is_drawn_in_many_colours():
    small = Image.open(io.BytesIO(pictures.jpeg("kampvuur"))).resize((240, 160))

    assert len(small.quantize(64).getcolors()) > 20


def test_every_picture_says_what_is_on_it():
    told = [
        (picture.title, picture.alt, picture.note)
        for picture in pictures.PICTURES.values()
    ]

    assert all(all(text.strip() for text in texts) for texts in told)
    assert len(set(told)) == len(told) >= 5
