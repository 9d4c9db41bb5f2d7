"""Whatever happens, what an editor typed is kept, or the screen says that it is not."""

from playwright.sync_api import Page, Route, expect

from tests.journeys.cms import (
    act,
    add,
    add_text,
    log_in,
    paste,
    type_title,
    until_kept,
)

SIGNED_OUT = "Je bent uitgelogd"
UNREACHABLE = "De site is even niet bereikbaar"
READY_STORY = """
from tests.factories.stories import make_story
fields = {"slug": "nog-niet-rijp", "lead": "Het begin.", "kind": "nieuws"}
print(make_story("Nog niet rijp", live=False, **fields).pk)
"""


SAID_WHEN_PASTED = """() => {
  const sign = document.querySelector("#w-autosave-indicator");
  const frame = () => new Promise(requestAnimationFrame);
  const paste = new Promise((hear) => document.addEventListener("paste", hear));
  window.said = paste.then(frame).then(frame).then(() => sign.innerText.trim());
}"""


def start_story(page: Page, site, title: str, name: str = "redactie") -> None:
    log_in(page, site, name)
    add(page, site, "Verhalen", "Verhaal toevoegen")
    type_title(page, title)
    until_kept(page)


def lead(page: Page):
    return page.get_by_role("textbox", name="Inleiding*")


def questions(page: Page) -> list[str]:
    """What the browser asks when the tab is closed; the answer is "stay here"."""
    asked: list[str] = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return asked


def saves(route: Route) -> bool:
    asked = route.request
    return asked.method == "POST" and "json" in asked.headers["accept"]


def test_what_is_typed_during_a_save_is_saved_as_well(site, open_page):
    page = open_page()
    start_story(page, site, "Tijdens het bewaren")
    first = True

    def type_on(route: Route):
        nonlocal first
        if first and saves(route):
            first = False
            answer = route.fetch()
            lead(page).press_sequentially(" En dat typte ik intussen.")
            route.fulfill(response=answer)
        else:
            route.continue_()

    page.route("**/cms/pages/*/edit/", type_on)
    lead(page).fill("Dit stond er.")
    until_kept(page)

    page.reload()
    expect(lead(page)).to_have_value("Dit stond er. En dat typte ik intussen.")


def test_what_is_pasted_in_a_rich_text_is_not_called_saved_at_once(site, open_page):
    page = open_page()
    start_story(page, site, "Geplakt")
    add_text(page, "Verhaal*", "Dit stond er.")
    until_kept(page)

    page.evaluate(SAID_WHEN_PASTED)
    field = page.get_by_role("region", name="Verhaal*").get_by_role("textbox").last
    paste(field, "<p>Dit is geplakt.</p>")

    assert page.evaluate("window.said") != "Opgeslagen"
    until_kept(page)


def test_what_is_typed_the_moment_a_story_opens_is_saved(site, open_page):
    page = open_page()
    start_story(page, site, "Meteen beginnen")

    page.reload(wait_until="domcontentloaded")
    lead(page).press_sequentially("Nog voor alles er is.")
    until_kept(page)

    page.reload()
    expect(lead(page)).to_have_value("Nog voor alles er is.")


def test_a_form_with_errors_keeps_all_and_goes_on_saving(site, open_page):
    page = open_page()
    start_story(page, site, "Te vroeg geplaatst", "eindredactie")
    lead(page).press_sequentially("Voor de fout.")
    until_kept(page)
    date = page.get_by_role("textbox", name="Datum*")
    today = date.input_value()
    date.fill("3 april")
    date.press("Tab")

    act(page, "Publiceren")
    expect(page.get_by_role("status").first).to_contain_text("validatiefouten")
    expect(lead(page)).to_have_value("Voor de fout.")
    expect(date).to_have_value("3 april")
    expect(page.get_by_text("Voer een geldige datum in.").first).to_be_visible()
    date.fill(today)
    until_kept(page)
    lead(page).press("End")
    lead(page).press_sequentially(" Na de fout.")
    until_kept(page)

    page.reload()
    expect(lead(page)).to_have_value("Voor de fout. Na de fout.")


