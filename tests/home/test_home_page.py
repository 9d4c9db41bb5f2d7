"""The front page: what it shows and what that costs."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.asked import statements
from tests.factories.community import make_group, make_outcome
from tests.factories.events import make_event, make_event_page
from tests.factories.home import make_person, make_photo, make_site
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def test_an_empty_site_has_a_front_page(client):
    make_site()

    response = client.get("/")

    assert response.status_code == 200
    assert "Er staan nog geen verhalen" in response.content.decode()


def test_the_featured_story_opens_and_the_newest_follow(client):
    make_story("Nieuwst", date="2026-11-20")
    make_story("Uitgelicht", date="2026-01-01", featured=True)
    make_story("Ouder", date="2026-11-01")

    html = client.get("/").content.decode()

    places = [
        html.index(f">{title}</a>") for title in ("Uitgelicht", "Nieuwst", "Ouder")
    ]
    assert places == sorted(places)
    assert "Alle 3 verhalen" in html


@pytest.mark.parametrize("number", [10, 30])
def test_a_full_front_page_asks_at_most_fourteen_things(client, number):
    far = datetime.now(UTC) + timedelta(days=90)
    make_event_page(event=make_event(starts_at=far, ends_at=far + timedelta(hours=8)))
    for slug in ("kwaliteit", "imago", "mens"):
        make_outcome(make_group(slug))
    photo, author = make_photo(size=(30, 20)), make_person()
    for _ in range(number):
        make_story(photo=photo, by=author, featured=True)

    asked = statements(client, "/")

    assert len(asked) <= 14
    assert len(asked) == len(set(asked))
