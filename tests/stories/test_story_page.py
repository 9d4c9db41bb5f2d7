"""What a reader sees of a story, and what it costs."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.home import make_person, make_photo, make_organisation
from tests.factories.stories import make_series, make_story


def make_full_story(**fields):
    """Everything that can stand on a story page."""
    photo = make_photo(size=(60, 40), note="Genomen vóór de verhuizing")
    return make_story(
        by=make_person(),
        topics=["planning", "opleiden"],
        photo=make_photo(size=(60, 40)),
        organisation=make_organisation(),
        body=[
            ("text", "<h2>Kop</h2><p>Wie de lift uitstapt, ziet een scherm.</p>"),
            ("photo", {"photo": photo, "caption": "Aan de koffietafel"}),
            ("quote", {"text": "Wie ons belt, zit vast.", "source": "Sander"}),
            ("facts", {"title": "Feiten", "facts": [{"label": "A", "value": "B"}]}),
            ("question", {"question": "Waarom?", "answer": "<p>Daarom.</p>"}),
            ("table", {"title": "Aan tafel", "people": [{"name": "Els", "about": ""}]}),
            ("note", {"text": "<p>Gelezen op feiten.</p>"}),
        ],
        **fields,
    )


def statements(client, address):
    """What a warm, anonymous request asks of the database."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(address)
    assert response.status_code == 200
    return [query["sql"] for query in asked]


@pytest.mark.django_db
@pytest.mark.parametrize("others", [3, 9])
def test_a_story_page_asks_little_of_the_database(client, others):
    series = make_series()
    story = make_full_story(series=series)
    for _ in range(others):
        make_full_story(series=series)

    asked = statements(client, story.url)
    for a in asked:
        print(a[:250])

    assert len(asked) <= 8
    assert len(asked) == len(set(asked))
