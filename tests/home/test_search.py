"""Search: what is found, what never is, and input that means harm."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction
from wagtail.search.index import insert_or_update_object

from community.models import OutcomePage
from home.models import Term
from home.search.hits import Hits
from home.search.rules import only_words, readable
from home.search.suggestions import did_you_mean, vocabulary
from home.search.texts import plain
from stories.models import Theme
from tests.asked import statements, writes
from tests.factories.community import make_group, make_outcome
from tests.factories.home import make_organisation, make_person, make_photo
from tests.factories.stories import make_series, make_story, make_story_index

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searchable")]

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
    "\u037a",
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


def shown(response) -> list[list[str]]:
    """What the page says of each result."""
    page = BeautifulSoup(response.text, "html.parser")
    return [
        [line.text for line in each.find_all(["p", "h2"])]
        for each in page.select("main article")
    ]


def test_a_person_and_an_organisation_are_found_by_name(client):
    firm = make_organisation("Café Vijfhoog", place="Tiel")
    zoe = make_person("Zoë Vijfhoog", organisation=firm, function="planner")
    make_story("Van haar", by=zoe)
    make_person("Vijfhoog zonder pagina")

    both = shown(client.get("/zoeken/", {"q": "vijfho"}))
    only = shown(client.get("/zoeken/", {"q": "ZOE", "soort": "mensen"}))

    assert [each[:2] for each in both] == [
        ["Persoon", "Zoë Vijfhoog"],
        ["Organisatie", "Café Vijfhoog"],
        ["Verhaal / Mens", "Van haar"],
    ]
    assert only == [["Persoon", "Zoë Vijfhoog", "planner, Café Vijfhoog"]]


def test_a_term_is_found_by_its_word_and_leads_to_its_meaning(client):
    make_story_index()
    Term.objects.create(word="Callvolume", slug="callvolume", meaning="Hoe vaak.")

    found = client.get("/zoeken/", {"q": "callvolume"})
    meant = client.get("/zoeken/", {"q": "calvolume"}).text

    assert shown(found) == [["Begrip", "Callvolume", "Hoe vaak."]]
    assert '/begrippen/#callvolume">' in found.text
    assert 'Bedoelde je <a href="?q=callvolume">callvolume</a>?' in meant


def test_a_kind_and_a_theme_narrow_the_results_down(client):
    make_story("Dirigent in beeld", theme="imago")
    make_story("Dirigent aan het werk", theme="mens")
    make_series("Dirigenten")
    make_outcome(make_group("kwaliteit"), title="Dirigent gezocht")
    insert_or_update_object(OutcomePage.objects.get())

    every = client.get("/zoeken/", {"q": "dirigent"}).context["found"].kinds
    theme = found(client, "dirigent", thema="imago")
    of_a_group = found(client, "dirigent", thema="kwaliteit")
    outcomes = found(client, "dirigent", soort="uitkomsten")
    both = found(client, "dirigent", soort="verhalen", thema="mens")
    unknown = found(client, "dirigent", soort="onzin", thema="'")
    chosen = {"q": "dirigent", "soort": "verhalen", "thema": "mens"}
    html = client.get("/zoeken/", chosen).text

    assert ("uitkomsten", "Uitkomsten", 1) in every
    assert theme == ["Dirigent in beeld"]
    assert outcomes == of_a_group == ["Dirigent gezocht"]
    assert both == ["Dirigent aan het werk"]
    assert ": Verhalen, Mens</span>" in html
    assert "1 resultaat voor ‘dirigent’" in html
    assert len(unknown) >= 3


def test_a_theme_is_called_as_editors_call_it_now(client):
    make_story("Dirigent in beeld")
    Theme.objects.filter(slug="mens").update(name="De rol van de mens")

    page = client.get("/zoeken/", {"q": "dirigent"}).text

    assert "De rol van de mens" in page


def test_hits_are_marked_and_everything_else_is_text(client):
    make_story("De <b>dirigent</b> & co", lead="Wat dirigenten doen.")

    html = client.get("/zoeken/", {"q": "dirigent"}).content.decode()

    assert "De &lt;b&gt;<mark>dirigent</mark>&lt;/b&gt; &amp; co" in html
    assert "Wat <mark>dirigenten</mark> doen." in html


def test_words_are_marked_with_their_accents_and_short_ones_only_as_they_stand():
    assert Hits("een").marked("Eén eend") == "<mark>Eén</mark> eend"
    assert Hits("elan").marked("Meer élan") == "Meer <mark>élan</mark>"


def test_a_hit_in_the_text_is_shown_with_the_words_around_it(client):
    before, after = "Voor " * 60, " na" * 60
    body = [("text", f"<p>{before}staat de <b>roltrap</b> stil{after}</p>")]
    make_story("Iets anders", body=body)

    [result] = client.get("/zoeken/", {"q": "roltrap"}).context["results"].object_list

    assert "staat de roltrap stil na" in result.summary
    assert result.summary.startswith("… ")
    assert len(result.summary) < 300


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("De thuiswerker spreekt", "thuiswerkers"),
        ("Roltrappen horen erbij", "roltrap"),
        ("Crème de la crème", "creme"),
        ("Een façade", "facade"),
        ("Naïef", "NAIEF"),
        ("Facade", "façade"),
    ],
)
def test_inflections_and_accents_do_not_matter(client, title, words):
    make_story(title)

    assert found(client, words) == [title]


@pytest.mark.postgresql
@pytest.mark.parametrize("words", ["dirigent", "dirigenten"])
def test_postgresql_knows_the_stem_of_a_word(client, words):
    make_story("Een dirigent")
    make_story("Twee dirigenten")

    assert found(client, words) == ["Een dirigent", "Twee dirigenten"]


def test_a_slip_of_the_pen_gets_a_proposal_that_finds_something(client):
    make_story("Thuiswerken went", by=make_person("Farida Boumans"))
    make_story("Onzichtbaar geheim", live=False)
    make_organisation("Vijfhoog")
    make_person("Ilse Kwadrant")

    def meant(words):
        return client.get("/zoeken/", {"q": words}).context.get("meant")

    html = client.get("/zoeken/", {"q": "tuiswrken"}).content.decode()
    assert 'Bedoelde je <a href="?q=thuiswerken">thuiswerken</a>?' in html
    assert meant("thuiswerken") == ""
    assert meant("bouwmans") == "boumans"
    assert meant("gehiem") == ""
    assert meant("vijfhoogg") == ""  # it has no page
    assert meant("kwadrantt") == ""  # nor has she


def test_whatever_is_found_a_search_asks_at_most_ten_things(client):
    make_group("kwaliteit")
    for number in range(7):
        firm = make_organisation(f"Planner {number}")
        make_story("Planner", by=make_person("Planner", organisation=firm))

    for words in ("planner", "plannert", "plann", "qqqq"):
        asked = statements(client, "/zoeken/", q=words)

        assert len(asked) <= 10, words
        assert writes(asked) == [], words


def test_a_search_asks_at_most_ten_things_and_writes_nothing(client):
    make_series("Planners")

    for more in (3, 6):
        for _ in range(more):
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
    ("typed", "meant"),
    [
        ("thuswerken", "thuiswerken"),
        ("thiuswerken", "thuiswerken"),
        ("THUISWERKE", "thuiswerken"),
        ("coordinatr", "coördinator"),
        ("werken aan thuswerken", "werken aan thuiswerken"),
        ("thuiswerken", ""),
        ("heel iets anders", ""),
        ("de", ""),
        ("", ""),
        ("💥", ""),
    ],
)
def test_did_you_mean(typed, meant):
    known = vocabulary(["Thuiswerken, de coördinator", "2026 werken"])

    assert did_you_mean(typed, known) == meant


def test_the_words_of_blocks_are_found_without_what_is_around_them():
    stored = (
        '[{"type": "text", "value": "<p>Een&amp;twee</p><p>drie</p>", "id": "a"},'
        '{"type": "facts", "value": {"title": "Vier", "facts":'
        ' [{"type": "item", "value": {"label": "vijf", "value": "6"}, "id": "b"}]}}]'
    )

    assert plain(stored) == "Een&twee drie Vier vijf 6"
    assert plain("<p>gewoon</p>") == "gewoon"


@pytest.mark.parametrize(
    ("typed", "left"), [('"', ""), ('"een" - twee', "een twee"), ("💥 één", "één")]
)
def test_only_words(typed, left):
    assert only_words(typed) == left
