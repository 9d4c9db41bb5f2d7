"""The picture of a page where it is shared."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from home.covers import social
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db


def test_the_picture_is_a_png_of_1200_by_630_that_may_be_kept_for_a_year(client):
    home = make_site()

    answer = client.get(social.address(home))

    picture = Image.open(io.BytesIO(answer.content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert answer["Content-Type"] == "image/png"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in answer


def test_who_has_the_picture_does_not_get_it_again(client):
    home = make_site()
    address = social.address(home)

    answer = client.get(address, headers={"If-None-Match": client.get(address)["ETag"]})

    assert (answer.status_code, answer.content) == (304, b"")


def test_the_picture_is_drawn_once(client, monkeypatch):
    home = make_site()
    first = client.get(social.address(home))

    monkeypatch.setattr(social, "picture", None)
    second = client.get(social.address(home))

    assert second.content == first.content


def test_an_old_address_leads_to_the_picture_of_today(client):
    home = make_site()
    old = social.address(home)
    home.title = "Een andere titel"
    home.save()

    answer = client.get(old)

    assert (answer.status_code, answer["Location"]) == (302, social.address(home))
    assert old != social.address(home)


def test_a_page_that_is_not_published_has_no_picture(client):
    home = make_site()
    address = social.address(home)
    home.live = False
    home.save()

    assert client.get(address).status_code == 404


def test_a_page_behind_a_restriction_has_no_picture(client):
    home = make_site()
    home.view_restrictions.create(restriction_type="login")

    assert client.get(social.address(home)).status_code == 404


def test_a_page_that_does_not_exist_has_no_picture(client):
    address = reverse("social_picture", args=[999_999, "0" * 16])

    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "title",
    [
        "",
        " ",
        "\x00\ud800\x1b",
        "😀 你好 مرحبا",
        "#set page(width: 1pt)",
        '"]) #panic("nee")',
        "woord " * 2_000,
        "x" * 10_000,
    ],
)
def test_a_strange_title_gives_a_picture_too(title):
    picture = Image.open(io.BytesIO(social.picture(title, "mens")))

    assert picture.size == (1200, 630)


def test_a_long_title_ends_at_a_word():
    shown = social.printable("Een heel lange titel, " * 20)

    assert len(shown) <= social.LONGEST + 1
    assert shown.endswith("titel, Een…")


def test_a_new_design_has_new_addresses(monkeypatch):
    before = social.digest("Rond de tafel", "mens")

    monkeypatch.setattr(social, "_design", lambda: b"another drawing")

    assert social.digest("Rond de tafel", "mens") != before
