"""The newsletter, from the field on the front page to the link at its foot."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.cms import add, log_in, until_kept, write

IRIS = "Iris+Nieuws@Voorbeeld.example"
TITLE = "Een nummer om te bewaren"
STORY = "De planner schuift aan"
EVENT = "Hackathon Een Nieuw Geluid"


def join(page: Page, site) -> None:
    """One field on the front page, then the button behind the link in the mail."""
    page.goto(site.url("/"))
    field = page.get_by_role("textbox", name="Je e-mailadres")
    field.fill(IRIS)
    field.press("Enter")
    expect(page.get_by_role("heading", name="Kijk in je mail")).to_be_visible()
    assert violations(page) == []
    page.goto(link_in(site.mail(IRIS.lower(), "Bevestig dat jij dit bent")))
    assert violations(page) == []
    page.get_by_role("button", name="Ja, stuur me de nieuwsbrief").click()
    expect(page.get_by_text("Je staat op de lijst.")).to_be_visible()
    assert violations(page) == []
    page.goto(site.url("/"))
    expect(page.get_by_role("contentinfo")).to_be_visible()
    expect(page.get_by_role("region", name="Eén mail per maand")).to_have_count(0)


def compose(page: Page, site) -> None:
    """A story and an event, chosen together and put in another order."""
    add(page, site, "Nieuwsbrief", "Nieuwsbrief toevoegen")
    page.get_by_role("textbox", name="Onderwerp*", exact=True).press_sequentially(TITLE)
    second = page.get_by_role("textbox", name="Regel na het onderwerp*")
    second.fill("Een stoel erbij voor wie plant.")
    opening = page.get_by_role("region", name="Opening*").get_by_role("textbox")
    write(opening, "Deze keer gaat het over wie er aan tafel zit.")
    for name in (EVENT, STORY):
        choose_page(page, name)
    items = page.get_by_role("region", name="Verhalen en evenementen")
    items.get_by_role("button", name="Verplaats naar boven").last.click()


def choose_page(page: Page, name: str) -> None:
    items = page.get_by_role("region", name="Verhalen en evenementen")
    items.get_by_role("button", name="Voeg pagina").click()
    window = page.get_by_role("dialog")
    listed = window.get_by_role("table").element_handle()
    window.get_by_role("textbox", name="Zoekterm").fill(name)
    listed.wait_for_element_state("hidden")  # what is ticked in it goes with it
    window.get_by_role("checkbox", name=name).check()
    window.get_by_role("button", name="Selectie bevestigen").click()
    expect(window).to_be_hidden()


def link_in(mail, words: str = "bevestigen|afmelden|voorkeuren") -> str:
    return re.search(rf"http\S+/({words})/\S+", text_of(mail))[0]


def text_of(mail) -> str:
    return mail.get_body(preferencelist=("plain",)).get_content()


def test_a_reader_joins_an_editor_writes_the_chief_sends_and_the_reader_leaves(
    site, open_page
):
    reader, editor = open_page(width=390), open_page()
    chief = open_page(scheme="dark")
    join(reader, site)

    # composed, looked at in both ways, and proofed
    log_in(editor, site, "redactie")
    compose(editor, site)
    until_kept(editor)
    editor.get_by_role("button", name="Meer acties").click()
    editor.get_by_role("button", name="Proef en versturen").click()
    expect(editor.get_by_text("Versturen doet de eindredactie")).to_be_visible()
    expect(editor.get_by_role("button", name="Verstuur aan")).to_have_count(0)
    editor.get_by_role("button", name="Stuur mij een proef").click()
    expect(editor.get_by_text("De proef is onderweg")).to_be_visible()
    proof = site.mail("redactie@", f"Proef: {TITLE}")
    assert text_of(proof).index(STORY) < text_of(proof).index(EVENT)

    # sent by the chief, who sees to how many
    log_in(chief, site, "eindredactie")
    chief.goto(editor.url)
    expect(chief.get_by_text(re.compile("Dit nummer gaat naar"))).to_be_visible()
    chief.get_by_role("button", name="Verstuur aan").click()
    expect(chief.get_by_text("Gepland:")).to_be_visible()
    site.pass_a_minute()
    mail = site.mail(IRIS.lower(), TITLE)
    chief.reload()
    expect(chief.get_by_text("Verstuurd.")).to_be_visible()

    # read on the site
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    reader.goto(re.search(r"http\S+/nieuwsbrief/een-nummer\S+", text_of(mail))[0])
    expect(reader.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(reader.get_by_role("link", name=STORY)).to_be_visible()
    assert violations(reader) == []
    chief.goto(site.url("/nieuwsbrief/"))
    expect(chief.get_by_role("link", name=TITLE)).to_be_visible()
    assert violations(chief) == []

    # and left, with one click
    reader.goto(link_in(mail, "afmelden"))
    assert violations(reader) == []
    reader.get_by_role("button", name="Meld me af").click()
    expect(reader.get_by_role("heading", name="Je bent afgemeld")).to_be_visible()
    assert violations(reader) == []
