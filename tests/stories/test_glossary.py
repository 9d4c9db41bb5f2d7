"""A word of the trade leads to its meaning, at its first use in a story."""

import pytest

from stories.pages.glossary import Word, explained
from tests.factories.home import make_term
from tests.factories.stories import make_story

WFM = Word("WFM", 'Plannen, "op maat".', "/begrippen/#wfm")
LINK = '<a class="term" href="/begrippen/#wfm" title="Plannen, &quot;op maat&quot;.">'


def rich(html: str) -> str:
    return f'<div class="rich">{html}</div>'


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("<p>WFM en WFM.</p>", f"<p>{LINK}WFM</a> en WFM.</p>"),
        ("<p>Goede wfm</p>", f"<p>Goede {LINK}wfm</a></p>"),
        ("<p>De WFM’er, WFM-team, xWFM</p>", None),
        ('<h2>WFM</h2><p><a href="/WFM/">wat <b>WFM</b> is</a></p>', None),
        ('<p title="WFM">niets</p>', None),
        ("<h2>WFM</h2><p>(WFM)</p>", f"<h2>WFM</h2><p>({LINK}WFM</a>)</p>"),
    ],
)
def test_the_first_use_is_marked_outside_links_and_headings(text, marked):
    assert explained(rich(text), [WFM]) == rich(marked or text)


def test_the_longest_word_counts_and_only_texts_are_read():
    long = Word("WFM & co", "Meer.", "/x")
    html = f"<p>WFM</p>{rich('<p>WFM &amp; co, WFM</p>')}{rich('<p>WFM</p>')}"

    assert explained(html, [WFM, long]) == (
        '<p>WFM</p><div class="rich"><p><a class="term" href="/x" title="Meer.">'
        f"WFM &amp; co</a>, {LINK}WFM</a></p></div>{rich('<p>WFM</p>')}"
    )


@pytest.mark.django_db
def test_a_story_marks_what_is_on_the_list(client):
    make_term("Nawerk", "Wat je na een gesprek nog doet.")
    story = make_story(body=[("text", "<p>Elk nawerk telt.</p>")])

    page = client.get(story.url).text

    link = '<a class="term" href="/begrippen/#nawerk" title="Wat je na een gesprek nog'
    assert link in page
    assert 'id="nawerk"' in client.get("/begrippen/").text
