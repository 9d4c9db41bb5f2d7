"""The stories as RSS, and the map for search engines."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from home.covers import social
from home.pages.pictures import make_renditions
from tests.asked import statements
from tests.factories.home import make_person, make_photo
from tests.factories.stories import make_series, make_story

pytestmark = pytest.mark.django_db


def test_the_feed_has_the_newest_stories_with_who_and_what(client, monkeypatch):
    monkeypatch.setattr("stories.feeds.NEWEST", 2)
    make_story("Te oud", date="2025-12-31")
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


def test_a_sign_that_xml_does_not_know_costs_nobody_the_feed(client):
    by = make_person("Lotte\x0bBrandsma")
    said = {"lead": "Eén.\uffffTwee.", "series": make_series("Bij\x0bons")}
    make_story("Van\x0bbeneden", **said, by=by, slug="van-beneden")

    feed = ElementTree.fromstring(client.get("/verhalen/atom/").content)
    author = client.get(f"/mensen/{by.slug}/feed/").content

    told = ("title", "summary", f"author/{ATOM}name")
    said = [feed.findtext(f"{ATOM}entry/{ATOM}{name}") for name in told]
    assert said == ["Van beneden", "Eén. Twee.", "Lotte Brandsma"]
    assert [each.get("term") for each in feed.iter(f"{ATOM}category")][-1] == "Bij ons"
    title = ElementTree.fromstring(author).findtext("channel/title")
    assert title.endswith(": Lotte Brandsma")


def test_a_lead_is_text_to_who_reads_a_feed_as_html(client):
    make_story("Wachten", lead="Minder dan <5 minuten & klaar")

    feed = ElementTree.fromstring(client.get("/verhalen/feed/").content)

    told = feed.findtext("channel/item/description")
    assert told == "Minder dan &lt;5 minuten &amp; klaar"


MEDIA = "{http://search.yahoo.com/mrss/}content"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_story_at_a_new_address_is_not_new_to_who_follows(client):
    story = make_story("Verhuisd")

    def known_as():
        rss = ElementTree.fromstring(client.get("/verhalen/feed/").content)
        atom = ElementTree.fromstring(client.get("/verhalen/atom/").content)
        assert rss.find("channel/item/guid").get("isPermaLink") == "false"
        return rss.findtext("channel/item/guid"), atom.findtext(f"{ATOM}entry/{ATOM}id")

    before = known_as()
    story.slug = "elders"
    story.save()

    assert before == known_as()
    assert before[0] == before[1]


def test_a_feed_has_the_photo_that_is_made_already(client):
    story = make_story(photo=make_photo(size=(60, 40)))
    before = client.get("/verhalen/feed/").content
    make_renditions(story.photo)

    item = ElementTree.fromstring(client.get("/verhalen/feed/").content).find(".//item")

    assert b"media:content" not in before
    assert item.find(MEDIA).get("type") == "image/jpeg"
    assert item.find(MEDIA).get("url").startswith("http://testserver/media/images/")


@pytest.mark.parametrize(
    ("start", "title", "found"),
    [
        ("/verhalen/", "verhalen", ["B", "A"]),
        ("/verhalen/thema/imago/", "Imago", ["B"]),
        ("/mensen/lotte/", "Lotte Brandsma", ["A"]),
        ("/onderwerpen/planning/", "planning", ["A"]),
    ],
)
def test_what_can_be_followed_comes_as_rss_and_as_atom(client, start, title, found):
    make_story("A", by=make_person(slug="lotte"), topics=["planning"])
    make_story("B", theme="imago")

    rss, atom = (
        ElementTree.fromstring(client.get(f"{start}{kind}/").content)
        for kind in ("feed", "atom")
    )

    assert rss.findtext("channel/title") == f"Een Nieuw Geluid: {title}"
    assert atom.findtext(f"{ATOM}title") == f"Een Nieuw Geluid: {title}"
    assert [item.findtext("title") for item in rss.iter("item")] == found
    assert [e.findtext(f"{ATOM}title") for e in atom.iter(f"{ATOM}entry")] == found


@pytest.mark.parametrize(
    "address",
    ["/verhalen/thema/x/feed/", "/mensen/x/feed/", "/onderwerpen/vitaliteit/atom/"],
)
def test_what_is_not_there_for_everybody_cannot_be_followed(client, address):
    hidden = {"visibility": "leden", "own_name": "Jan Smit"}
    make_story(by=make_person("De Uil", slug="x", **hidden))

    assert client.get(address).status_code == 404


def test_a_page_names_its_feeds(client):
    lotte = make_person(slug="lotte")
    make_story(by=lotte)

    author = client.get("/mensen/lotte/").content.decode()
    theme = client.get("/verhalen/", {"thema": "mens"}).content.decode()

    assert 'href="/mensen/lotte/feed/"' in author
    assert 'href="/mensen/lotte/atom/"' in author
    assert 'href="/verhalen/thema/mens/feed/"' in theme


def test_a_feed_asks_the_same_with_few_and_with_many(client):
    make_story(by=make_person(), photo=make_photo(size=(30, 20)))
    few = len(statements(client, "/verhalen/feed/"))
    for _ in range(9):
        make_story(by=make_person(), photo=make_photo(size=(30, 20)))

    many = len(statements(client, "/verhalen/feed/"))

    assert few == many <= 4


def test_the_site_map_has_the_picture_of_a_story_and_news_while_it_is(client):
    today = timezone.localdate()
    fresh = make_story("Vers & waar", date=today)
    make_story("Van eerder", date=today - timedelta(days=3))
    make_story(date=today, source="Ziptone", source_url="https://elders.example/")

    text = client.get("/sitemap.xml").content.decode()

    assert text.count("<news:news>") == 1
    assert "<news:title>Vers &amp; waar</news:title>" in text
    assert text.count("<image:image>") == 2
    assert f"http://testserver{social.address(fresh)}" in text
    ElementTree.fromstring(text)


def test_a_sign_that_xml_does_not_know_costs_nobody_the_site_map(client):
    make_story("Van\x0bbeneden", date=timezone.localdate(), slug="van-beneden")

    site_map = ElementTree.fromstring(client.get("/sitemap.xml").content)

    (title,) = site_map.iterfind(".//{*}news/{*}title")
    assert title.text == "Van beneden"


def test_the_site_map_names_what_is_public(client):
    story, draft = make_story(), make_story(live=False)

    text = client.get("/sitemap.xml").content.decode()

    assert f"<loc>{story.full_url}</loc>" in text
    assert f"/{draft.slug}/" not in text
