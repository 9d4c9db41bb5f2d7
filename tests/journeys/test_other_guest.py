"""Another guest, a reminder, another host: what can change after buying."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.tickets import fill_in, hold, link_in, place


def unfold(page: Page, title: str) -> None:
    page.locator("summary", has_text=title).click()


def fill(page: Page, name: str, email: str, *, whose: str) -> None:
    page.get_by_role("textbox", name=f"Naam van {whose}", exact=True).fill(name)
    page.get_by_role("textbox", name=f"E-mailadres van {whose}", exact=True).fill(email)


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_the_buyer_reminds_a_guest_and_takes_another(site, open_page, width, scheme):
    buyer, first = open_page(width=width, scheme=scheme), open_page()
    own = f"wissel{width}@koper.example"
    hold(buyer, site)
    fill_in(buyer, "Jij", {"Voor- en achternaam": "Jip Smit", "E-mailadres": own})
    fill_in(
        buyer,
        "Jullie duo",
        {
            "Naam van de gast": "Sjors Bakker",
            "E-mailadres van de gast": f"sjors{width}@gast.example",
        },
    )
    place(buyer)
    buyer.get_by_role("button", name="Betaal met iDEAL | Wero").click()

    # a reminder by hand, too soon after the invitation
    buyer.get_by_role("button", name="Herinner Sjors Bakker").click()
    expect(buyer.get_by_text("We stuurden de uitnodiging net al.")).to_be_visible()

    # somebody else, first without an address
    unfold(buyer, "Een andere gast uitnodigen")
    fill(buyer, "Lotte Bos", "", whose="de nieuwe gast")
    buyer.get_by_role("button", name="Nodig deze gast uit").click()
    expect(buyer.get_by_role("alert")).to_contain_text("Vul het e-mailadres")
    found = violations(buyer)
    fill(buyer, "Lotte Bos", f"lotte{width}@gast.example", whose="de nieuwe gast")
    buyer.get_by_role("button", name="Nodig deze gast uit").click()
    expect(buyer.get_by_role("heading", level=1)).to_contain_text("Nu Lotte Bos nog")

    # the first link is dead
    invitation = site.mail(f"sjors{width}@gast.example", "neemt je mee")
    first.goto(link_in(invitation, "/gast/"))
    expect(first.get_by_role("heading", level=1)).to_have_text(
        "Deze link werkt niet meer"
    )
    found += violations(first)

    # and the place of the host goes to somebody else
    unfold(buyer, "Jouw plaats overdragen")
    buyer.get_by_role("textbox", name="Wie neemt deze plaats over?").fill("Pleun Vos")
    buyer.get_by_role("textbox", name="E-mailadres van de nieuwe gastheer").fill(
        f"pleun{width}@host.example"
    )
    buyer.get_by_role("button", name="Draag de plaats over").click()
    expect(buyer.get_by_role("status")).to_contain_text("Pleun Vos krijgt nu een mail")
    found += violations(buyer)
    assert found == []
