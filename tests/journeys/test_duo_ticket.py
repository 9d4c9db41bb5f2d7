"""A duo ticket, from the page of the event until two people have theirs."""

from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys.tickets import (
    MAKE_AN_EVENT,
    Checks,
    attachments,
    fill_in,
    hold,
    link_in,
    place,
    texts,
)

PHONE = {"width": 390, "java_script_enabled": False}
BUYER = {
    "Voor- en achternaam": "Mirthe Oldenburg",
    "E-mailadres": "mirthe@koper.example",
}
GUEST = {
    "Naam van de gast": "Sjors Bakker",
    "E-mailadres van de gast": "sjors@gast.example",
}


def confirm_at_last(guest: Page) -> None:
    """A day that does not exist, an age too high, and then the sector."""
    born = guest.get_by_label("Je geboortedatum")
    go = guest.get_by_role("button", name="Ja, ik ga mee")
    guest.get_by_label("Ik ben jonger dan 30").check()
    born.fill("31 februari 2000")
    go.click()
    expect(guest.get_by_role("alert")).to_contain_text("Die dag bestaat niet.")
    expect(born).to_have_value("")
    born.fill(f"1-1-{date.today().year - 40}")
    go.click()
    expect(guest.get_by_role("alert")).to_contain_text("vraag Mirthe Oldenburg iemand")
    guest.get_by_label("Ik werk in een andere sector").check()
    guest.get_by_label("In welke sector?").select_option("Onderwijs en onderzoek")
    go.click()
    expect(guest.get_by_role("heading", level=1)).to_have_text(
        "Sjors Bakker, je bent erbij"
    )


def test_a_duo_ticket_is_bought_and_the_guest_confirms(site, open_page):
    buyer, guest = open_page(**PHONE), open_page(**PHONE)
    checks = Checks(open_page)

    # the form comes back with what is wrong, and what was typed
    hold(buyer, site)
    checks.look_at(buyer)
    fill_in(buyer, "Jij", BUYER | {"E-mailadres": "mirthe@koper"})
    fill_in(buyer, "Jullie duo", GUEST)
    buyer.get_by_role("button", name="Bestellen en betalen").click()
    summary = buyer.get_by_role("alert")
    expect(summary.get_by_role("heading")).to_have_text(
        "Nog 2 dingen, dan kun je betalen"
    )
    name = buyer.get_by_role("textbox", name="Voor- en achternaam")
    expect(name).to_have_value("Mirthe Oldenburg")
    fill_in(buyer, "Jij", BUYER)

    # paid, and back on the order
    place(buyer)
    buyer.get_by_role("button", name="Betaal met iDEAL | Wero").click()
    expect(buyer.get_by_role("heading", level=1)).to_have_text(
        "Jij bent binnen. Nu Sjors Bakker nog"
    )
    order = buyer.url
    checks.look_at(buyer)

    # the host has the ticket, the guest a link
    mail = site.mail("mirthe@koper.example", "bestelling")
    assert link_in(mail, "/tickets/bestelling/") == order
    assert attachments(mail)[:2] == ["application/pdf", "text/calendar"]
    guest.goto(link_in(site.mail("sjors@gast.example", "neemt je mee"), "/gast/"))
    checks.look_at(guest)

    # who errs twice, and comes along after all
    confirm_at_last(guest)
    checks.look_at(guest)
    ticket = site.mail("sjors@gast.example", "kaartje")
    assert attachments(ticket) == ["application/pdf", "text/calendar"]

    # and the buyer sees it
    buyer.goto(order)
    expect(buyer.get_by_text("2 van 2 bevestigd")).to_be_visible()
    checks.look_at(buyer)
    assert checks.found == []


