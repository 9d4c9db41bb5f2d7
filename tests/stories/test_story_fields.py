"""What an editor says about a story beside its text, and what readers see of it."""

import json
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import streamfield

from stories.models import StoryPage
from tests.asked import statements
from tests.factories.home import make_organisation, make_person
from tests.factories.stories import make_series, make_story
from tests.stories.desk import add_address, filled_in

pytestmark = pytest.mark.django_db


def seen(client, page) -> str:
    return client.get(page.url).content.decode()


def beside(client, story) -> list[tuple[str, str]]:
    """What stands below it to read on, and why."""
    page = BeautifulSoup(seen(client, story), "html.parser")
    return [
        (card.h3.text, "".join(why.text for why in card.select("p.soft")))
        for card in page.select("[aria-labelledby=lees-ook] article")
    ]


def test_an_interest_stands_with_the_names_and_on_every_card(client):
    story = make_story("Zelf", by=make_person(), interest="betaald door Vijfhoog")
    other = make_story("Ander")

    assert '<b>Belang</b><br><span class="soft">betaald door Vijfhoog<' in seen(
        client, story
    )
    for page in (other, story.get_parent()):
        assert "1 minuut · betaald door Vijfhoog</p>" in seen(client, page)


def test_a_story_that_stood_elsewhere_first_sends_engines_there(client):
    first = "https://vakblad.example/de-kaart/"
    story = make_story("De kaart", source="Vakblad", source_url=first)

    html = seen(client, story)

    assert f'Eerder verschenen bij <a href="{first}" rel="noopener">Vakblad</a>' in html
    assert re.findall('rel="canonical" href="(.*?)"', html) == [first]
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    article, way = json.loads(found.group(1))["@graph"]
    assert article["url"] == first
    assert way["itemListElement"][1]["item"] == story.full_url
    assert story.full_url not in client.get("/sitemap.xml").content.decode()


def test_a_story_of_our_own_is_its_own_address(client):
    story = make_story()

    assert story.canonical == story.full_url
    assert f'rel="canonical" href="{story.full_url}"' in seen(client, story)
    assert story.full_url in client.get("/sitemap.xml").content.decode()


def test_an_address_elsewhere_needs_a_name(client, chief):
    response = client.post(
        add_address(),
        filled_in(source_url="https://vakblad.example/", **{"action-publish": "1"}),
    )

    assert set(response.context["form"].errors) == {"source"}


def test_corrections_stand_under_the_story_the_newest_first(client):
    story = make_story(
        corrections=[
            ("correction", {"day": date(2026, 11, 20), "text": "Er stond 12."}),
            ("correction", {"day": date(2026, 12, 1), "text": "Er stond Venlo."}),
        ]
    )

    html = seen(client, story)

    assert '<a href="#correcties">Gecorrigeerd op 1 december 2026</a>' in html
    assert html.index("Er stond Venlo.") < html.index("Er stond 12.")
    assert '"@type": "CorrectionComment"' in html


def test_a_correction_is_made_in_the_editor(client, chief):
    made = streamfield(
        [("correction", {"day": "2026-11-20", "text": "Er stond 12.000."})]
    )

    client.post(add_address(), filled_in(corrections=made, **{"action-publish": "1"}))

    [correction] = StoryPage.objects.get().corrected
    assert correction == (date(2026, 11, 20), "Er stond 12.000.")


def test_who_spoke_of_it_elsewhere_is_named_with_a_link(client):
    mention = {"name": "Vakblad", "url": "https://vakblad.example/over/"}
    story = make_story(mentions=[("mention", mention)])

    link = (
        'Genoemd door <a href="https://vakblad.example/over/" rel="noopener nofollow"'
    )
    assert link in seen(client, story)
    assert "Genoemd door" not in seen(client, make_story())


def test_the_issue_of_the_magazine_is_named(client):
    story = make_story(magazine_issue="Vakblad 3, 2026")

    assert "Uit het magazine: Vakblad 3, 2026." in seen(client, story)


def test_what_the_editor_picked_comes_first_and_the_rest_fills_up(client):
    series, vijfhoog = make_series(), make_organisation("Vijfhoog")
    make_story("Thema", date="2026-01-03")
    make_story("Over Vijfhoog", theme="imago", organisation=vijfhoog, date="2026-01-01")
    make_story("Reeks", theme="imago", series=series, date="2026-01-02")
    picked = make_story("Gekozen", theme="kwaliteit", date="2025-01-01")
    story = make_story(series=series, organisation=vijfhoog)

    assert beside(client, story) == [
        ("Reeks", "Zelfde reeks"),
        ("Over Vijfhoog", "Ook over Vijfhoog"),
        ("Thema", "Ook over Mens"),
    ]
    story.picked = [("story", picked)]
    story.save()
    assert beside(client, story) == [
        ("Gekozen", "Gekozen door de redactie"),
        ("Reeks", "Zelfde reeks"),
        ("Over Vijfhoog", "Ook over Vijfhoog"),
    ]


def test_the_order_of_the_editor_is_kept_and_a_draft_is_left_out(client):
    old, draft = make_story("Oud", date="2020-01-01"), make_story("Nee", live=False)
    new = make_story("Nieuw", date="2026-12-01")
    story = make_story("Zelf", theme="imago", series=None)
    story.picked = [("story", each) for each in (old, draft, new)]
    story.save()

    assert [title for title, _ in beside(client, story)] == ["Oud", "Nieuw"]


def test_the_newest_fill_up_without_a_reason(client):
    make_story("Ander thema", theme="imago")

    assert beside(client, make_story()) == [("Ander thema", "")]


def test_picking_costs_no_question(client):

    story, others = make_story(), [make_story() for _ in range(3)]
    before = len(statements(client, story.url))

    story.picked = [("story", each) for each in others]
    story.save()

    assert len(statements(client, story.url)) == before


def test_what_comes_from_another_trade_says_so_above_it_and_on_every_card(client):
    story = make_story("De verpleegkundige", from_elsewhere=True)
    other = make_story("Ander")

    assert "Uit een andere branche" in seen(client, story)
    assert "1 minuut · uit een andere branche</p>" in seen(client, other)
    assert "Uit een andere branche" not in seen(client, other)