def test_closing_the_tab_asks_first_until_all_is_kept(site, open_page):
    page = open_page()
    start_story(page, site, "Tabblad dicht")
    asked = questions(page)

    lead(page).press_sequentially("x")
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    expect(lead(page)).to_have_value("x")

    until_kept(page)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_who_is_signed_out_while_typing_signs_in_elsewhere_and_loses_nothing(
    site, open_page
):
    page = open_page()
    start_story(page, site, "Uitgelogd")

    page.context.clear_cookies()
    lead(page).press_sequentially("Geschreven zonder sessie.")
    expect(page.get_by_role("alert")).to_contain_text(SIGNED_OUT)
    act(page, "Bewaar concept")
    expect(page.get_by_role("alert")).to_contain_text(SIGNED_OUT)
    expect(lead(page)).to_have_value("Geschreven zonder sessie.")

    with page.expect_popup() as opened:
        page.get_by_role("link", name="Log in", exact=True).click()
    log_in(opened.value, site, "redactie")
    page.bring_to_front()
    act(page, "Bewaar concept")
    expect(page.get_by_role("status").first).to_contain_text("opgeslagen")
    expect(lead(page)).to_have_value("Geschreven zonder sessie.")


def test_who_signs_in_again_elsewhere_asks_for_changes_and_loses_nothing(
    site, open_page
):
    page = open_page()
    log_in(page, site, "eindredactie")
    story = site.url(f"/cms/pages/{site.run(READY_STORY)}/edit/")
    page.goto(story)
    act(page, "Stuur door naar Eindredactie")
    expect(page.get_by_role("status").first).to_contain_text("goedkeuring ingediend")

    # with another session comes another token, which this form does not have
    page.goto(story)
    page.context.clear_cookies()
    log_in(page.context.new_page(), site, "eindredactie")
    lead(page).press_sequentially("Met een woord erbij. ")
    act(page, "Wijzigingsverzoek")
    window = page.get_by_role("dialog")
    window.get_by_role("textbox", name="Opmerking").fill("Nog een cijfer erbij.")
    window.get_by_role("button", name="Wijzigingsverzoek").click()

    expect(page.get_by_role("status").first).to_contain_text("Nog niet rijp")
    page.goto(story)
    expect(lead(page)).to_have_value("Met een woord erbij. Het begin.")


def test_a_site_that_is_away_for_a_moment_costs_nothing(site, open_page):
    page = open_page()
    start_story(page, site, "De trein in")

    page.context.set_offline(True)
    lead(page).press_sequentially("Geschreven in een tunnel.")
    expect(page.get_by_role("alert")).to_contain_text(UNREACHABLE)
    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_have_count(0)
    until_kept(page)

    page.reload()
    expect(lead(page)).to_have_value("Geschreven in een tunnel.")


def test_two_editors_at_once_both_find_their_words_back(site, open_page):
    one, other = open_page(), open_page()
    start_story(one, site, "Met z’n tweeën")
    log_in(other, site, "eindredactie")
    other.goto(one.url)
    expect(other.get_by_role("textbox", name="Titel*")).to_have_value("Met z’n tweeën")

    lead(one).press_sequentially("Van de een.")
    until_kept(one)
    lead(other).press_sequentially("Van de ander.")
    expect(other.get_by_text("Automatisch opslaan gepauzeerd").first).to_be_visible()
    expect(
        other.get_by_text("heeft een nieuwere versie opgeslagen").first
    ).to_be_attached()
    expect(lead(other)).to_have_value("Van de ander.")

    act(other, "Bewaar concept")
    other.get_by_role("dialog").get_by_role("button", name="Bewaar concept").click()
    expect(other.get_by_role("status").first).to_contain_text("is gewijzigd")
    expect(lead(other)).to_have_value("Van de ander.")
    with other.expect_navigation():
        other.get_by_role("link", name="Geschiedenis").first.click()
    kept = other.get_by_role("row").filter(has_text="Concept opgeslagen")
    kept.nth(1).get_by_role("button", name="Acties").click()
    other.get_by_role("link", name="Beoordeel deze versie").click()
    expect(lead(other)).to_have_value("Van de een.")
