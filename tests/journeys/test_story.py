"""A story, from the first word of an editor to the first reader."""

from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.cms import (
    act,
    add,
    add_text,
    choose,
    log_in,
    type_title,
    until_kept,
)

TITLE = "De kaart aan de muur"
ADDRESS = "/verhalen/de-kaart-aan-de-muur/"
LEAD = (
    "Een team hing zijn slechtste gesprek aan de muur. Iedereen mocht erbij schrijven."
)
TEXT = "Op maandag hing er 1 kaart, op vrijdag hingen er 14."


def write_story(page: Page, site) -> None:
    """All that a story needs, typed by somebody who never presses "Bewaar"."""
    add(page, site, "Verhalen", "Verhaal toevoegen")
    type_title(page, TITLE)
    page.get_by_role("textbox", name="Inleiding*").fill(LEAD)
    add_text(page, "Verhaal*", TEXT)
    page.get_by_label("Soort").select_option("verslag")
    choose(page, "Kies thema", "Mens")
    page.get_by_role("button", name="Voeg naam toe").click()
    choose(page, "Kies persoon", "Farida Boumans")
    page.get_by_label("Bijdrage").select_option("interview")


def test_a_story_is_written_by_an_editor_and_published_by_the_chief(site, open_page):
    editor, chief, reader = open_page(), open_page(), open_page(width=390)

    # written, and kept without a click
    log_in(editor, site, "redactie")
    write_story(editor, site)
    until_kept(editor)
    editor.reload()
    expect(editor.get_by_role("textbox", name="Titel*")).to_have_value(TITLE)
    expect(editor.get_by_role("textbox", name="Inleiding*")).to_have_value(LEAD)
    expect(editor.get_by_role("region", name="Verhaal*")).to_contain_text(TEXT)

    # looked at, and handed over: an editor does not publish
    editor.get_by_role("button", name="Toon/verberg voorvertoning").click()
    with editor.expect_popup() as opened:
        editor.get_by_role("link", name="Voorbeeld in een nieuw tabblad").click()
    preview = opened.value
    expect(preview.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(preview.get_by_text(TEXT)).to_be_visible()
    preview.close()
    editor.get_by_role("button", name="Meer acties").click()
    hand_over = editor.get_by_role("button", name="Stuur door naar Eindredactie")
    expect(hand_over).to_be_visible()
    expect(editor.get_by_role("button", name="Publiceren")).to_have_count(0)
    assert reader.goto(site.url(ADDRESS)).status == 404
    hand_over.click()
    expect(editor.get_by_role("status").first).to_contain_text("goedkeuring ingediend")

    # read by the chief, and published
    log_in(chief, site, "eindredactie")
    waiting = chief.get_by_role("region", name="In afwachting van jouw beoordeling")
    waiting.get_by_role("link", name=TITLE).click()
    expect(chief.get_by_role("region", name="Verhaal*")).to_contain_text(TEXT)
    act(chief, "Goedkeuren en publiceren")
    expect(chief.get_by_role("status").first).to_contain_text(TITLE)

    # and there it is
    reader.goto(site.url("/verhalen/"))
    reader.get_by_role("link", name=TITLE).click()
    expect(reader).to_have_url(site.url(ADDRESS))
    article = reader.get_by_role("article").first
    for words in (TITLE, LEAD, TEXT, "Farida Boumans", "interview", "Mens", "Verslag"):
        expect(article.get_by_text(words).first).to_be_visible()
    assert violations(reader) == []
