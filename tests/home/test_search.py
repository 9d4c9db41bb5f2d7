"""Search: what is found, what never is, and input that means harm."""

import pytest
from wagtail.models import PageViewRestriction

from home.search.rules import only_words, readable
from tests.asked import statements, writes
from tests.factories.home import make_person, make_photo
from tests.factories.stories import make_series, make_story, make_story_index

pytestmark = pytest.mark.django_db

ODD = [
    '"',
    '"" "',
    "'",
    "%",
    "%%%",
    "\\",
    "\\x00",
    "*",
    "-",
    "- -",
    "()",
    "a & | ! <-> b",
    "NEAR(a b)",
    "title:thuis",
    ":",
    "een OR twee AND NOT",
    "💥",
    "👩‍💻 thuis",
    "\x01\x1f\x7f",
    "\u202ethuis",
    "ａ" * 50,
    "a" * 200,
    "woord " * 33,
    "<script>alert(1)</script>",
]


def found(client, words, **more) -> list[str]:
    response = client.get("/zoeken/", {"q": words, **more})
    results = response.context["results"]
    return sorted(result.title for result in results)


def test_an_empty_search_shows_the_form(client):
    make_story_index()

    response = client.get("/zoeken/")

    assert response.context["results"] is None
    assert b'type="search"' in response.content


@pytest.mark.parametrize(
    "words",
    ["thuiswerken", "THUISWERKEN", "koffietafel", "Brandsma", "planning", "roltrap"],
)
def test_a_story_is_found_by_title_body_author_and_topic(client, words):
    make_story(
        "Thuiswerken went",
        by=make_person("Lotte Brandsma"),
        topics=["planning"],
        body=[
            ("text", "<p>Wie de roltrap afstapt, ziet een balie.</p>"),
            ("question", {"question": "Waar?", "answer": "<p>Aan de koffietafel</p>"}),
        ],
    )

    assert found(client, words) == ["Thuiswerken went"]


def test_the_beginning_of_a_word_finds_it_when_no_whole_word_does(client):
    make_story("Thuiswerkers aan het woord")

    assert found(client, "thuiswerk") == ["Thuiswerkers aan het woord"]


def test_accents_do_not_matter(client):
    make_story("Eén coördinator")

    assert found(client, "coordinator") == ["Eén coördinator"]


def test_fixed_pages_are_found_too(client):
    make_story_index()

    assert "Privacy: wat we bewaren" in found(client, "geboortedatum")


def test_a_result_says_what_it_is_and_what_it_is_about(client):
    make_story("Rond de tafel", theme="imago", lead="Over het beeld van het vak.")

    result = client.get("/zoeken/", {"q": "tafel"}).context["results"].object_list[0]

    assert (result.kind, result.summary, result.theme, result.theme_slug) == (
        "verhaal",
        "Over het beeld van het vak.",
        "Imago",
        "imago",
    )
    assert result.url == "/verhalen/verhaal-" + result.url.split("-")[-1]


def test_drafts_and_private_pages_are_never_found(client):
    make_story("Geheime dirigent", live=False)
    secret = make_story("Besloten dirigent")
    PageViewRestriction.objects.create(
        page=secret.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )
    make_story("Open dirigent")

    assert found(client, "dirigent") == ["Open dirigent"]
    assert found(client, "dirig") == ["Open dirigent"]


@pytest.mark.parametrize("words", ODD)
def test_odd_input_gets_an_ordinary_page(client, words):
    make_story("Thuis")

    response = client.get("/zoeken/", {"q": words})

    assert response.status_code == 200
    assert b"<h1>Zoeken</h1>" in response.content


def test_a_null_character_is_refused_without_a_failure(client):
    make_story_index()

    response = client.get("/zoeken/", {"q": "thuis\x00werken"})

    assert response.status_code == 400


def test_too_long_gets_a_sentence_and_stays_where_it_was(client):
    make_story_index()
    words = "thuis" * 2000

    html = client.get("/zoeken/", {"q": words}).content.decode()

    assert "Zoek met hoogstens 200 tekens." in html
    assert words in html


def test_what_was_typed_is_shown_as_text(client):
    make_story_index()

    html = client.get("/zoeken/", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in html


def test_an_odd_page_number_shows_a_page(client):
    for _ in range(21):
        make_story("Dirigent")

    for page in ("abc", "-1", "0", "999", "1e9", "💥"):
        assert len(found(client, "dirigent", pagina=page)) in {1, 20}, page


def test_search_engines_are_kept_out_of_result_lists(client):
    make_story_index()

    assert b'content="noindex"' in client.get("/zoeken/", {"q": "a"}).content
    assert b'content="noindex"' not in client.get("/zoeken/").content


@pytest.mark.parametrize("number", [10, 30])
def test_a_search_asks_at_most_ten_things_and_writes_nothing(client, number):
    make_series("Planners")
    for _ in range(number):
        make_story("Planner", photo=make_photo(size=(30, 20)), by=make_person())

    asked = statements(client, "/zoeken/", q="planner")

    assert len(asked) <= 10
    assert len(asked) == len(set(asked))
    assert writes(asked) == []


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("  twee   woorden ", "twee woorden"),
        ("nul\x00teken", "nul teken"),
        ("regel\neen\ttab", "regel een tab"),
        ("title:thuis", "title thuis"),
        ("\ud800", ""),
        ("één 💥", "één 💥"),
    ],
)
def test_readable(typed, left):
    assert readable(typed) == left


@pytest.mark.parametrize(
    ("typed", "left"), [('"', ""), ('"een" - twee', "een twee"), ("💥 één", "één")]
)
def test_only_words(typed, left):
    assert only_words(typed) == left
