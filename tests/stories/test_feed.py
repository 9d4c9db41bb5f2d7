"""The stories as RSS, and the map for search engines."""

from xml.etree import ElementTree

import pytest

from tests.factories.home import make_person
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def test_the_feed_has_the_newest_stories_with_who_and_what(client):
    make_story("Oud", date="2026-01-01")
    story = make_story("Tom & <b>Els</b>", by=make_person("Lotte Brandsma"))
    make_story("Concept", live=False)

    response = client.get("/verhalen/feed/")

    items = ElementTree.fromstring(response.content).findall("channel/item")
    assert [item.findtext("title") for item in items] == ["Tom & <b>Els</b>", "Oud"]
    first = items[0]
    assert first.findtext("link") == story.full_url
    assert first.findtext("description") == story.lead
    assert first.findtext("pubDate") == "Thu, 19 Nov 2026 00:00:00 +0100"
    assert [each.text for each in first.findall("category")] == ["Mens", "portret"]
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"


def test_the_site_map_names_what_is_public(client):
    story, draft = make_story(), make_story(live=False)

    text = client.get("/sitemap.xml").content.decode()

    assert f"<loc>{story.full_url}</loc>" in text
    assert f"/{draft.slug}/" not in text
