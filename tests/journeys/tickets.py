"""What a buyer and a guest do on their way, by what is on the screen."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.axe import violations

EVENT = "/agenda/hackathon/"
EVERYONE_SIGHTED = [(390, "light"), (1440, "dark")]
MAKE_AN_EVENT = """
from datetime import timedelta
from django.utils import timezone
from events.models import EventIndexPage, EventPage
from tests.factories.events import make_event, make_ticket

at = timezone.now() + timedelta(days=100)
event = make_event(name="{name}", slug="{slug}", capacity={capacity}, starts_at=at)
make_ticket(event=event)
EventIndexPage.objects.get().add_child(
    instance=EventPage(
        event=event, title=event.name, slug=event.slug, lead="Oefen wat er mis kan."
    )
)
"""


class Checks:
    """Lets axe look at each page on the way once, by turns on a phone and in the dark.

    Axe needs scripts, and who walks the way here has none: the page is opened again,
    which its address allows to whoever knows it."""

    def __init__(self, open_page):
        self._pages = [open_page(width=w, scheme=s) for w, s in EVERYONE_SIGHTED]
        self.found: list[str] = []

    def look_at(self, page: Page) -> None:
        self._pages.reverse()
        self._pages[0].goto(page.url)
        self.found += violations(self._pages[0])


def hold(page: Page, site, *, event: str = EVENT, pairs: int = 1) -> None:
    """From the page of the event to the form of an order."""
    page.goto(site.url(event))
    page.get_by_label("Hoeveel duo’s?").select_option(str(pairs))
    page.get_by_role("button", name="Bestel je duoticket").click()
    expect(page.get_by_role("button", name="Bestellen en betalen")).to_be_visible()


def fill_in(page: Page, group: str, fields: dict[str, str]) -> None:
    """The text fields of one part of a form."""
    part = page.get_by_role("group", name=group, exact=True)
    for label, text in fields.items():
        part.get_by_role("textbox", name=label, exact=True).fill(text)


def place(page: Page) -> None:
    """Agree and go and pay; the payment page is there."""
    page.get_by_label("Ik ga akkoord met de voorwaarden").check()
    page.get_by_role("button", name="Bestellen en betalen").click()
    expect(page.get_by_role("button", name="Betaal met iDEAL | Wero")).to_be_visible()


def link_in(mail, words: str) -> str:
    """The address that a mail gives under its button."""
    html = mail.get_body(preferencelist=("html",)).get_content()
    return re.search(rf'href="([^"]*{words}[^"]*)"', html)[1]


def confirm(page: Page, site, address: str, button: str, *, about: str = "") -> None:
    """The page sends one to the mail; its link is a page with a button."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    page.goto(link_in(site.mail(address, f"Bevestig.*{about}"), "/bevestigen/"))
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def attachments(mail) -> list[str]:
    """What kinds of files go along."""
    return [file.get_content_type() for file in mail.iter_attachments()]


def texts(mail) -> str:
    """Both bodies of a mail, as they are read."""
    bodies = [mail.get_body(preferencelist=(kind,)) for kind in ("plain", "html")]
    return "".join(body.get_content() for body in bodies)
