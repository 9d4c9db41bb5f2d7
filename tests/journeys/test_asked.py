"""A reader answers, hands in a point and supports one; the lead answers on a phone."""

from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.cms import log_in
from tests.journeys.tickets import confirm

ASKED = "/vragenlijsten/zit-jouw-rol-aan-tafel/"
FIRST = "/vragenlijsten/wat-moet-er-beter-in-klantcontact/"
READER = "marit@voorbeeld.example"
POINT = "Laat de planner meeschrijven aan het rooster"


def heading(page: Page):
    return expect(page.get_by_role("heading", level=1))


def fill_in(reader: Page, watcher: Page, site) -> None:
    """A questionnaire, step by step, until it counts."""
    reader.goto(site.url(ASKED))
    expect(reader.get_by_text("zonder naam en zonder adres")).to_be_visible()
    with reader.expect_navigation():
        reader.get_by_role("button", name="Begin").click()
    watcher.goto(reader.url)
    assert violations(watcher) == []
    reader.get_by_label("Soms").check()
    reader.get_by_label("Roosters").check()
    reader.get_by_label("4", exact=True).check()
    reader.get_by_label("Nummer 1").select_option("Inspraak op het rooster")
    reader.get_by_label("Nummer 2").select_option("Een vaste plek in het overleg")
    reader.get_by_role("button", name="Verder").click()
    reader.get_by_label("Wat zou jij als eerste veranderen?").fill("Het maandrooster.")
    with reader.expect_navigation():  # both pages ask for an address
        reader.get_by_role("button", name="Verder").click()
    reader.get_by_label("Je e-mailadres").first.fill(READER)
    reader.get_by_role("button", name="Verstuur mijn antwoorden").click()
    confirm(reader, site, READER, "Ja, dit zijn mijn antwoorden", about="vragenlijst")
    heading(reader).to_have_text("Dank, je antwoorden zijn binnen")


def hand_in(reader: Page, lead: Page, site) -> None:
    """A point, which the lead reads and answers on the site."""
    reader.goto(site.url("/werkgroepen/mens/punten/indienen/"))
    reader.get_by_label("Wat zou er anders moeten?").fill(POINT)
    reader.get_by_label("Je e-mailadres").first.fill(READER)
    reader.get_by_role("button", name="Dien mijn punt in").click()
    confirm(reader, site, READER, "Ja, dien mijn punt in", about="indienen")
    expect(reader.get_by_role("status")).to_contain_text("Je punt is binnen")
    log_in(lead, site, "trekker-mens")
    lead.set_viewport_size({"width": 390, "height": 900})
    lead.goto(site.url("/werkgroepen/mens/werkruimte/punten/"))
    lead.get_by_role("link", name=POINT).click()
    lead.get_by_role("button", name="Zet het op de site").click()
    lead.get_by_role("radio", name="Gekozen", exact=True).check()
    lead.get_by_label("Jullie antwoord").fill("We proberen het bij 2 teams uit.")
    assert violations(lead) == []
    lead.get_by_role("button", name="Plaats het antwoord").click()
    expect(lead.get_by_role("status")).to_contain_text("Je antwoord staat op de site")


def test_from_an_answer_to_the_answer_of_the_group(site, open_page):
    reader = open_page(width=390, java_script_enabled=False)
    lead, watcher = open_page(), open_page(width=390, scheme="dark")

    fill_in(reader, watcher, site)
    hand_in(reader, lead, site)

    # which everybody reads, and supports
    reader.goto(site.url("/werkgroepen/mens/punten/?volgorde=nieuw"))
    reader.get_by_role("link", name=POINT).click()
    expect(reader.get_by_text("We proberen het bij 2 teams uit.")).to_be_visible()
    watcher.goto(reader.url)
    assert violations(watcher) == []
    reader.get_by_label("Je e-mailadres").first.fill(READER)
    reader.get_by_role("button", name="Ik steun dit punt").click()
    confirm(reader, site, READER, "Ja, ik steun dit punt", about="steunen")
    expect(reader.get_by_text("1 vakgenoot steunt")).to_be_visible()

    # and what thirty people answered, with the sum
    watcher.goto(site.url(f"{FIRST}uitslag/"))
    expect(watcher.get_by_text("1. Een norm die echt getoetst wordt")).to_be_visible()
    assert violations(watcher) == []