def test_who_turns_back_at_the_bank_may_go_on_with_what_was_typed(site, open_page):
    buyer, reader = open_page(**PHONE), open_page(width=390)
    checks = Checks(open_page)
    # an event of its own: nobody else buys here meanwhile
    slug = "oefenavond-hoorn"
    site.run(MAKE_AN_EVENT.format(name="Oefenavond Hoorn", slug=slug, capacity=60))
    event = f"/agenda/{slug}/"
    reader.goto(site.url(event))
    left = reader.get_by_text("van de 60 duo’s").inner_text()

    # away and back: the place is free again
    hold(buyer, site, event=event)
    fill_in(buyer, "Jij", BUYER | {"E-mailadres": "terug@koper.example"})
    fill_in(
        buyer,
        "Jullie duo",
        GUEST | {"E-mailadres van de gast": "weer@gast.example"},
    )
    place(buyer)
    reader.reload()
    expect(reader.get_by_text("van de 60 duo’s")).not_to_have_text(left)
    buyer.get_by_role("link", name="Ga terug").click()
    expect(buyer.get_by_role("heading", level=1)).to_have_text(
        "Je hebt nog niet betaald"
    )
    checks.look_at(buyer)
    reader.reload()
    expect(reader.get_by_text("van de 60 duo’s")).to_have_text(left)

    # and on again, with what was typed
    buyer.get_by_role("button", name="Toch bestellen").click()
    expect(buyer.get_by_role("textbox", name="Naam van de gast")).to_have_value(
        "Sjors Bakker"
    )
    place(buyer)
    buyer.get_by_role("button", name="Betaal met iDEAL | Wero").click()
    expect(buyer.get_by_text("Betaald, € 149,00")).to_be_visible()
    assert checks.found == []


def test_who_closes_the_browser_after_paying_has_paid(site, open_page):
    buyer = open_page(**PHONE)
    hold(buyer, site)
    order = buyer.url.removesuffix("gegevens/")
    fill_in(buyer, "Jij", BUYER | {"E-mailadres": "weg@koper.example"})
    buyer.get_by_label("Dat komt later").check()
    place(buyer)

    with buyer.expect_navigation():
        buyer.get_by_role("button", name="Betaal maar sluit de browser").click()

    site.mail("weg@koper.example", "bestelling")
    buyer.goto(order)
    expect(buyer.get_by_text("Betaald, € 149,00")).to_be_visible()


def test_the_host_of_a_second_duo_gets_the_own_ticket_and_no_more(site, open_page):
    buyer, host = open_page(**PHONE), open_page(**PHONE)
    checks = Checks(open_page)

    # two duos, of which somebody else hosts the second
    hold(buyer, site, pairs=2)
    fill_in(buyer, "Jij", BUYER | {"E-mailadres": "twee@koper.example"})
    for number in (1, 2):
        duo = buyer.get_by_role("group", name=f"Duo {number}", exact=True)
        duo.get_by_label("Dat komt later").check()
    duo.get_by_label("Iemand anders").check()
    fill_in(
        buyer,
        "Duo 2",
        {
            "Naam van de gastheer": "Pleun Visser",
            "E-mailadres van de gastheer": "pleun@host.example",
        },
    )
    checks.look_at(buyer)
    place(buyer)
    buyer.get_by_role("button", name="Betaal met iDEAL | Wero").click()
    expect(buyer.get_by_text("Betaald, € 298,00")).to_be_visible()
    checks.look_at(buyer)

    # the other host: one ticket, an own page, nothing of the order
    mail = site.mail("pleun@host.example", "kaartje")
    assert attachments(mail) == ["application/pdf", "text/calendar"]
    assert "/tickets/bestelling/" not in texts(mail)
    host.goto(link_in(mail, "/tickets/duo/"))
    expect(host.get_by_role("heading", level=2, name="Pleun Visser")).to_be_visible()
    assert buyer.url not in host.content()
    checks.look_at(host)

    # and invites the own guest
    host.get_by_label("Naam van de gast").fill("Joep Hendriks")
    host.get_by_label("E-mailadres van de gast").fill("joep@gast.example")
    host.get_by_role("button", name="Stuur de uitnodiging").click()
    expect(host.get_by_role("heading", level=1)).to_contain_text("Nu Joep Hendriks nog")
    checks.look_at(host)
    site.mail("joep@gast.example", "Pleun Visser neemt je mee")
    assert checks.found == []
