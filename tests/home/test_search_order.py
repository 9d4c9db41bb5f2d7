"""In which order a search shows what it finds."""

import pytest

from home.search import results
from tests.factories.stories import make_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searchable")]


def test_what_is_on_very_many_pages_is_shown_newest_first(client, monkeypatch):
    """To put thousands in order of relevance takes seconds, and says nothing."""
    monkeypatch.setattr(results, "RANKED", 1)
    make_story("Roosteren, roosteren en nog eens roosteren")
    make_story("Over iets anders", lead="En ook over roosteren.")

    found = client.get("/zoeken/", {"q": "roosteren"}).context["results"]

    assert next(each.title for each in found) == "Over iets anders"
