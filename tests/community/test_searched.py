"""What a search finds of a working group beside its pages."""

import pytest
from wagtail.search.models import IndexEntry

from community.models import Point
from community.points.retention import erase
from stories.models import Topic
from tests.asked import statements
from tests.factories.community import make_group
from tests.factories.home import make_organisation, make_person
from tests.factories.points import make_point
from tests.factories.questionnaires import make_questionnaire
from tests.factories.stories import make_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searchable")]


def found(client, words: str) -> list[tuple[str, str]]:
    beside = client.get("/zoeken/", {"q": words}).context["found"].beside
    return [(each.kind, each.title) for _, results in beside for each in results]


def test_a_point_is_found_by_its_words_while_it_can_be_read(client, now):
    group = make_group("mens")
    make_point(group, title="Kortere roosters", text="De wachttijden.", now=now)
    for state in (Point.State.ASKED, Point.State.WAITING):
        make_point(group, title=f"Roosters {state}", state=state, now=now)
    hidden = make_point(group, title="Verborgen roosters", now=now)
    Point.objects.filter(pk=hidden.pk).update(state="hidden", ground="advert")

    by_title, by_text = found(client, "rooster"), found(client, "wachttijd")
    inflected = found(client, "korter roosteren")

    expected = [("verbeterpunt, ingediend", "Kortere roosters")]
    assert by_title == by_text == inflected == expected


def test_of_a_group_that_is_taken_down_no_point_is_found(client, now):
    group = make_group("mens")
    make_point(group, title="Kortere roosters", now=now)
    group.unpublish()

    assert found(client, "roosters") == []


def test_the_words_of_an_erased_point_are_in_no_index(now):
    group = make_group("mens")
    merged_into = make_point(group, title="Kortere roosters", now=now)
    Point.objects.filter(pk=merged_into.pk).update(
        answer="Dat doen we.", answered_at=now
    )

    erase(email=merged_into.reader.email, now=now)

    [entry] = IndexEntry.objects.filter(object_id=str(merged_into.pk)).filter(
        content_type__model="point"
    )
    assert "rooster" not in f"{entry.title} {entry.body} {entry.autocomplete}"


def test_a_questionnaire_is_found_unless_it_is_for_some_or_not_there_yet(client, now):
    group = make_group("mens")
    for title, fields in {
        "Vragen over roosters": {},
        "Uitgenodigd over roosters": {"audience": "genodigden"},
        "Later over roosters": {"published_at": None},
    }.items():
        make_questionnaire(group, title=title, now=now, **fields)

    assert found(client, "roosters") == [("vragenlijst", "Vragen over roosters")]


def test_a_topic_is_found_once_something_can_be_read_about_it(client):
    make_story("Over iets anders", topics=["planning"])
    used = Topic.objects.get(slug="planning")
    used.theme.topics.create(name="Planning van later", slug="later")
    used.save()  # laid down before anything was indexed

    assert found(client, "planning") == [("onderwerp", used.name)]


def test_a_search_that_finds_of_everything_asks_ten_things_at_most(client, now):
    group = make_group("mens")
    make_questionnaire(group, title="Planner", now=now)
    for number in range(5):
        make_point(group, title=f"Planner {number}", now=now)
        firm = make_organisation(f"Planner {number}")
        make_story("Planner", by=make_person("Planner", organisation=firm))

    for words in ("planner", "plann"):
        assert len(statements(client, "/zoeken/", q=words)) <= 10, words
