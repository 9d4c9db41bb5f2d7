"""How a search asks the index about what is no page: in one look for all of it."""

import pytest
from django.db import connection
from wagtail.search.models import IndexEntry

from home.search.entries import Begun
from tests.asked import statements
from tests.factories.home import make_person
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def jannie(searchable):
    person = make_person("Jannie Vijfhoog")
    make_story(by=person)
    return person


def people(client, words: str) -> list[str]:
    found = client.get("/zoeken/", {"q": words, "soort": "mensen"}).context["results"]
    return [each.title for each in found]


def test_of_a_name_only_the_last_word_may_be_half_typed(client, jannie):
    assert people(client, "jannie vijf") == [jannie.name]
    assert people(client, "vijfhoog jan") == [jannie.name]
    assert people(client, "jan vijfhoog") == []
    assert people(client, "jannie zeshoog") == []


def test_the_index_is_asked_once_about_all_that_is_no_page(client, jannie):
    asked = statements(client, "/zoeken/", q="jannie")

    about_beginnings = [sql for sql in asked if "autocomplete" in sql]
    assert len(about_beginnings) == 1
    assert "UNION" not in about_beginnings[0]


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="asks for the plan of SQLite, which read the text of all that was found",
)
def test_no_text_is_read_to_see_of_what_an_entry_is():
    """SQLite chooses by what it counted; here, as where there are many of each kind."""
    IndexEntry.objects.all().delete()
    IndexEntry.objects.bulk_create(
        IndexEntry(content_type_id=1, object_id=number) for number in range(500)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wagtailsearch_indexentry")
    entries = IndexEntry.objects.filter(Begun(begun=["plan"]), content_type__in=[2, 3])

    plan = entries.values_list("content_type", "object_id").explain()

    assert "wagtailsearch_indexentry USING COVERING INDEX" in plan
