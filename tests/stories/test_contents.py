"""The headings of a long story, with an address each."""

import pytest
from bs4 import BeautifulSoup

from stories.pages.contents import anchored, is_worth_a_list
from tests.factories.stories import make_story

HEADINGS = ["Wie vooraan zit", "Drie vragen", "Wat bleef"]


def test_every_heading_has_an_address_of_its_own():
    html, headings = anchored(
        '<h2 data-block-key="a1b2c">Wie <b>vooraan</b> zit</h2><h2>Drie vragen</h2>'
        "<h2>Drie vragen 2</h2><h2>Drie vragen</h2><h2>💥</h2><h2> </h2>"
    )

    assert [heading.anchor for heading in headings] == [
        "kop-wie-vooraan-zit",
        "kop-drie-vragen",
        "kop-drie-vragen-2",
        "kop-drie-vragen-3",
        "kop-zonder-letters",
    ]
    assert headings[0].words == "Wie vooraan zit"
    assert '<h2 id="kop-wie-vooraan-zit">Wie <b>vooraan</b> zit</h2>' in html
    assert "<h2> </h2>" in html


def test_a_heading_of_one_of_our_blocks_stays_as_it_is():
    html = '<h2 class="h3">Wat werkte</h2>'

    assert anchored(html) == (html, [])


@pytest.mark.parametrize(
    ("minutes", "number", "expected"), [(4, 3, True), (3, 9, False), (9, 2, False)]
)
def test_a_long_story_with_enough_headings_has_a_list(minutes, number, expected):
    _, headings = anchored("".join(f"<h2>Kop {n}</h2>" for n in range(number)))

    assert is_worth_a_list(minutes, headings) is expected


@pytest.mark.django_db
@pytest.mark.parametrize(("words", "listed"), [(900, HEADINGS), (100, [])])
def test_the_list_leads_to_the_headings(client, words, listed):
    parts = [f"<h2>{title}</h2><p>{'woord ' * words}</p>" for title in HEADINGS]
    story = make_story(body=[("text", part) for part in parts])

    page = BeautifulSoup(client.get(story.url).text, "html.parser")

    links = page.select(".contents a")
    assert [link.text for link in links] == listed
    for link in links:
        assert page.select_one(link["href"]).text == link.text
    assert page.select_one("#kop-drie-vragen").text == "Drie vragen"
    assert page.select_one('a[href="#inhoud"]:not(.skip)').text == "Terug naar boven"


@pytest.mark.django_db
def test_what_an_editor_typed_in_a_heading_stays_text(client):
    title = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer"
    parts = [f"<h2>{title} {n}</h2><p>{'woord ' * 900}</p>" for n in range(3)]
    story = make_story(body=[("text", part) for part in parts])

    html = client.get(story.url).text

    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer 0") == 2
