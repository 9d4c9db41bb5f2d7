"""A reader searches, meets an author, puts stories aside and hands them on."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import violations

TITLE = "De planner schuift aan"


@pytest.mark.parametrize(
    ("width", "scheme", "scripts"), [(390, "light", False), (1440, "dark", True)]
)
def test_a_selection_is_made_and_handed_on(width, scheme, scripts, site, open_page):
    look = {"width": width, "scheme": scheme}
    page = open_page(**look, java_script_enabled=scripts)
    page.goto(site.url("/zoeken/?q=planners"))
    page.locator("main").get_by_role("link", name=TITLE).first.click()

    page.locator(".left").get_by_role("link", name=re.compile(".")).first.click()
    expect(page).to_have_url(re.compile("/mensen/"))
    if scripts:
        assert violations(page) == []
    author = page.locator("h1").inner_text()
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Voeg toe aan selectie").first.click()
    expect(page.get_by_role("button", name="In je selectie").first).to_be_visible()
    page.goto(site.url("/verhalen/"))
    expect(page.get_by_label("Soort")).to_be_visible(visible=width > 390)  # no fold
    before = page.get_by_role("button", name="In je selectie").count()
    page.get_by_role("button", name="Voeg toe aan selectie").nth(1).dblclick()
    expect(page.get_by_role("button", name="In je selectie")).to_have_count(before + 1)
    if scripts:
        expect(page.locator(":focus")).to_have_text("In je selectie")
        assert violations(page) == []
        page.get_by_role("link", name="Bekijk je selectie (2)").click()

    page.goto(site.url("/selectie/"))
    expect(page.locator("main ol > li")).to_have_count(2)
    first = page.locator("main ol > li").filter(has_text=TITLE)
    first.get_by_role("textbox").fill(f"Voor ons overleg over {author}")
    with page.expect_navigation():
        first.get_by_role("button", name="Bewaar").click()
    page.get_by_role("button", name="Maak een link om te delen").click()

    expect(page.get_by_role("status")).to_contain_text("Je link is klaar")
    link = page.locator("main .mono").inner_text()
    other = open_page(**look)
    other.goto(link)
    expect(other.get_by_role("link", name=TITLE)).to_be_visible()
    expect(other.locator("main")).to_contain_text(f"Voor ons overleg over {author}")
    assert violations(other) == []
    other.get_by_role("button", name="Zet ze in mijn selectie").click()
    expect(other.locator("main ol > li")).to_have_count(2)
    other.emulate_media(media="print")
    expect(other.get_by_role("link", name=TITLE)).to_be_visible()
    for button in other.get_by_role("button", include_hidden=True).all():
        expect(button).to_be_hidden()


def test_a_button_tells_the_truth_offline_and_on_the_way_back(site, open_page):
    page = open_page(width=390)
    page.goto(site.url("/verhalen/"))
    button = page.get_by_role("button", name="Voeg toe aan selectie").nth(2)

    page.context.set_offline(True)
    button.click()
    expect(page.get_by_role("alert")).to_have_text(
        "Je hebt nu geen verbinding. Probeer het zo nog eens."
    )
    page.context.set_offline(False)
    button.click()
    expect(page.get_by_role("link", name="Bekijk je selectie (1)")).to_be_visible()
    button.click()
    expect(page.get_by_role("link", name="Bekijk je selectie (2)")).to_have_count(1)
    with page.expect_navigation():
        page.locator("article.story h2 a").last.click()
    page.get_by_role("button", name="Voeg toe aan selectie").first.click()
    expect(page.get_by_role("link", name="Bekijk je selectie (3)")).to_have_count(2)
    page.go_back()

    expect(page.get_by_role("button", name="In je selectie")).to_have_count(3)
    page.reload()
    with page.expect_navigation():
        page.get_by_role("link", name="Je selectie").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Haal eruit").first.click()
    page.go_back()
    page.go_back()

    expect(page.get_by_role("button", name="In je selectie")).to_have_count(2)
