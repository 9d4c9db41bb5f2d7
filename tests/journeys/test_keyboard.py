"""The site with a keyboard and nothing else."""

from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.looks import TO_THE_EYE, layout_shift
from tests.journeys.tickets import EVENT, hold

ORDER_FORM = [  # one stop per question, in the order in which they are read
    "Meer tijd nodig?",
    "name",
    "email",
    "duo1-host",
    "duo1-guest",
    "duo1-guest_name",
    "duo1-guest_email",
    "kind",
    "agreed",
    "Lees de voorwaarden",
    "Bestellen en betalen",
]


def tab(page: Page) -> str:
    """Where the next press of Tab leads: the name of a field, else what it says."""
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    is_field = focused.evaluate("e => e.matches('input, select, textarea')")
    return focused.get_attribute("name") if is_field else focused.inner_text().strip()


def test_the_skip_link_shows_itself_and_skips_the_menu(site, open_page):
    page = open_page()
    page.goto(site.url(EVENT))

    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).not_to_be_in_viewport()
    assert tab(page) == "Naar de inhoud"
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("main").locator(":focus")).to_be_visible()


def test_the_menu_on_a_phone_opens_and_closes(site, open_page):
    page = open_page(width=390)
    page.goto(site.url("/"))
    menu = page.get_by_role("navigation", name="Hoofdmenu")

    page.get_by_role("button", name="Menu").focus()
    expect(menu).to_be_hidden()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    assert [tab(page) for _ in range(3)] == ["Sluiten", "Verhalen", "Werkgroepen"]

    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(menu).to_be_hidden()


def test_the_order_form_is_walked_in_its_order(site, open_page):
    page = open_page()

    hold(page, site)
    page.get_by_role("banner").get_by_role("link").last.focus()

    assert [tab(page) for _ in ORDER_FORM] == ORDER_FORM


def test_a_wrong_form_leads_to_what_is_wrong_and_from_there_to_the_field(
    site, open_page
):
    page = open_page(width=390)
    hold(page, site)

    page.get_by_role("button", name="Bestellen en betalen").focus()
    page.keyboard.press("Enter")

    expect(page).to_have_title("Fout: Duoticket bestellen | Een Nieuw Geluid")
    expect(page.get_by_role("alert")).to_be_focused()
    assert tab(page) == "Vul je naam in."
    page.keyboard.press("Enter")
    name = page.get_by_role("textbox", name="Voor- en achternaam")
    expect(name).to_be_focused()
    expect(name).to_have_accessible_description("Vul je naam in.")


def test_the_box_of_the_newsletter_is_closed_and_stays_away(site, open_page):
    page = open_page(width=390)
    page.goto(site.url("/"))
    box = page.get_by_role("region", name="Eén mail per maand")

    box.get_by_role("link", name="Wat we bewaren").focus()
    assert tab(page) == "Niet meer tonen"
    page.keyboard.press("Enter")
    expect(box.get_by_text("Goed, in deze browser")).to_be_focused()
    expect(box.get_by_role("textbox")).to_have_count(0)
    assert violations(page) == []

    # elsewhere as well, where nothing moves; the page about it is no box
    page.goto(site.url("/verhalen/de-planner-schuift-aan/"))
    expect(page.get_by_role("contentinfo")).to_be_visible()
    expect(box).to_have_count(0)
    assert layout_shift(page) <= TO_THE_EYE
    page.goto(site.url("/nieuwsbrief/"))
    expect(page.get_by_role("textbox", name="Je e-mailadres")).to_be_visible()
