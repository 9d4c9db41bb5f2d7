"""What a reader sees of a story, and what that costs."""

import json
import re
from datetime import date
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from home.covers import social
from home.pages.pictures import make_renditions
from stories.models import Credit
from tests.asked import statements
from tests.factories.home import make_organisation, make_person, make_photo
from tests.factories.people import make_interest
from tests.factories.stories import (
    make_full_story,
    make_series,
    make_story,
    make_story_index,
)

pytestmark = pytest.mark.django_db


def seen(client, story) -> str:
    return client.get(story.url).content.decode()


@pytest.mark.parametrize("others", [1, 6])
def test_a_full_story_asks_at_most_eight_things(client, others):
    series = make_series()
    story = make_full_story(series=series)
    for _ in range(others):
        make_full_story(series=series)

    asked = statements(client, story.url)

    assert len(asked) <= 8
    assert len(asked) == len(set(asked))


def link_to(page) -> str:
    return f'<p>Lees <a linktype="page" id="{page.pk}">{page.title}</a>.</p>'


def test_links_cost_no_question_however_many_texts_have_them(client):
    elsewhere = [make_story(), make_series(), make_story(), make_story_index()]
    story = make_story(photo=make_photo(), by=make_person(), topics=["planning"])
    without = len(statements(client, story.url))
    for page in elsewhere:
        story.body.append(("text", link_to(page)))
        story.body.append(("note", {"text": link_to(page)}))
        answer = {"question": "Waar?", "answer": link_to(page)}
        story.body.append(("question", answer))
    story.save()

    asked = statements(client, story.url)

    assert len(asked) == without <= 8
    html = seen(client, story)
    for page in elsewhere:
        assert html.count(f'Lees <a href="{page.url}">{page.title}</a>.') == 3
    assert "linktype" not in html


def test_two_photos_and_links_make_eight_questions_and_never_more(client):
    other = make_story("Even de klas uit", photo=make_photo(size=(60, 40)))
    link = f'<p>Lees ook <a linktype="page" id="{other.pk}">dat</a>.</p>'
    story = make_full_story()
    story.body = [
        *((each.block_type, each.value) for each in story.body),
        ("text", link),
    ]
    story.save()

    asked = statements(client, story.url)

    assert len(asked) == len(set(asked)) == 8


def test_a_story_does_not_lead_to_a_series_that_is_not_there(client):
    series = make_series()
    story = make_story(series=series)
    read = client.get(story.url).text

    series.unpublish()

    assert series.url in read
    assert series.url not in client.get(story.url).text


def test_a_card_names_no_series_that_is_not_there(client):
    series = make_series("Kloppend Hart", live=False)
    story = make_story(kind="column", series=series)

    before = client.get("/verhalen/").text
    series.save_revision().publish()
    after = client.get("/verhalen/").text

    assert story.title in before
    assert "Kloppend Hart" not in before
    assert "Kloppend Hart" in after


def test_a_series_links_from_its_text_too(client):
    story = make_story()
    series = make_series(body=[("text", link_to(story))])

    assert f'Lees <a href="{story.url}">{story.title}</a>.' in seen(client, series)


def test_of_a_link_to_a_page_that_is_not_there_the_words_remain(client):
    draft = make_story("Nog niet", live=False)
    gone = '<p>Of <a linktype="page" id="999999">dit</a>.</p>'
    story = make_story(body=[("text", link_to(draft) + gone)])

    html = seen(client, story)

    assert "Lees <a>Nog niet</a>." in html
    assert "Of <a>dit</a>." in html


def test_every_block_is_shown(client):
    story = make_full_story()

    html = seen(client, story)

    for text in [
        "Wie de lift uitstapt",
        "Aan de koffietafel",
        "Wie ons belt, zit vast.",
        "Feiten en cijfers",
        '<p class="ask">Waarom?</p>',
        "Els Dijkman",
        "Noot van de redactie.",
    ]:
        assert text in html


