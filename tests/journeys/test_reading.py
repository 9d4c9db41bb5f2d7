"""A reader opens the front page, reads a story, and finds it again by search."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import violations


@pytest.mark.parametrize(
    ("width", "scripts"), [(390, True), (1440, True), (390, False)]
)
def test_a_reader_finds_a_story_again(width, scripts, site, open_page):
    page = open_page(width=width, java_script_enabled=scripts)

    page.goto(site.url("/"))
    first = page.locator("main a[href^='/verhalen/']").filter(
        has_text=re.compile("...")
    )
    with page.expect_navigation():
        first.first.click()
    title = page.locator("h1").inner_text()
    story = page.url
    page.goto(site.url("/zoeken/"))
    page.get_by_role("searchbox").last.fill(title)
    page.get_by_role("searchbox").last.press("Enter")

    expect(page).to_have_url(re.compile(r"/zoeken/\?q="))
    found = page.locator("main").get_by_role("link", name=title)
    expect(found.first).to_have_attribute("href", story.removeprefix(site.url("")))
    if scripts:
        assert violations(page) == []


def test_a_search_for_nothing_that_is_there_helps_on(site, open_page):
    page = open_page(width=390)

    page.goto(site.url("/zoeken/?q=xyzzyplugh"))

    expect(page.get_by_role("searchbox").last).to_have_value("xyzzyplugh")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden")
    expect(page.get_by_role("link", name="Bekijk alle verhalen")).to_be_visible()
    assert violations(page) == []


def test_the_keyboard_is_enough_to_reach_what_is_written(site, open_page):
    page = open_page()
    page.goto(site.url("/"))

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(site.url("/#inhoud"))


SHEET = "navigator.share = async (what) => { window.shared = what; }"


def test_a_story_is_copied_and_given_to_the_sheet_of_the_browser(site, open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script(SHEET)  # headless browsers have none
    story = site.url("/verhalen/de-planner-schuift-aan/")
    page.goto(story)

    page.get_by_role("button", name="Kopieer het adres").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    page.get_by_role("button", name="Deel", exact=True).click()

    assert page.evaluate("navigator.clipboard.readText()") == story
    given = {"title": "De planner schuift aan", "url": story}
    assert page.evaluate("window.shared") == given


def test_a_story_on_paper_is_the_story_and_nothing_to_press(site, open_page):
    page = open_page()
    page.goto(site.url("/verhalen/de-planner-schuift-aan/"))

    page.emulate_media(media="print")

    expect(page.get_by_role("article").first).to_be_visible()
    expect(page.get_by_role("heading", name="Lees ook")).to_be_hidden()
    for pressed in ("button", "textbox", "contentinfo", "navigation"):
        for one in page.get_by_role(pressed, include_hidden=True).all():
            expect(one).to_be_hidden()
