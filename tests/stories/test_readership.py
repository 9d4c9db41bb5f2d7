"""How often a story is read: a number for editors, and nothing about readers."""

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from home.page_cache import readings
from home.page_cache.front import Front
from home.page_cache.generation import chosen, watch, watched
from home.page_cache.readings import taken, write_down
from home.page_cache.store import pages
from stories.models import Readership
from stories.readership.services import add_readings
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(settings, tmp_path, monkeypatch):
    """Without a cookie, on a site that keeps pages and writes down at once."""
    readings.noted.clear()
    monkeypatch.setattr(readings, "EVERY", -1)
    settings.PAGE_CACHE, settings.VAR_DIR = "file", tmp_path
    chosen.cache_clear()
    pages.cache_clear()
    watch(connection)
    yield Client()
    connection.execute_wrappers.remove(watched)
    chosen.cache_clear()
    pages.cache_clear()


def numbers() -> dict[str, int]:
    add_readings(now=timezone.now())
    return dict(Readership.objects.values_list("story__title", "number"))


def test_a_story_is_counted_each_time_also_when_the_page_is_kept(reader):
    one, other = make_story("Een"), make_story("Ander")
    first = reader.get(one.url)
    reader.get(one.url, headers={"if-none-match": first.headers["ETag"]})
    reader.get(other.url, {"utm_source": "nieuwsbrief"})

    once = numbers()
    reader.get(one.url)

    assert once == {"Een": 2, "Ander": 1}
    assert numbers() == {"Een": 3, "Ander": 1}


def test_in_a_rush_what_is_read_is_written_down_together(reader, monkeypatch):
    story = make_story("Een")
    reader.get(story.url)
    monkeypatch.setattr(readings, "EVERY", 3600)
    for _ in range(3):
        reader.get(story.url)

    before = numbers()
    write_down()

    assert before == {"Een": 1}
    assert numbers() == {"Een": 4}


def test_a_page_given_before_django_begins_is_counted_too(reader, rf):
    story = make_story("Een")
    reader.get(story.url)
    asked = rf.get(story.url).environ
    del asked["HTTP_COOKIE"]

    answer = Front(lambda *_: pytest.fail("not kept"))(asked, lambda *_: None)

    assert b"Een" in answer[0]
    assert numbers() == {"Een": 2}


@pytest.mark.parametrize(
    "headers",
    [{"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, {"sec-purpose": "x"}],
)
def test_a_robot_and_a_page_fetched_beforehand_are_not_counted(reader, headers):
    story = make_story()
    for _ in range(2):
        reader.get(story.url, headers=headers)
    reader.head(story.url)

    assert numbers() == {}


def test_who_works_on_the_site_is_not_counted_and_a_member_is(
    reader, client, editor, django_user_model
):
    story, member = make_story("Een"), Client()
    member.force_login(django_user_model.objects.create_user("lid"))

    client.get(story.url)
    member.get(story.url)

    assert numbers() == {"Een": 1}


def test_what_a_broken_off_round_took_is_counted_the_next_time(reader):
    story = make_story("Een")
    reader.get(story.url)
    with pytest.raises(RuntimeError, match="broken off"), taken():
        raise RuntimeError("broken off")
    reader.get(story.url)

    assert numbers() == {"Een": 1}
    assert numbers() == {"Een": 2}


def test_a_story_that_is_gone_is_left_out_and_no_place_to_write_spoils_no_page(
    reader, settings
):
    story = make_story()
    reader.get(story.url)
    story.delete()
    kept, settings.VAR_DIR = settings.VAR_DIR, settings.VAR_DIR / "not-there"

    answer = reader.get(make_story().url)

    settings.VAR_DIR = kept
    assert answer.status_code == 200
    assert numbers() == {}


def test_editors_see_the_number_and_sort_by_it(client, editor):
    make_story("Onbekend")
    Readership.objects.create(story=make_story("Bekend"), number=18_000)

    listed = client.get("/cms/verhalen/", {"ordering": "-opened"})

    assert [page.opened for page in listed.context["object_list"]] == [18_000, 0]
    assert "18.000" in listed.text
