"""An outcome, from the lead of a working group to whoever follows that group."""

from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.cms import act, log_in, type_title, until_kept, write

TITLE = "Wie aan tafel zit, beslist mee"
ADDRESS = "/werkgroepen/mens/wie-aan-tafel-zit-beslist-mee/"
LEAD = "Een planner die pas na het besluit hoort wat er verandert, kan niets redden."
QUESTION = "Wie moet erbij zijn als een rooster verandert?"
WORK = "We spraken 6 planners en 2 teamleiders."
RESULT = "Vraag de planner voordat je iets afspreekt."
ELSEWHERE = ["snippets/stories/theme/", "settings/home/sitedetails/1/", "bestellingen/"]


def test_an_outcome_is_published_by_the_lead_of_a_group(site, open_page):
    lead, reader = open_page(), open_page(width=1440, scheme="dark")

    # written, and kept without a click
    log_in(lead, site, "trekker-mens")
    lead.goto(site.url("/cms/pages/"))
    lead.get_by_role("link", name="Voeg onderliggende pagina toe").click()
    type_title(lead, TITLE)
    lead.get_by_role("textbox", name="In het kort*").fill(LEAD)
    lead.get_by_role("textbox", name="De vraag*").fill(QUESTION)
    for part, text in {"Wat we deden*": WORK, "Wat het opleverde*": RESULT}.items():
        write(lead.get_by_role("region", name=part).get_by_role("textbox"), text)
    lead.get_by_label("Eigenaar").select_option("Ilse van Dam")
    lead.get_by_role("textbox", name="Volgende stap").fill("Bij 3 teams proberen.")
    until_kept(lead)
    assert reader.goto(site.url(ADDRESS)).status == 404

    # published, and there it is
    act(lead, "Publiceren")
    expect(lead.get_by_role("status").first).to_contain_text("gepubliceerd")
    reader.goto(site.url("/werkgroepen/mens/"))
    reader.get_by_role("link", name=TITLE, exact=True).click()
    expect(reader).to_have_url(site.url(ADDRESS))
    for words in (TITLE, LEAD, QUESTION, WORK, RESULT, "versie 0.1"):
        expect(reader.get_by_role("article").get_by_text(words).first).to_be_visible()
    assert violations(reader) == []


def test_a_lead_reaches_the_own_group_and_nothing_else(site, open_page):
    lead = open_page()

    log_in(lead, site, "trekker-mens")

    menu = lead.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.get_by_role("link")).to_have_text(["Documenten"])
    for address in ELSEWHERE:
        lead.goto(site.url(f"/cms/{address}"))
        expect(lead).to_have_url(site.url("/cms/"))
