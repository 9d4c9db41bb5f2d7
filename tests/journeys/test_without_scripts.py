"""A reader whose browser runs no scripts."""

import re

from playwright.sync_api import expect


def test_a_reader_without_scripts_filters_stories_and_goes_to_the_agenda(
    site, open_page
):
    page = open_page(width=390, java_script_enabled=False)
    page.goto(site.url("/verhalen/"))
    counted = page.get_by_role("status")
    everything = counted.inner_text()

    # fewer stories, all of the theme and the kind that were chosen
    page.locator("label.chip").filter(has_text="Mens").click()
    page.get_by_label("Soort").select_option("interview")
    page.get_by_role("button", name="Toon verhalen").click()
    expect(page).to_have_url(re.compile("thema=mens.*soort=interview"))
    expect(counted).not_to_have_text(everything)
    expect(page.get_by_label("Soort")).to_have_value("interview")
    found = page.get_by_role("region", name="Gevonden verhalen").get_by_role("link")
    story = found.first.inner_text()
    found.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(story)
    expect(page.get_by_role("article").first).to_contain_text("Mens")

    # the menu is there without scripts, too, and leads to the agenda
    page.get_by_role("button", name="Menu").click()
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    menu.get_by_role("link", name="Agenda").click()
    expect(page).to_have_url(site.url("/agenda/"))
    page.get_by_role("main").get_by_role("link", name="Hackathon").first.click()
    expect(page.get_by_role("button", name="Bestel je duoticket")).to_be_visible()
