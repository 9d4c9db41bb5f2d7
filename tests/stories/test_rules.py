"""How long a story takes."""

import pytest

from stories.pages.rules import reading_minutes
from tests.factories.stories import make_story


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (220, 1), (221, 2), (1540, 7), (1541, 8)]
)
def test_reading_minutes(words, minutes):
    text = "woord " * words

    assert reading_minutes([text]) == minutes


@pytest.mark.django_db
def test_a_story_counts_its_words_when_it_is_checked():
    question = {"question": "Waarom?", "answer": "<p>" + "daarom " * 300 + "</p>"}

    story = make_story(body=[("question", question)])

    assert story.reading_time == 2
