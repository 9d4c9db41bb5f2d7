"""A reader whose browser runs no scripts."""

import re

from playwright.sync_api import expect

from tests.journeys.tickets import confirm

READER = "oordeel@zonderscripts.example"
CALLER = "oproep@zonderscripts.example"
SUBSCRIBER = "nieuws@zonderscripts.example"


def test_a_reader_without_scripts_filters_stories_and_goes_to_the_agenda(
    site, open_page
):
    page = open_page(width=390, java_script_enabled=False)
    page.goto(site.url("/verhalen/"))
    counted = page.get_by_role("status")
    everything = counted.inner_text()

    # fewer stories, all of the theme and the kind that were chosen
    page.get_by_text("Filter", exact=True).click()
    page.locator("label.chip").filter(has_text="Mens").click()
    page.get_by_label("Soort").select_option("interview")
    page.get_by_role("button", name="Toon verhalen").click()
    expect(page).to_have_url(re.compile("thema=mens.*soort=interview"))
    expect(counted).not_to_have_text(everything)
    page.get_by_text("Filter: Mens, interview").click()
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


def test_a_reader_without_scripts_does_all_that_one_can_do_under_a_story(
    site, open_page
):
    page = open_page(width=390, java_script_enabled=False)

    # a film is a link to where it is; nothing to press that needs a script
    page.goto(site.url("/verhalen/van-3000-naar-12000-per-dag/"))
    film = page.get_by_role("link", name="Film bij Vimeo")
    expect(film).to_have_attribute("href", re.compile("^https://vimeo.com/"))
    expect(page.get_by_role("link", name="Mail dit door")).to_be_visible()
    for scripted in ("Kopieer het adres", "Niet meer tonen"):
        expect(page.get_by_role("button", name=scripted)).to_have_count(0)

    # a case is judged
    page.goto(site.url("/verhalen/onze-chatbot-mislukte-dit-leerden-we/"))
    page.get_by_role("link", name="Lees waarom, en zeg het zelf").click()
    page.get_by_role("radio", name=re.compile("^Herkenbaar")).check()
    page.get_by_label("Wat is je rol?").select_option("kwaliteit")
    page.get_by_label("Je e-mailadres, dat").fill(READER)
    page.get_by_role("button", name="Geef mijn oordeel").click()
    confirm(page, site, READER, "Ja, tel mijn oordeel mee")
    expect(page.get_by_role("status")).to_contain_text("Je oordeel telt mee.")

    # a call is answered
    page.goto(site.url("/verhalen/wie-neem-jij-mee/"))
    page.get_by_role("link", name=re.compile("wie er meedoet|als eerste mee")).click()
    page.get_by_label("Wat is je rol?").select_option("kwaliteit")
    page.get_by_label("Je e-mailadres, dat").fill(CALLER)
    page.get_by_role("button", name="Ik doe mee").click()
    confirm(page, site, CALLER, "Ja, ik doe mee")
    expect(page.get_by_role("status")).to_contain_text("Je doet mee.")

    # the newsletter is asked for, chosen and left
    page.goto(site.url("/nieuwsbrief/"))
    page.get_by_label("Je e-mailadres").first.fill(SUBSCRIBER)
    page.get_by_label("Mens").first.check()
    page.get_by_role("button", name="Meld me aan").first.click()
    confirm(page, site, SUBSCRIBER, "Ja, stuur me de nieuwsbrief")
    expect(page.get_by_text("Je staat op de lijst.")).to_be_visible()
    expect(page.get_by_label("Mens").first).to_be_checked()
    page.get_by_role("link", name="Meld me af").click()
    page.get_by_role("button", name="Meld me af").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent afgemeld")
