"""How somebody with a login works in the back office, by what is on the screen."""

from playwright.sync_api import Locator, Page, expect

from config.demo.logins import LOGINS


def log_in(page: Page, site, name: str) -> None:
    """As one of the logins that `make run` prints."""
    login = next(login for login in LOGINS if login.name == name)
    page.goto(site.url("/cms/"))
    page.get_by_role("textbox", name="Gebruikersnaam").fill(login.name)
    page.get_by_role("textbox", name="Wachtwoord").fill(login.password)
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("button", name=login.first_name)).to_be_visible()


def add(page: Page, site, section: str, link: str) -> None:
    """To an empty form, by the menu; what its scripts add to it is there."""
    page.goto(site.url("/cms/"))
    for name in (section, link):
        with page.expect_navigation():
            page.get_by_role("link", name=name, exact=True).click()


def type_title(page: Page, title: str) -> None:
    """Key by key: the address of the page is filled in while one types."""
    page.get_by_role("textbox", name="Titel*").press_sequentially(title)


def insert(page: Page, part: str, block: str) -> Locator:
    """A new block at the end of this part of the form.

    Wagtail unfolds it a moment later and gives it the focus; until then the fields of
    the block before it are the last on the screen."""
    form = page.get_by_role("region", name=part)
    form.get_by_role("button", name="Blok invoegen").last.click()
    blocks = form.locator("[data-streamfield-child]")
    new = blocks.nth(blocks.count())
    page.get_by_role("option", name=block, exact=True).click()
    expect(new.locator(":focus")).to_be_visible()
    return new


def add_text(page: Page, part: str, text: str) -> None:
    """A block of text, at the end of this part of the form."""
    write(insert(page, part, "Tekst").get_by_role("textbox"), text)


def write(field: Locator, text: str) -> None:
    """In an editor of rich text, which hears keys only once it has the focus."""
    field.click()
    expect(field).to_be_focused()
    field.press_sequentially(text)


PASTE = """(field, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const pasted = { clipboardData, bubbles: true, cancelable: true };
  field.dispatchEvent(new ClipboardEvent("paste", pasted));
}"""


def paste(field: Locator, html: str) -> None:
    """What another program put on the clipboard, in an editor of rich text."""
    field.click()
    expect(field).to_be_focused()
    field.evaluate(PASTE, html)


def choose(page: Page, button: str, name: str) -> None:
    """Pick something by its name in the window that this button opens."""
    page.get_by_role("button", name=button).click()
    window = page.get_by_role("dialog")
    window.get_by_role("link", name=name, exact=True).click()
    expect(window).to_be_hidden()


def until_kept(page: Page) -> None:
    """The page says that all that was typed is safe, without a click on anything."""
    expect(page.get_by_text("Opgeslagen", exact=True)).to_be_visible()


def act(page: Page, action: str) -> None:
    """One of the actions at the foot of the form; the rest stands behind a button."""
    page.wait_for_load_state()  # until then that button opens nothing
    actions = page.get_by_role("navigation", name="Acties (footer)")
    button = actions.get_by_role("button", name=action, exact=True)
    if not button.is_visible():
        actions.get_by_role("button", name="Meer acties").click()
    button.click()
