"""Rich text in a plain field, and back."""

from html import escape

import pytest

from community.working_groups.prose import as_html, as_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een.\n\nTwee\ndrie.", "<p>Een.</p><p>Twee<br/>drie.</p>"),
        ("## Kop\nTekst", "<h3>Kop</h3><p>Tekst</p>"),
        ("- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("1. een\n2. twee", "<ol><li>een</li><li>twee</li></ol>"),
        ("**vet** en *schuin*", "<p><b>vet</b> en <i>schuin</i></p>"),
        (
            "[de norm](pagina:7) en [bron](document:3)",
            '<p><a linktype="page" id="7">de norm</a> en '
            '<a linktype="document" id="3">bron</a></p>',
        ),
        (
            "[hier](https://x.example/?a=1&b=2)",
            '<p><a href="https://x.example/?a=1&amp;b=2">hier</a></p>',
        ),
    ],
)
def test_what_is_typed_becomes_rich_text_and_comes_back(text, html):
    assert as_html(text) == html
    assert as_html(as_text(html)) == html


@pytest.mark.parametrize(
    "words", ["2 * 3 * 4", "[haken] en \\", "# hekje", "- streepje", "<b>&amp;</b>"]
)
def test_signs_that_mean_something_stay_what_they_are(words):
    html = f"<p>{escape(words)}</p>"

    assert as_html(as_text(html)) == html


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//elders.example/", "/\\elders.example", "data:x"]
)
def test_a_link_goes_to_a_page_and_nowhere_else(link):
    assert "<a " not in as_html(f"[klik]({link})")


def test_no_tag_is_taken_from_what_is_typed():
    assert as_html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"
