"""In which order a search shows what it finds."""

import pytest
from bs4 import BeautifulSoup

from home.search import results
from tests.factories.home import make_person
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searchable")]


def test_what_is_on_very_many_pages_is_shown_newest_first(client, monkeypatch):
    """To put thousands in order of relevance takes seconds, and says nothing."""
    monkeypatch.setattr(results, "RANKED", 1)
    make_story("Roosteren, roosteren en nog eens roosteren")
    make_story("Over iets anders", lead="En ook over roosteren.")

    found = client.get("/zoeken/", {"q": "roosteren"}).context["results"]

    assert next(each.title for each in found) == "Over iets anders"


def test_the_newest_three_of_a_kind_stand_beside_the_first_page_of_all(
    client, monkeypatch
):
    monkeypatch.setattr(results, "A_PAGE", 1)
    for name in ("Een", "Twee", "Drie", "Vier"):
        make_story("Dirigent", by=make_person(f"Dirigent {name}"))

    def people(**asked):
        html = client.get("/zoeken/", {"q": "dirigent", **asked}).text
        found = BeautifulSoup(html, "html.parser").select("article:has(h2)")
        return [each.h2.text for each in found if "Persoon" in each.p.text]

    assert people() == ["Dirigent Vier", "Dirigent Drie", "Dirigent Twee"]
    narrowed = [{"pagina": 2}, {"soort": "verhalen"}, {"thema": "mens"}]
    assert [people(**each) for each in narrowed] == [[], [], []]


def test_an_editor_puts_a_page_on_top_for_a_word(client):
    story, hidden = make_story("Over iets heel anders"), make_story(live=False)
    client.force_login(make_user("Eindredactie"))
    picks = {"editors_picks-TOTAL_FORMS": "3", "editors_picks-INITIAL_FORMS": "0"}
    for place, page in enumerate([story, hidden]):
        picks |= {
            f"editors_picks-{place}-page": page.pk,
            f"editors_picks-{place}-description": "Begin hier.",
            f"editors_picks-{place}-ORDER": place,
        }
    picks |= {
        "editors_picks-2-external_link_url": "https://elders.example/",
        "editors_picks-2-external_link_text": "Elders",
        "editors_picks-2-description": "Of daar.",
        "editors_picks-2-ORDER": 2,
    }

    client.post("/cms/searchpicks/add/", {"query_string": "Coordinator", **picks})

    html = client.get("/zoeken/", {"q": "coördinator"}).text
    picked = BeautifulSoup(html, "html.parser").select("article.picked")
    assert [(each.a["href"], each.find_all("p")[-1].text) for each in picked] == [
        (story.url, "Begin hier."),
        ("https://elders.example/", "Of daar."),
    ]