def test_what_is_known_of_a_story_stands_around_it(client):
    about = make_organisation("Vijfhoog", place="Utrecht")
    series = make_series()
    story = make_story(
        kicker="Over thuiswerken",
        series=series,
        organisation=about,
        topics=["planning"],
        body=[("text", f"<p>{'woord ' * 230}</p>")],
    )
    loose = make_story(kind="column")

    article = BeautifulSoup(seen(client, story), "html.parser").article
    kind = BeautifulSoup(seen(client, loose), "html.parser").article.find("a")

    words = " ".join(article.get_text(" ").split())
    for said in (
        "Kloppend Hart Mens Over thuiswerken Verhaal",
        "19 november 2026 2 minuten lezen",
        "Dit verhaal gaat over Vijfhoog in Utrecht.",
        "Onderwerpen: planning .",
    ):
        assert said in words
    links = [link["href"] for link in article.find_all("a")]
    assert links[:2] == [series.url, "/verhalen/?thema=mens"]
    assert {about.get_absolute_url(), "/onderwerpen/planning/"} <= set(links)
    assert (kind.text, kind["href"]) == ("Column", "/verhalen/?soort=column")


def test_a_photo_brings_its_credit_note_sizes_and_formats(client):
    photo = make_photo(
        credit="Fleur Adema", note="Genomen vóór de verhuizing", description="Een tafel"
    )
    story = make_story(photo=photo, photo_caption="Aan tafel")
    make_renditions(photo)

    html = seen(client, story)

    assert "<span>Aan tafel</span>" in html
    assert "<span>Beeld: Fleur Adema</span>" in html
    assert "<span>Noot: Genomen vóór de verhuizing</span>" in html
    image = re.search(r'<picture>.*?alt="Een tafel".*?</picture>', html).group()
    assert re.findall(r'type="image/(\w+)"', image) == ["avif", "webp"]
    assert 'width="800"' in image
    assert 'height="533"' in image
    assert "1200w" in image  # not blown up to 1600


def test_a_decorative_photo_has_an_empty_alt(client):
    photo = make_photo(size=(60, 40), description="Een tafel")
    photo.decorative, photo.contextual_alt_text = True, ""
    story = make_story(body=[("photo", {"photo": photo, "caption": ""})])

    html = seen(client, story)

    assert re.search(r'<figure class="wide">\s*<picture>.*?alt=""', html)


def test_a_photo_without_its_file_does_not_take_the_page_down(client):
    photo = make_photo(size=(60, 40))
    story = make_story(photo=photo)
    photo.file.storage.delete(photo.file.name)

    response = client.get(story.url)

    assert response.status_code == 200


def test_who_made_it_stands_beside_it(client):
    story = make_story(by=make_person("Lotte Brandsma"))
    story.credits.add(
        Credit(organisation=make_organisation("Vijfhoog"), part=Credit.Part.PICTURE)
    )
    story.save()

    html = seen(client, story)

    names = re.findall(r'">([^<]+)</a></b><br><span class="soft">(\w+)</span>', html)
    assert names == [("Lotte Brandsma", "tekst"), ("Vijfhoog", "beeld")]


@pytest.mark.parametrize(
    ("kind", "face", "consent", "shown"),
    [
        ("column", True, "given", True),
        ("column", True, "refused", False),
        ("column", False, "given", False),
        ("interview", True, "given", False),
    ],
)
def test_a_column_shows_who_speaks(client, kind, face, consent, shown):
    photo = make_photo(credit="Wim Bos", consent=consent) if face else None
    story = make_story(kind=kind, by=make_person(photo=photo))

    html = seen(client, story)

    assert ("Beeld: Wim Bos" in html) is shown


def test_a_private_story_is_related_to_nothing_and_asks_for_a_login(client):
    story, secret = make_story(), make_story("Geheim")
    PageViewRestriction.objects.create(
        page=secret.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )

    response = client.get(secret.url)

    assert response.status_code == 302
    assert "Geheim" not in seen(client, story)


