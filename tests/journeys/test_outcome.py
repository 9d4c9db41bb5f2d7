"""An outcome, from the lead of a working group to whoever follows that group."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.cms import log_in
from tests.journeys.tickets import link_in

TITLE = "Wie aan tafel zit, beslist mee"
ADDRESS = "/werkgroepen/mens/wie-aan-tafel-zit-beslist-mee/"
LEAD = "Een planner die pas na het besluit hoort wat er verandert, kan niets redden."
QUESTION = "Wie moet erbij zijn als een rooster verandert?"
WORK = "We spraken 6 planners en 2 teamleiders."
RESULT = "Vraag de planner voordat je iets afspreekt."
TEXTS = {
    "Titel": TITLE,
    "In het kort": LEAD,
    "De vraag": QUESTION,
    "Wat we deden": WORK,
    "Wat het opleverde": RESULT,
}
SPACE = "/werkgroepen/mens/werkruimte/"
DOCUMENT = "Zes gesprekken met planners"
PDF = {"name": "gesprekken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
NAME, EMAIL = "Roel Veenstra", "roel@voorbeeld.example"
ELSEWHERE = ["snippets/stories/theme/", "settings/home/sitedetails/1/", "bestellingen/"]


def share_a_document(lead: Page, reader: Page, site) -> None:
    """It is the members’, until the lead lets everybody read it."""
    lead.goto(site.url(f"{SPACE}documenten/"))
    lead.get_by_label("Titel").fill(DOCUMENT)
    lead.get_by_label("Bestand").set_input_files(PDF)
    lead.get_by_role("button", name="Zet erbij").click()
    private = lead.get_by_role("link", name=DOCUMENT).get_attribute("href")
    assert violations(lead) == []
    reader.goto(site.url(private))
    expect(reader).to_have_url(re.compile("/account/inloggen/"))
    row = lead.get_by_role("listitem").filter(has_text=DOCUMENT)
    row.get_by_role("button", name="Plaats voor iedereen").click()
    expect(lead.get_by_text("iedereen leest dit")).to_be_visible()
    reader.goto(site.url("/werkgroepen/mens/"))
    expect(reader.get_by_role("link", name=DOCUMENT)).to_be_visible()


def invite(lead: Page, reader: Page, site) -> None:
    """Somebody is asked by mail to join the group, and says yes."""
    lead.goto(site.url(f"{SPACE}uitnodigen/"))
    lead.get_by_label("Naam").fill(NAME)
    lead.get_by_label("E-mailadres").first.fill(EMAIL)
    lead.get_by_role("button", name="Stuur de vraag").click()
    expect(lead.get_by_role("listitem").filter(has_text=EMAIL)).to_be_visible()
    assert violations(lead) == []
    site.pass_a_minute()
    asked = site.mail(EMAIL, "mee te doen in werkgroep Mens")
    reader.goto(link_in(asked, "/bevestigen/"))
    with reader.expect_navigation():
        reader.get_by_role("button", name="Ja, ik doe mee").click()
    reader.goto(site.url("/werkgroepen/mens/leden/"))
    expect(reader.get_by_text(NAME)).to_be_visible()


def test_an_outcome_is_published_from_the_working_space(site, open_page):
    lead, reader = open_page(), open_page(width=1440, scheme="dark")

    # written on a phone, and kept as a draft that only members read
    log_in(lead, site, "trekker-mens")
    lead.goto(site.url(SPACE))
    assert violations(lead) == []
    lead.get_by_role("link", name="Uitkomsten", exact=True).click()
    lead.get_by_role("link", name="Nieuwe uitkomst").click()
    for label, text in TEXTS.items():
        lead.get_by_label(label).first.fill(text)
    lead.get_by_role("button", name="Bewaar als concept").click()
    expect(lead.get_by_role("status")).to_contain_text("Bewaard.")
    assert reader.goto(site.url(ADDRESS)).status == 404

    # what is missing is said; then it is published, and there it is
    lead.get_by_role("link", name=f"Schrijf aan {TITLE}").click()
    lead.get_by_role("button", name="Plaats voor iedereen").click()
    lead.get_by_role("link", name="Kies wie hiervoor zorgt.").click()
    assert violations(lead) == []
    lead.get_by_label("Eigenaar").select_option("Ilse van Dam")
    lead.get_by_label("Volgende stap").fill("Bij 3 teams proberen.")
    lead.get_by_role("button", name="Plaats voor iedereen").click()
    expect(lead.get_by_role("status")).to_contain_text("Geplaatst.")
    reader.goto(site.url("/werkgroepen/mens/"))
    reader.get_by_role("link", name=TITLE).first.click()
    expect(reader).to_have_url(site.url(ADDRESS))
    for words in (TITLE, LEAD, QUESTION, WORK, RESULT, "versie 0.1", "Ilse van Dam"):
        expect(reader.get_by_role("article").get_by_text(words).first).to_be_visible()
    assert violations(reader) == []

    share_a_document(lead, reader, site)
    invite(lead, reader, site)


def test_a_lead_reaches_the_own_group_and_nothing_else(site, open_page):
    lead = open_page()

    log_in(lead, site, "trekker-mens")

    menu = lead.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.get_by_role("link")).to_have_text(["Documenten"])
    for address in ELSEWHERE:
        lead.goto(site.url(f"/cms/{address}"))
        expect(lead).to_have_url(site.url("/cms/"))
