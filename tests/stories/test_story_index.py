"""The list of stories: order, filters, pages, and what that costs."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from stories.models import Credit
from stories.pages.story_page import cards
from tests.asked import statements
from tests.factories.home import make_organisation, make_person, make_photo
from tests.factories.stories import make_series, make_story, make_story_index

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [story.title for story in response.context["pages"]]


@pytest.mark.parametrize("number", [10, 30])
def test_24_cards_ask_at_most_ten_things(client, number):
    series, author = make_series(), make_person()
    photos = [make_photo(size=(30, 20)) for _ in range(3)]
    for turn in range(number):
        make_story(
            by=author, series=series, photo=photos[turn % 3], topics=["planning"]
        )

    asked = statements(client, "/verhalen/")

    assert len(asked) <= 10
    assert len(asked) == len(set(asked))


def test_the_newest_story_comes_first_and_drafts_do_not_come(client):
    make_story("Oud", date="2026-01-01")
    make_story("Nieuw", date="2026-11-01")
    make_story("Concept", live=False)

    response = client.get("/verhalen/")

    assert titles(response) == ["Nieuw", "Oud"]


def test_an_empty_site_says_so(client):
    make_story_index()

    response = client.get("/verhalen/")

    assert "Er staan nog geen verhalen" in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"thema": "imago"}, ["E", "B"]),
        ({"onderwerp": "planning"}, ["A"]),
        ({"reeks": "kloppend-hart"}, ["C"]),
        ({"soort": "column"}, ["D"]),
        ({"organisatie": "inhouse"}, ["E"]),
        ({"organisatie": "leverancier"}, []),
        ({"thema": "mens", "soort": "column"}, ["D"]),
        ({"thema": "kwaliteit"}, []),
        ({"thema": ""}, ["E", "D", "C", "B", "A"]),
    ],
)
def test_filters_narrow_the_list_down(client, asked, found):
    make_story("A", topics=["planning"])
    make_story("B", theme="imago")
    make_story("C", series=make_series())
    make_story("D", kind="column")
    make_story("E", organisation=make_organisation(kind="inhouse"), theme="imago")

    response = client.get("/verhalen/", asked)

    assert titles(response) == found
    assert response.context["pages"].paginator.count == len(found)


def test_an_answer_says_how_many_stories_it_gives_beside_the_other_answers(client):
    inhouse = make_organisation(kind="inhouse")
    make_story(theme="mens", kind="column", topics=["planning"], organisation=inhouse)
    make_story(theme="mens", kind="interview", topics=["planning", "opleiden"])
    make_story(theme="imago", kind="column", topics=["werving"])
    make_story(theme="imago", kind="column", live=False)

    choice = client.get("/verhalen/", {"thema": "mens"}).context["filter"]

    assert [(slug, n) for slug, _, n in choice.theme.answers] == [
        ("imago", 1),
        ("mens", 2),
    ]
    assert [(kind, n) for kind, _, n in choice.kind.answers] == [
        ("interview", 1),
        ("column", 1),
    ]
    assert [(kind, n) for kind, _, n in choice.organisation.answers] == [("inhouse", 1)]
    assert [(slug, n) for slug, _, n in choice.topic.answers] == [
        ("opleiden", 1),
        ("planning", 2),
    ]


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ({}, "/verhalen/"),
        ({"thema": "mens"}, "/verhalen/?thema=mens"),
        ({"onderwerp": "planning"}, "/onderwerpen/planning/"),
        ({"reeks": "kloppend-hart"}, "/verhalen/kloppend-hart/"),
        (
            {"soort": "column", "thema": "mens"},
            "/verhalen/?thema=mens&amp;soort=column",
        ),
        ({"thema": "onzin", "utm": "x"}, "/verhalen/"),
        ({"pagina": "99"}, "/verhalen/"),
    ],
)
def test_one_list_has_one_address(client, asked, address):
    make_story(topics=["planning"], series=make_series())

    html = client.get("/verhalen/", asked).content.decode()

    assert f'<link rel="canonical" href="http://testserver{address}">' in html


def test_combined_choices_are_no_pages_for_search_engines(client):
    make_story()

    one = client.get("/verhalen/", {"thema": "mens"}).content
    two = client.get("/verhalen/", {"thema": "mens", "soort": "column"}).content

    assert b'name="robots"' not in one
    assert b'content="noindex, follow"' in two


def test_the_folded_filter_says_what_was_chosen(client):
    make_story()
    folded = "<summary><span>Filter{}</span></summary>"

    nothing = client.get("/verhalen/").text
    both = client.get("/verhalen/", {"thema": "mens", "soort": "column"}).text

    assert folded.format("") in nothing
    assert folded.format('<span class="small">: Mens, column</span>') in both


@pytest.mark.parametrize(
    "asked",
    [
        {"thema": "bestaat-niet"},
        {"thema": "é💥" * 4000},
        {"onderwerp": "'; drop table"},
        {"reeks": '"'},
        {"soort": "%\\"},
        {"organisatie": "%"},
    ],
)
def test_an_unknown_filter_shows_all_and_says_so(client, asked):
    make_story("A")

    response = client.get("/verhalen/", asked)

    assert titles(response) == ["A"]
    assert "Dat kennen we niet." in response.content.decode()


def test_an_odd_page_number_shows_a_page(client):
    for _ in range(25):
        make_story()

    for page, number in [("abc", 1), ("-1", 2), ("99", 2), ("", 1), ("2", 2)]:
        response = client.get("/verhalen/", {"pagina": page})
        assert response.context["pages"].number == number, page


def test_the_way_to_older_stories_keeps_the_filter(client):
    for _ in range(25):
        make_story(theme="imago")

    html = client.get("/verhalen/", {"thema": "imago"}).content.decode()

    assert 'href="?thema=imago&amp;pagina=2"' in html


def test_a_card_names_the_first_author_and_says_that_there_are_more(client):
    story = make_story(by=make_person("Lotte Brandsma"))
    second = make_person("Pim Ravesloot")
    story.credits.add(Credit(person=second, part=Credit.Part.INTERVIEW))
    story.save()
    make_story(by=second, date="2026-01-01")
    make_story(date="2025-01-01")

    response = client.get("/verhalen/")

    bylines = [story.byline for story in response.context["pages"]]
    assert bylines == ["Lotte Brandsma e.a.", "Pim Ravesloot", "redactie"]


def test_a_card_says_what_it_leads_to(client):
    series = make_series("Kloppend Hart")
    make_story("Een", lead="Wie luistert er?", series=series, by=make_person("Noor"))
    make_story("Twee", kind="column", date="2026-01-01", from_elsewhere=True)

    page = BeautifulSoup(client.get("/verhalen/").content, "html.parser")

    cards = [[each.get_text() for each in card("p")] for card in page("article")]
    assert cards == [
        [
            "Kloppend Hart / Mens",
            "Wie luistert er?",
            "19 november 2026 · Noor · 1 minuut",
        ],
        [
            "Column / Mens",
            "In Amersfoort schenkt een mens de koffie.",
            "1 januari 2026 · redactie · 1 minuut · uit een andere branche",
        ],
    ]


def test_a_series_lists_its_stories(client):
    series = make_series("Kloppend Hart")
    make_story("Erin", series=series)
    make_story("Erbuiten")

    response = client.get(series.url)

    assert titles(response) == ["Erin"]


def test_a_series_says_how_often_it_comes(client):
    page = client.get(make_series(rhythm="elke maandag").url).text

    assert "Verschijnt elke maandag." in page


def test_a_series_asks_the_same_with_few_and_with_many(client):
    series = make_series()
    make_story(series=series, photo=make_photo(size=(30, 20)), by=make_person())
    few = len(statements(client, series.url))
    for _ in range(4):
        make_story(series=series, photo=make_photo(size=(30, 20)), by=make_person())

    many = len(statements(client, series.url))

    assert few == many <= 8


def test_an_unknown_story_is_not_found(client):
    make_story_index()

    response = client.get("/verhalen/bestaat-niet/")

    assert response.status_code == 404


def test_a_topic_has_a_page_when_there_is_a_story_about_it(client):
    make_story("Over planning", topics=["planning"])
    make_story("Over iets anders", topics=["opleiden"])
    make_story("Van een ander thema", topics=["keurmerk"])
    make_story(topics=["vitaliteit"], live=False)

    response = client.get("/onderwerpen/planning/")

    html = response.content.decode()
    assert titles(response) == ["Over planning"]
    assert 'href="/onderwerpen/opleiden/"' in html
    for left_out in ("planning", "keurmerk", "vitaliteit"):
        assert f'href="/onderwerpen/{left_out}/"' not in html
    assert '"@type": "BreadcrumbList"' in html
    assert client.get("/onderwerpen/vitaliteit/").status_code == 404


def test_a_topic_asks_the_same_with_few_and_with_many(client):
    make_story(topics=["planning"], photo=make_photo(size=(30, 20)), by=make_person())
    few = len(statements(client, "/onderwerpen/planning/"))
    for _ in range(9):
        photo = make_photo(size=(30, 20))
        make_story(topics=["planning", "opleiden"], photo=photo, by=make_person())

    many = len(statements(client, "/onderwerpen/planning/"))

    assert few == many <= 8


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="asks for the plan of SQLite; PostgreSQL reads so few rows whole",
)
def test_the_first_page_of_a_long_list_reads_the_first_stories_only():
    """It took minutes with ten thousand: all pages were read for each of them."""
    plan = cards()[:24].explain().splitlines()

    assert "USING INDEX stories_storypage_date" in plan[0]
    assert [line for line in plan if "SCAN wagtailcore_page" in line] == []
    assert [line for line in plan if "TEMP B-TREE" in line] == []
    assert any("SEARCH V0 USING INTEGER PRIMARY KEY" in line for line in plan)