def test_what_is_below_a_private_page_is_private_too(client):
    story = make_story()
    PageViewRestriction.objects.create(
        page=story.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )

    response = client.get(story.url)

    assert response.status_code == 302


def test_a_draft_is_not_found(client):
    story = make_story(live=False)

    response = client.get(f"/verhalen/{story.slug}/")

    assert response.status_code == 404


def test_search_engines_read_who_wrote_what_and_when(client):
    lotte = make_person("Lotte Brandsma")
    story = make_story("Rond de tafel", by=lotte)

    html = seen(client, story)

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    article, way = json.loads(found.group(1))["@graph"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "Rond de tafel"
    assert article["datePublished"] == "2026-11-19"
    assert article["author"] == [
        {"@type": "Person", "name": "Lotte Brandsma", "url": lotte.canonical}
    ]
    assert article["image"] == [f"http://testserver{social.address(story)}"]
    assert article["publisher"]["name"] == "Een Nieuw Geluid"
    assert [step["name"] for step in way["itemListElement"]] == [
        "Verhalen",
        "Rond de tafel",
    ]
    assert way["itemListElement"][0]["item"] == "http://testserver/verhalen/"


def test_a_story_is_passed_on_by_links_alone(client):
    story = make_story("Wie & wat")

    html = seen(client, story)

    ways = re.search(r'<p class="share.*?</p>', html, re.DOTALL).group()
    address = quote(story.full_url, safe="")
    assert re.findall(r'href="(.*?)"', ways) == [
        f"mailto:?subject=Wie%20%26%20wat&amp;body={address}",
        f"https://www.linkedin.com/sharing/share-offsite/?url={address}",
    ]
    assert f'data-copy="{story.full_url}"' in ways
    scripts = re.findall(r'<script[^>]* src="(.*?)"', html)
    assert [each for each in scripts if not each.startswith("/static/")] == []


def test_search_engines_read_where_a_story_stood_before(client):
    elsewhere = "https://elders.example/stuk"
    story = make_story(source="Ziptone", source_url=elsewhere)

    html = seen(client, story)

    found = re.search(r'"isBasedOn": ({.*?})', html).group(1)
    first = {"@type": "CreativeWork", "name": "Ziptone", "url": elsewhere}
    assert json.loads(found) == first
    assert f'<link rel="canonical" href="{elsewhere}">' in html


def test_an_old_address_of_a_story_leads_to_the_new_one(
    client, django_capture_on_commit_callbacks
):
    story = make_story(slug="oud")
    story.slug = "nieuw"
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()

    response = client.get("/verhalen/oud/")

    assert (response.status_code, response["Location"]) == (301, "/verhalen/nieuw/")


def test_a_story_with_a_photo_is_shared_with_that_photo(client):
    story = make_story(photo=make_photo(size=(60, 40)))
    make_renditions(story.photo)

    html = seen(client, story)

    shared = re.search(r'property="og:image" content="([^"]+)"', html).group(1)
    assert shared.startswith("http://testserver/media/images/")
    assert shared.endswith(".jpg")


def test_a_story_without_a_photo_is_shared_with_its_drawing(client):
    story = make_story()

    html = seen(client, story)

    shared = re.search(r'property="og:image" content="([^"]+)"', html).group(1)
    assert shared.startswith(f"http://testserver/beeld/{story.pk}/")


def test_what_somebody_declares_stands_beside_the_name(client, time_machine, now):
    time_machine.move_to(now, tick=False)
    writer, editor = make_person("Els Dijkman"), make_person("Ruud Smit")
    make_interest(writer, "adviseur", with_whom="Belco")
    make_interest(editor, "oud", until=date(2024, 6, 1))
    story = make_story(by=writer)
    Credit.objects.create(story=story, person=editor, part="redactie")

    html = seen(client, story)

    assert "tekst (belang: adviseur, Belco)</span>" in html
    assert "redactie</span>" in html
