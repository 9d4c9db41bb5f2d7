"""A viewer signs up and asks; the buzzmaster brings it in view, there and then."""

from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.cms import log_in
from tests.journeys.tickets import confirm

SESSION = "/agenda/aan-tafel-over-het-keurmerk/"
SCREENS = "/bijeenkomsten/aan-tafel-over-het-keurmerk/vragen/"
QUESTION = "Mag ik de toetsen nalezen?"


def test_from_signing_up_to_a_question_in_view(site, open_page):
    viewer, buzzmaster = open_page(width=390), open_page(scheme="dark")

    # a seat, by a click in the mail
    viewer.goto(site.url(SESSION))
    viewer.get_by_role("link", name="Meld je aan").click()
    viewer.get_by_label("Je naam").fill("Joke Veenstra")
    viewer.get_by_label("Je e-mailadres").fill("joke.kijkt@voorbeeld.example")
    viewer.get_by_label("Wat doe je in het vak").select_option(label="teamleider")
    assert violations(viewer) == []
    viewer.get_by_role("button", name="Meld me aan").click()
    confirm(viewer, site, "joke.kijkt@voorbeeld.example", "Ja, meld me aan")
    expect(viewer.get_by_role("heading", level=1)).to_have_text("Je doet mee")
    assert violations(viewer) == []

    # a question without a name, and support for another
    viewer.goto(site.url(SCREENS))
    viewer.get_by_label("Je vraag").fill(QUESTION)
    viewer.get_by_role("button", name="Stel je vraag").click()
    expect(viewer.get_by_text("Je vraag is binnen.")).to_be_visible()
    mine = viewer.get_by_role("listitem").filter(has_text=QUESTION)
    mine.get_by_role("button", name="Dit wil ik ook weten").click()
    expect(mine.get_by_role("button", name="Je steunt dit")).to_be_disabled()
    assert violations(viewer) == []

    # in view, and there by itself on the screen of the viewer
    log_in(buzzmaster, site, "trekker-kwaliteit")
    buzzmaster.goto(site.url(f"{SCREENS}buzzmaster/"))
    assert violations(buzzmaster) == []
    row = buzzmaster.get_by_role("listitem").filter(has_text=QUESTION)
    with buzzmaster.expect_navigation():
        row.get_by_role("button", name="In beeld").click()
    shown = viewer.get_by_role("region", name="Nu in beeld")
    expect(shown.get_by_text(QUESTION)).to_be_visible()
    buzzmaster.goto(site.url(f"{SCREENS}podium/"))
    expect(buzzmaster.get_by_text(QUESTION)).to_be_visible()
    assert violations(buzzmaster) == []
