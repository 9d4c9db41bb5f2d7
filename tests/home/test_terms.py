"""Words of the trade, on one list."""

import pytest

from tests.factories.home import make_site, make_term

pytestmark = pytest.mark.django_db


def test_all_words_stand_on_the_list_whatever_their_capitals(client):
    make_site()
    for word in ("wrap-up", "Callvolume", "WFM"):
        make_term(word, f"Uitleg van {word}.")

    response = client.get("/begrippen/")

    listed = [term.word for term in response.context["terms"]]
    assert listed == ["Callvolume", "WFM", "wrap-up"]
    html = response.content.decode()
    assert '<div id="wrap-up"><dt class="h3">wrap-up</dt>' in html
    assert "Uitleg van wrap-up." in html


def test_an_empty_list_says_so(client):
    make_site()

    assert "Nog geen begrippen" in client.get("/begrippen/").content.decode()
